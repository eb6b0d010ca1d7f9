import { planOf } from '@facialis/engine'
import { dialects, queryOf } from '@facialis/engine/sql/index.ts'
import {
  all,
  any,
  atLeast,
  type Condition,
  count,
  type Decision,
  daysSince,
  decideEach,
  entry,
  entryDate,
  fieldsOf,
  fold,
  is,
  latestDate,
  lessThan,
  not,
  onOrAfter,
  otherwise,
  type Pathway,
  recent,
  rule,
  some,
  sum,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { differencesIn } from '../../bench/sql/compare.ts'
import { crowdOf, people } from '../../bench/sql/crowd.ts'
import { openDuckdb } from '../../bench/sql/duckdb.ts'
import { openSqlite } from '../../bench/sql/sqlite.ts'
import { smallPathway } from '../decisions/small-pathway.ts'
import { plain, reason, yesWhere } from '../naive/small-charts.ts'
import { today } from '../promises/people.ts'
import { madeUpSheets } from '../support/made-up-sheets.ts'

const field = { visit: fieldsOf('visit'), scan: fieldsOf('scan') }
const visit = entry('visit', { label: 'visit', plural: 'visits' }, { alarm: field.visit.yesNo('visit.alarm', plain) })
const scan = entry(
  'scan',
  { label: 'scan', plural: 'scans' },
  {
    clear: field.scan.yesNo('scan.clear', plain),
    weighted: field.scan.choice('scan.weighted', ['T1', 'T2', 'none'], plain),
    dose: field.scan.quantity('scan.dose', { unit: 'mg', min: 0, max: 9 }, plain),
  },
)
/** Since the last scan: known only when all scans and visits were gone through, and then perhaps not. */
const alarmed = some(visit, all(yes(visit.fields.alarm), onOrAfter(entryDate(visit), latestDate(scan))))

/** What is asked of a scan, and hangs on that in one way or another. */
const clears: readonly (readonly [string, Condition])[] = [
  ['unless', any(is(scan.fields.weighted, 'T1'), all(yes(scan.fields.clear), not(alarmed)))],
  ['if', all(yes(scan.fields.clear), alarmed)],
  ['either-way', any(all(yes(scan.fields.clear), alarmed), all(is(scan.fields.weighted, 'T1', 'T2'), not(alarmed)))],
]

const decisionsOf = ([name, clear]: (typeof clears)[number]): Decision[] => {
  const each = decideEach(`${name}-each`, scan, {
    asks: '?',
    answers: ['cleared', 'open', 'positive'],
    undetermined: 'open',
    rules: [
      rule(`${name}.1`, is(scan.fields.weighted, 'none'))
        .answers('positive')
        .because('made up', reason)
        .over(`${name}.2`),
      rule(`${name}.2`, clear).answers('cleared').because('made up', reason),
    ],
    otherwise: otherwise(`${name}.3`, 'open', 'made up', reason),
  })
  const folded = fold(`${name}-of-all`, {
    asks: '?',
    each,
    entry: scan,
    join: ['positive', 'cleared'],
    otherwise: otherwise(`${name}.4`, 'open', 'made up', reason),
  })
  return [
    each,
    folded,
    yesWhere(`${name}-some`, some(scan, clear)),
    yesWhere(`${name}-none`, not(some(scan, clear))),
    yesWhere(`${name}-twice`, atLeast(count(scan, clear), 2)),
    yesWhere(`${name}-sum`, atLeast(sum(scan, scan.fields.dose, clear), 5)),
    yesWhere(`${name}-latest-date`, lessThan(daysSince(latestDate(scan, clear)), 30)),
    yesWhere(`${name}-latest`, recent(scan, 0, clear, yes(scan.fields.clear))),
    yesWhere(`${name}-last-but-one`, recent(scan, 1, is(scan.fields.weighted, 'T1', 'T2'), clear)),
  ]
}

const pathwayOf = (decisions: readonly Decision[]): Pathway => ({
  ...smallPathway(decisions.at(-1) as Decision, {}),
  facts: [],
  entries: [visit, scan],
  screens: [],
  decisions,
})

it.each([
  ['SQLite', openSqlite],
  ['DuckDB', openDuckdb],
] as const)(
  '%s says of scans that count if an alarm was raised since, or unless one was, what the pathway says',
  async (_, open) => {
    const plan = planOf(pathwayOf(clears.flatMap(decisionsOf)))
    const asking = { asOf: today, policy: {} }
    const crowd = crowdOf(plan, people(madeUpSheets(plan, { asOf: today, seed: 4 }), 2000), asking)
    const database = await open()
    try {
      for (const at of (crowd.expected[0] ?? []).keys())
        expect(new Set(crowd.expected.map((answers) => answers[at])).size).toBeGreaterThan(1)
      expect(await differencesIn(plan, database, { ...crowd, asking })).toEqual([])
    } finally {
      await database.close()
      crowd.discard()
    }
  },
)

/** Whether all scans together are cleared is known of a person once they were gone through, and of the visits only then. */
const cleared: readonly Decision[] = (() => {
  const [each, folded] = decisionsOf(['early', yes(scan.fields.clear)]) as [Decision, Decision]
  const is: Condition = { kind: 'decided', decision: folded, answers: ['cleared'] }
  const alarm = yes(visit.fields.alarm)
  return [each, folded, yesWhere('both', recent(scan, 0, some(visit, is), some(visit, alarm)))]
})()

it.each([
  ['SQLite', openSqlite],
  ['DuckDB', openDuckdb],
] as const)('%s finds in one place what was found out of visits and asked of scans and people', async (_, open) => {
  const plan = planOf(pathwayOf(cleared))
  const asking = { asOf: today, policy: {} }
  const crowd = crowdOf(plan, people(madeUpSheets(plan, { asOf: today, seed: 4 }), 200), asking)
  const database = await open()
  try {
    expect(await differencesIn(plan, database, { ...crowd, asking })).toEqual([])
  } finally {
    await database.close()
    crowd.discard()
  }
})

it.each(Object.values(dialects))(
  'the scans are gone through once for all that on $title, and the alarm is told later',
  (dialect) => {
    const plan = planOf(pathwayOf(clears.flatMap(decisionsOf)))
    const query = queryOf(plan, dialect, { asOf: today, policy: {} })
    expect(query.match(/FROM scans\b/g)).toHaveLength(1)
  },
)
