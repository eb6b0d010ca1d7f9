import { functionsOf } from './closures.ts'
import { type Measured, measured } from './measured.ts'
import type { AskingNumbers, NodeIndex, Plan } from './plan.ts'
import type { Sheet } from './sheet.ts'

/** Whatever a plan says of one sheet, node by node; `entry` is a position in its room, latest first. */
export type Asked = Readonly<{
  begin: (sheet: Sheet, asking: AskingNumbers) => void
  /** 0 no, 1 unknown, 2 yes. */
  truth: (node: NodeIndex, entry: number) => number
  measure: (node: NodeIndex, entry: number) => Measured
  /** A position among the answers. */
  answer: (decision: number, entry: number) => number
}>

export function askedOf(plan: Plan): Asked {
  const { begin, ask, answer } = functionsOf(plan)
  return {
    begin,
    truth: ask,
    measure: (node, entry) => measured(ask(node, entry)),
    answer,
  }
}
