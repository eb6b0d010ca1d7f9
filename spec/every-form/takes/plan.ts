import { closuresOf } from '@facialis/engine'
import { askedNodes } from '@facialis/engine/cohort/columns.ts'
import { flatTablesOf } from '@facialis/engine/flat/index.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { asking } from './asked.ts'
import { type Counts, madeUpCharts, numbersIn, page, sum } from './counted.ts'

/** How often functions read a cell: what is remembered is not read again. */
function readOf(plan: Plan): number {
  let reads = 0
  const watched = (cells: Int32Array): Int32Array =>
    new Proxy(cells, {
      get: (of, name) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) reads++
        const found: unknown = Reflect.get(of, name)
        return typeof found === 'function' ? found.bind(of) : found
      },
    })
  const fill = fillerOf(plan)
  const answers = closuresOf(plan)
  const numbers = { asOf: asking.asOf, policy: plan.policy.map((one) => one.default) }
  for (const chart of madeUpCharts(plan.pathway, 8)) {
    const { person, rows, counts } = fill(chart, asking)
    answers({ person: watched(person), rows: rows.map(watched), counts }, numbers)
  }
  return reads
}

const planned = (plan: Plan): Counts => ({
  nodes: plan.nodes.length,
  'nodes that decisions ask': askedNodes(plan).size,
  'cells that they read of eight people': readOf(plan),
  'uses of them': sum(plan.nodes, ({ uses }) => uses),
  'columns of tables': sum([flatTablesOf(plan).person, ...flatTablesOf(plan).entries], (t) => t.columns.length),
  'what they hold, as numbers': sum(plan.nodes, numbersIn),
  'what decisions hold, as numbers': sum(plan.decisions, ({ body }) => numbersIn(body)),
})

export const planTakes = page('plan-takes.txt', planned)
