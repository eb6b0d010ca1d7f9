import { planOf } from '@facialis/engine'
import { waitGroupsOf } from '@facialis/engine/sql/wait-groups.ts'
import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  type Condition,
  type DateTerm,
  type Decision,
  dateOf,
  dayOf,
  daysBetween,
  decide,
  entry,
  entryDate,
  established,
  fact,
  fieldsOf,
  latestDate,
  latestOf,
  lessThan,
  moreThan,
  neutral,
  not,
  otherwise,
  ownJudgement,
  type Pathway,
  provided,
  recordedOn,
  rule,
  some,
  yearsBetween,
  yes,
} from '@facialis/language'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differencesIn } from '../../bench/sql/compare.ts'
import { crowdOf, people } from '../../bench/sql/crowd.ts'
import { openDuckdb } from '../../bench/sql/duckdb.ts'
import type { Database } from '../../bench/sql/engine.ts'
import { openPostgres } from '../../bench/sql/postgres.ts'
import { openSqlite } from '../../bench/sql/sqlite.ts'
import { smallPathway } from '../decisions/small-pathway.ts'
import { madeUpSheets } from '../support/made-up-sheets.ts'

const reason = ownJudgement('made up')
const adverse = neutral('made up')
const field = fieldsOf('walk')
const walk = entry(
  'walk',
  { label: 'walk', plural: 'walks' },
  { long: field.yesNo('walk.long', { question: 'A long one?', adverse }) },
)
const leash = entry('leash', { label: 'leash', plural: 'leashes' }, {})
const signs = ['barks', 'scratches', 'whines', 'jumps'].map((id) => fact.yesNo(id, { question: `${id}?`, adverse }))
const bought = fact.date('bought', { question: 'Bought?', adverse, may: 'past' })
const born = fact.date('born', { question: 'Born?', adverse, may: 'past' })

const leashed = established(some(leash))
const shown = (sign: (typeof signs)[number]): Condition => established(yes(sign))

/** Signs that wait for a long walk so many days after a day of their own. */
const waiting = (within: number, day: (sign: (typeof signs)[number]) => DateTerm): Condition =>
  any(
    ...signs.map((sign) => {
      const since = atLeast(daysBetween(day(sign), entryDate(walk)), within)
      return all(shown(sign), not(established(some(walk, all(yes(walk.fields.long), since)))))
    }),
  )
/** Of a sign that is not there, the day the dog was bought stands instead. */
const sinceShown = (sign: (typeof signs)[number]): DateTerm =>
  latestOf(
    latestOf(provided(shown(sign), recordedOn(sign)), provided(leashed, latestDate(leash))),
    provided(not(any(shown(sign), leashed)), dateOf(bought)),
  )
/** A day that some dogs do not have: those always wait. */
const sinceLeashed = (): DateTerm => provided(leashed, latestDate(leash))

const ages = [1, 2, 3].flatMap((age) =>
  [lessThan, atMost, moreThan, atLeast].map((compared) => compared(yearsBetween(dateOf(born), asOf), age)),
)

const one = (id: string, when: Condition): Decision =>
  decide(id, {
    asks: id,
    answers: ['yes', 'no', 'open'],
    undetermined: 'open',
    rules: [rule(`${id}.1`, when).answers('yes').because('made up', reason)],
    otherwise: otherwise(`${id}.2`, 'no', 'made up', reason),
  })

/** Who waits is only asked for being so; ages are asked for being so, and not, and not known. */
const decisions = [
  ...[0, 7].map((within) => one(`waiting-${within}`, waiting(within, sinceShown))),
  one('waiting-leashed', waiting(0, sinceLeashed)),
  ...ages.flatMap((age, i) => [one(`is-${i}`, age), one(`is-not-${i}`, not(age))]),
]

const stage = decisions[0] as Decision
const pathway: Pathway = {
  ...smallPathway(stage, {}),
  facts: [...signs, bought, born],
  entries: [walk, leash],
  decisions,
}

/** A day on which somebody has a birthday only in a leap year, and one beside it. */
const days = [dayOf(2024, 2, 29), dayOf(2023, 2, 28), dayOf(2023, 3, 1)]

describe.each([
  ['SQLite', openSqlite],
  ['PostgreSQL', () => openPostgres()],
  ['DuckDB', openDuckdb],
] as const)('on %s', (_, open: () => Promise<Database>) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database?.close())

  it('what waits for an entry since a day of its own, and how old somebody is on and beside a 29 February, is as the pathway says', async () => {
    const plan = planOf(pathway)
    for (const day of days) {
      const asking = { asOf: day, policy: {} }
      const crowd = crowdOf(plan, people(madeUpSheets(plan, { asOf: day, seed: 3 }), 2000), asking)
      try {
        for (const at of decisions.keys())
          expect(new Set(crowd.expected.map((answers) => answers[at])).size, decisions[at]?.id).toBeGreaterThan(1)
        await database.run(['person', 'walks', 'leashes'].map((table) => `DROP TABLE IF EXISTS ${table};`).join('\n'))
        expect(await differencesIn(plan, database, { ...crowd, asking })).toEqual([])
      } finally {
        crowd.discard()
      }
    }
  })
})

it('several that wait are asked about at once', () => {
  const groups = [...waitGroupsOf(planOf(pathway)).values()]
  expect(groups.map(({ waiting: all }) => all.map(({ waits }) => waits.length))).toEqual([[4], [4], [4]])
})
