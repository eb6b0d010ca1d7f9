import { planOf } from '@facialis/engine'
import { waitsOf } from '@facialis/engine/sql/waiting.ts'
import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  type Condition,
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

/** Since when it shows: of a sign that is not there the day the dog was bought stands instead. */
const waiting = (within: number): Condition =>
  any(
    ...signs.map((sign) => {
      const shown = established(yes(sign))
      const leashed = established(some(leash))
      const day = latestOf(
        latestOf(provided(shown, recordedOn(sign)), provided(leashed, latestDate(leash))),
        provided(not(any(shown, leashed)), dateOf(bought)),
      )
      const since = atLeast(daysBetween(day, entryDate(walk)), within)
      return all(yes(sign), not(established(some(walk, all(yes(walk.fields.long), since)))))
    }),
  )

const ages = [1, 2, 3].flatMap((age) =>
  [lessThan, atMost, moreThan, atLeast].map((compared) => compared(yearsBetween(dateOf(born), asOf), age)),
)

const decisions = [waiting(0), waiting(7), ...ages].flatMap((condition, i): Decision[] => {
  const one = (id: string, when: Condition): Decision =>
    decide(id, {
      asks: id,
      answers: ['yes', 'no', 'open'],
      undetermined: 'open',
      rules: [rule(`${id}.1`, when).answers('yes').because('made up', reason)],
      otherwise: otherwise(`${id}.2`, 'no', 'made up', reason),
    })
  return [one(`is-${i}`, condition), one(`is-not-${i}`, not(condition))]
})

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
  const groups = [...waitsOf(planOf(pathway)).values()]
  expect(groups.map(({ waiting: all }) => all.map(({ those }) => those.length))).toEqual([[4], [4]])
})
