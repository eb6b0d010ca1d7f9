import { type NodeEvaluator, nodeEvaluator } from './node-evaluator.ts'
import type { Plan } from './plan.ts'

/** A node evaluator that memoises every node: `uses` is raised to 2, as callers ask for nodes in any order. */
export const memoisedEvaluator = (plan: Plan): NodeEvaluator =>
  nodeEvaluator({ ...plan, nodes: plan.nodes.map((node) => ({ ...node, uses: 2 })) })
