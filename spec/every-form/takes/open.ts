import { resolve } from '@facialis/engine'
import { diagramsOf } from '@facialis/engine/missing/diagrams.ts'
import { missingIn } from '@facialis/engine/missing/missing.ts'
import { settlingVariables } from '@facialis/engine/missing/settling-variables.ts'
import { terminals } from '@facialis/engine/missing/unique-table.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import { asking } from './asked.ts'
import { type Counts, madeUpCharts, page, sum } from './counted.ts'

/** What is not known of some people, as diagrams: what they branch on, and what it takes to settle them. */
function opened(plan: Plan): Counts {
  // Of its own, so that nothing is kept from whoever was asked about before.
  const pathway = { ...plan.pathway }
  const counts = { branchings: 0, levels: 0, branches: 0, single: 0, settled: 0, ranks: 0, missing: 0, table: 0 }
  for (const chart of madeUpCharts(pathway, 12)) {
    const world = createWorld(resolve(pathway, chart, asking))
    const diagrams = diagramsOf(world)
    const { table, asked, variables } = diagrams
    const missingOf = missingIn(world, diagrams)
    for (const decision of pathway.decisions.filter(({ scope }) => scope === 'patient')) {
      const root = diagrams.ofDecision(decision)
      const nodes = root < terminals ? [] : table.nodesOf(root)
      counts.branchings += nodes.length
      counts.levels += sum(nodes, (node) => table.levelOf(node) % 1000)
      counts.branches += sum(nodes, (node) => table.childrenOf(node).length)
      counts.ranks += sum(
        nodes,
        (node) => (asked(table.levelOf(node)).rank % 1000) + variables(table.levelOf(node)).values.length,
      )
      for (const { settled } of settlingVariables(root, diagrams)) {
        counts.single++
        counts.settled += settled
      }
      counts.missing += missingOf(decision).length
    }
    counts.table = table.size()
  }
  return {
    'branchings that answers hang on': counts.branchings,
    'levels they stand at, added up': counts.levels,
    'branches of them': counts.branches,
    'ranks and values of what they ask': counts.ranks,
    'facts that settle something': counts.single,
    'values that settle something': counts.settled,
    'facts that are missing': counts.missing,
    'branchings and joins that are kept': counts.table,
  }
}

export const openTakes = page('open-takes.txt', opened)
