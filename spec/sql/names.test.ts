import { planOf } from '@facialis/engine'
import { all, any, type Condition, entry, fact, fieldsOf, not, some, yes } from '@facialis/language'
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

it('a pathway may call its questions as a query would call its own columns', async () => {
  const stage = decisions[0] as (typeof decisions)[number]
  const plan = planOf({ ...smallPathway(stage, {}), facts, entries: [visit], screens: [], decisions })
  const asking = { asOf: today, policy: {} }
  const crowd = crowdOf(plan, people(madeUpSheets(plan, { asOf: today, seed: 3 }), 300), asking)
  const database = await openSqlite()
  try {
    expect(await differencesIn(plan, database, { ...crowd, asking })).toEqual([])
  } finally {
    await database.close()
    crowd.discard()
  }
})
