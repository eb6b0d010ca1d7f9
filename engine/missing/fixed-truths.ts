import { memoiseWeak } from '@facialis/language'
import { functionsOf } from '../plan/closures.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode, PlanParameters } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'

/** The final truth of a node: 0 or 2 whatever is still learnt, 1 where that is not decided here. */
export type FixedTruth = (node: NodeIndex, row: number) => number

/**
 * Kleene conditions are monotone in the information order: a yes or no stays whatever is learnt, unless a node in it tests
 * whether something is known. Such nodes need no diagram.
 */
export function fixedTruths(plan: Plan, sheet: Sheet, asking: PlanParameters): FixedTruth {
  const { lasts, functions, begun } = monotoneNodes(plan)
  return (node, row) => {
    if (!lasts(node)) return 1
    // Somebody else may have been asked about in between.
    if (begun.sheet !== sheet) {
      functions.begin(sheet, asking)
      begun.sheet = sheet
    }
    return functions.ask(node, row)
  }
}

const monotoneNodes = memoiseWeak((plan: Plan) => {
  const known: boolean[] = []
  // What a node mentions stands before it.
  for (const node of plan.nodes)
    known.push(!isNonMonotone(node) && operandsOf(node).every((index) => known[index] as boolean))
  const lasts = (index: NodeIndex): boolean => known[index] as boolean
  const begun: { sheet: Sheet | null } = { sheet: null }
  // A node is asked for by itself, and again within each that mentions it.
  const nodes = plan.nodes.map((node) => ({ ...node, uses: 2 }))
  return { lasts, functions: functionsOf({ ...plan, nodes }), begun }
})

/** A decision rests on what is not known, and a run of entries on those that surely are so. */
const isNonMonotone = ({ op }: PlanNode): boolean =>
  op === 'established' || op === 'unanswered' || op === 'decided' || op === 'run-length'
