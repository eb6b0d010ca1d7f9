import { planOf } from '@facialis/engine'
import { createTables, dialects } from '@facialis/engine/sql/index.ts'
import {
  all,
  any,
  type Condition,
  type Decision,
  daysSince,
  entry,
  fact,
  fieldsOf,
  latestDate,
  lessThan,
  not,
  type Pathway,
  some,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { differencesIn } from '../../bench/sql/compare.ts'
import { crowdOf, people } from '../../bench/sql/crowd.ts'
import { openSqlite } from '../../bench/sql/sqlite.ts'
import { smallPathway } from '../decisions/small-pathway.ts'
import { plain, yesWhere } from '../naive/small-charts.ts'
import { today } from '../promises/people.ts'
import { madeUpSheets } from '../support/made-up-sheets.ts'

/** Questions called as a query calls the columns it makes: q1, q2 … */
const facts = Array.from({ length: 40 }, (_, at) => fact.yesNo(`q${at}`, plain))
const visit = entry(
  'visit',
  { label: 'visit', plural: 'visits' },
  { seen: fieldsOf('visit').yesNo('visit_some_1', plain), heard: fieldsOf('visit').yesNo('visit.q20', plain) },
)
/** Mentioned so often that it becomes a column. */
const often = (from: number): Condition =>
  any(...facts.slice(from, from + 5).map((one) => all(yes(one), not(some(visit, yes(visit.fields.seen))))))
const decisions = [0, 5, 10, 15].flatMap((from, at) => [
  yesWhere(`a${at}`, often(from)),
  yesWhere(`b${at}`, all(often(from), not(often(from + 5)))),
  yesWhere(`c${at}`, any(not(often(from)), some(visit, all(yes(visit.fields.heard), often(from + 10))))),
])

async function differencesOf(parts: Pick<Pathway, 'facts' | 'entries' | 'decisions'>) {
  const stage = parts.decisions[0] as Decision
  const plan = planOf({ ...smallPathway(stage, {}), ...parts, screens: [] })
  const asking = { asOf: today, policy: {} }
  const crowd = crowdOf(plan, people(madeUpSheets(plan, { asOf: today, seed: 3 }), 300), asking)
  const database = await openSqlite()
  try {
    return await differencesIn(plan, database, { ...crowd, asking })
  } finally {
    await database.close()
    crowd.discard()
  }
}

it('a pathway may call its questions as a query would call its own columns', async () => {
  expect(await differencesOf({ facts, entries: [visit], decisions })).toEqual([])
})

it('or as what it is asked with, and entries as the place where that stands', async () => {
  const [first, second] = [fact.yesNo('today', plain), fact.yesNo('as_of_day', plain)]
  const asked = entry(
    'asked',
    { label: 'asked', plural: 'asking' },
    { seen: fieldsOf('asked').yesNo('asked.on', plain) },
  )
  const lately = lessThan(daysSince(latestDate(asked, yes(asked.fields.seen))), 30)
  const decided = [yesWhere('a', all(yes(first), lately)), yesWhere('b', any(yes(second), lately))]
  expect(await differencesOf({ facts: [first, second], entries: [asked], decisions: decided })).toEqual([])
})

it('decisions whose names differ only in their spelling stay apart', async () => {
  const decided = [yesWhere('rule-out.scan', often(0)), yesWhere('rule-out-scan', often(5))]
  expect(await differencesOf({ facts, entries: [visit], decisions: decided })).toEqual([])
})

it('a fact named like a system column of PostgreSQL gets another name', () => {
  const born = fact.yesNo('xmin', plain)
  const plan = planOf({ ...smallPathway(yesWhere('a', yes(born)), {}), facts: [born] })
  expect(createTables(plan, dialects.postgres)).toMatch(/^\s*xmin_ /m)
})
