import { functionsOf } from './closures.ts'
import { end, inapplicable, isUnknown } from './kernel.ts'
import type { AskingNumbers, NodeIndex, Plan } from './plan.ts'
import type { Sheet } from './sheet.ts'

/** What a number or date comes to: from a least to a greatest. */
export type Measure = Readonly<{ lo: number; hi: number }> | 'unknown' | 'not-applicable'

/** Whatever a plan says of one sheet, node by node; `entry` is a position in its room, latest first. */
export type Asked = Readonly<{
  begin: (sheet: Sheet, asking: AskingNumbers) => void
  /** 0 no, 1 unknown, 2 yes. */
  truth: (node: NodeIndex, entry: number) => number
  measure: (node: NodeIndex, entry: number) => Measure
  /** A position among the answers. */
  answer: (decision: number, entry: number) => number
}>

export function askedOf(plan: Plan): Asked {
  const { begin, ask, answer } = functionsOf(plan)
  return {
    begin,
    truth: ask,
    measure: (node, entry) => {
      const lo = ask(node, entry)
      if (lo === inapplicable) return 'not-applicable'
      return isUnknown(lo) ? 'unknown' : { lo, hi: end.hi }
    },
    answer,
  }
}
