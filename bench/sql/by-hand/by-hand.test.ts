import { planOf } from '@facialis/engine'
import { answerColumnsOf, createTables, dialects } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { dayOf } from '@facialis/language'
import { expect, it } from 'vitest'
import { madeUpSheets } from '../../../spec/support/made-up-sheets.ts'
import { exampleSheets } from '../../example-sheets.ts'
import { differencesOf } from '../compare.ts'
import { crowdOf, people } from '../crowd.ts'
import { openDuckdb } from '../duckdb.ts'
import { byHand } from './by-hand.ts'

it('the SQL written by hand, which the generated SQL is measured against, answers every decision as the plan does', async () => {
  const plan = planOf(hemifacialSpasm)
  const asking = { asOf: dayOf(2026, 11, 23), policy: {} }
  const sheets = madeUpSheets(plan, { asOf: asking.asOf, seed: 11, examples: exampleSheets(asking.asOf) })
  const crowd = crowdOf(plan, people(sheets, 800), asking)
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
