import { planOf } from '@facialis/engine'
import { sinceOf } from '@facialis/engine/sql/since.ts'
import {
  all,
  amount,
  type Condition,
  type Decision,
  dateOf,
  daysBetween,
  decide,
  entry,
  entryDate,
  fact,
  fieldsOf,
  neutral,
  not,
  otherwise,
  ownJudgement,
  type Pathway,
  provided,
  rule,
  some,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { differencesIn } from '../../bench/sql/compare.ts'
import { crowdOf, people } from '../../bench/sql/crowd.ts'
import { openSqlite } from '../../bench/sql/sqlite.ts'
import { smallPathway } from '../decisions/small-pathway.ts'
import { today } from '../promises/people.ts'
import { madeUpSheets } from '../support/made-up-sheets.ts'

const reason = ownJudgement('made up')
const adverse = neutral('made up')
const field = fieldsOf('walk')
const walk = entry(
  'walk',
  { label: 'walk', plural: 'walks' },
  { rain: field.yesNo('walk.rain', { question: 'Rain?', adverse }) },
)
const moved = fact.date('moved', { question: 'Moved?', adverse, may: 'past' })
const hasDog = fact.yesNo('dog', { question: 'A dog?', adverse })

const days = [
  (person: ReturnType<typeof dateOf>) => daysBetween(person, entryDate(walk)),
  (person: ReturnType<typeof dateOf>) => daysBetween(entryDate(walk), person),
]
/** Either way round, of a date that is known or not, and of one that may not apply. */
const compared = (['<', '<=', '>', '>='] as const).flatMap((op) =>
  days.flatMap((between) =>
    [dateOf(moved), provided(yes(hasDog), dateOf(moved))].map(
      (date): Condition => ({ kind: 'compare', left: between(date), op, right: amount(14) }),
    ),
  ),
)
/** Each asked for being yes, for being no, and for what it is. */
const decisions = compared.flatMap((comparison, i): Decision[] => {
  const wet = some(walk, all(yes(walk.fields.rain), comparison))
  const one = (id: string, answers: readonly [string, string, string], when: Condition): Decision =>
    decide(id, {
      asks: id,
      answers,
      undetermined: answers[2],
      rules: [rule(`${id}.1`, when).answers(answers[0]).because('made up', reason)],
      otherwise: otherwise(`${id}.2`, answers[1], 'made up', reason),
    })
  const answers = ['yes', 'no', 'open'] as const
  return [
    one(`wet-${i}`, answers, wet),
    one(`dry-${i}`, answers, not(wet)),
    one(`any-${i}`, answers, some(walk, comparison)),
  ]
})

it('an entry that lies so many days before or after a day of the person is found by the first or last of them', async () => {
  const stage = decisions[0] as Decision
  const pathway: Pathway = { ...smallPathway(stage, {}), facts: [moved, hasDog], entries: [walk], decisions }
  const plan = planOf(pathway)
  const somes = plan.nodes.filter((node) => node.op === 'some')
  expect(somes.length).toBe(2 * compared.length)
  expect(somes.filter((node) => sinceOf(node, plan) === null)).toEqual([])
  const asking = { asOf: today, policy: {} }
  const crowd = crowdOf(plan, people(madeUpSheets(plan, { asOf: today, seed: 9 }), 3000), asking)
  const database = await openSqlite()
  try {
    for (const at of decisions.keys()) expect(new Set(crowd.expected.map((answers) => answers[at])).size).toBe(3)
    expect(await differencesIn(plan, database, { ...crowd, asking })).toEqual([])
  } finally {
    await database.close()
    crowd.discard()
  }
})
