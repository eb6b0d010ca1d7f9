import { flatTablesOf, moduleOf } from '@facialis/engine'
import { askedNodes } from '@facialis/engine/cohort/columns.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { cqlLibraries } from '@facialis/engine/publish/index.ts'
import { addresses } from './asked.ts'
import { type Counts, page, sum } from './counted.ts'

const planned = (plan: Plan): Counts => ({
  nodes: plan.nodes.length,
  'nodes that decisions ask': askedNodes(plan).size,
  'uses of them': sum(plan.nodes, ({ uses }) => uses),
  'columns of tables': sum([flatTablesOf(plan).person, ...flatTablesOf(plan).entries], (t) => t.columns.length),
  'module: characters': moduleOf(plan, 'kernel.ts').length,
  'cql: characters': sum(Object.values(cqlLibraries(plan.pathway, addresses)), ({ text }) => text.length),
})

export const planTakes = page('plan-takes.txt', planned)
