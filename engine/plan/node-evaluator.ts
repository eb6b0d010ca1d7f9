import { functionsOf } from './closures.ts'
import { type Measured, measured } from './measured.ts'
import type { NodeIndex, Plan, PlanParameters } from './plan.ts'
import type { Sheet } from './sheet.ts'

/** Evaluates single nodes of a plan for one sheet. `entry` is a row among the entries of its kind, latest first. */
export type NodeEvaluator = Readonly<{
  begin: (sheet: Sheet, asking: PlanParameters) => void
  /** 0 no, 1 unknown, 2 yes. */
  truth: (node: NodeIndex, entry: number) => number
  measure: (node: NodeIndex, entry: number) => Measured
  /** A position among the answers. */
  answer: (decision: number, entry: number) => number
}>

export function nodeEvaluator(plan: Plan): NodeEvaluator {
  const { begin, ask, answer } = functionsOf(plan)
  return {
    begin,
    truth: ask,
    measure: (node, entry) => measured(ask(node, entry)),
    answer,
  }
}
