import { flatTablesOf } from '@facialis/engine'
import { askedNodes } from '@facialis/engine/cohort/columns.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { type Counts, numbersIn, page, sum } from './counted.ts'

const planned = (plan: Plan): Counts => ({
  nodes: plan.nodes.length,
  'nodes that decisions ask': askedNodes(plan).size,
  'uses of them': sum(plan.nodes, ({ uses }) => uses),
  'columns of tables': sum([flatTablesOf(plan).person, ...flatTablesOf(plan).entries], (t) => t.columns.length),
  'what they hold, as numbers': sum(plan.nodes, numbersIn),
  'what decisions hold, as numbers': sum(plan.decisions, ({ body }) => numbersIn(body)),
})

export const planTakes = page('plan-takes.txt', planned)
