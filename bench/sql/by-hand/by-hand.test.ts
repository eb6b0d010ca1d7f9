import { closuresOf, planOf } from '@facialis/engine'
import { isWord, unlistedWord } from '@facialis/engine/plan/layout.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import { answerColumnsOf, createTables, dialects } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Asking, dayOf } from '@facialis/language'
import { expect, it } from 'vitest'
import { copying, madeUpSheets } from '../../../spec/support/made-up-sheets.ts'
import { exampleSheets } from '../../example-sheets.ts'
import { differencesOf } from '../compare.ts'
import { crowdOf, people } from '../crowd.ts'
import { openDuckdb } from '../duckdb.ts'
import { byHand } from './by-hand.ts'

it('the SQL written by hand, which the generated SQL is measured against, answers every decision as the plan does', async () => {
  const plan = planOf(hemifacialSpasm)
  const asking = { asOf: dayOf(2026, 11, 23), policy: {} }
  const sheets = madeUpSheets(plan, { asOf: asking.asOf, seed: 11, examples: exampleSheets(asking.asOf) })
  const all = [...people(() => copying(plan)(sheets()), 800), ...withWordsNobodyCanRead(plan, asking)]
  const crowd = crowdOf(plan, all, asking)
  const database = await openDuckdb()
  try {
    await database.run(createTables(plan, dialects.duckdb))
    await database.load(crowd.files)
    const rows = await database.rows(byHand('duckdb', asking.asOf))
    expect(differencesOf(plan, rows, crowd.expected)).toEqual([])
    for (const [at, { name }] of answerColumnsOf(plan).entries())
      expect(new Set(crowd.expected.map((answers) => answers[at])).size, name).toBeGreaterThan(2)
  } finally {
    await database.close()
    crowd.discard()
  }
})

/** For every decision somebody with the last of its answers that anybody has, as often as they have facts: each time one of them is said in a word that is none of its own. */
function withWordsNobodyCanRead(plan: Plan, { asOf }: Asking): readonly Sheet[] {
  const answer = closuresOf(plan)
  const policy = plan.policy.map(({ default: usual }) => usual)
  const examples = exampleSheets(asOf)
  const answers = examples.map((sheet) => answer(sheet, { asOf, policy }))
  const chosen = new Set(
    plan.decisions.flatMap(({ within }, at) => {
      const most = Math.max(...answers.map((all) => all[at] as number))
      return within === null ? [examples[answers.findIndex((all) => all[at] === most)] as Sheet] : []
    }),
  )
  return [...chosen].flatMap((sheet) =>
    plan.layout.person.places
      .filter(({ fact }) => isWord(fact))
      .map(({ cell }) => {
        const { person, ...rest } = copying(plan)(sheet)
        person[cell] = unlistedWord
        return { ...rest, person }
      }),
  )
}
