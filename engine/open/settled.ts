import { memoiseWeak } from '@facialis/language'
import { functionsOf } from '../plan/closures.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode, PlanParameters } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'

/** What a node comes to for good: 0 or 2 whatever is still learnt, 1 where that is not known at a glance. */
export type Settled = (node: NodeIndex, row: number) => number

/**
 * A condition that is yes or no in three values stays so whatever is learnt, unless something in it asks whether a thing
 * is known. Of those no diagram has to be made.
 */
export function settledBy(plan: Plan, sheet: Sheet, asking: PlanParameters): Settled {
  const { lasts, functions, begun } = lastingOf(plan)
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

const lastingOf = memoiseWeak((plan: Plan) => {
  const known: boolean[] = []
  // What a node mentions stands before it.
  for (const node of plan.nodes)
    known.push(!asksWhatIsKnown(node) && operandsOf(node).every((index) => known[index] as boolean))
  const lasts = (index: NodeIndex): boolean => known[index] as boolean
  const begun: { sheet: Sheet | null } = { sheet: null }
  // A node is asked for by itself, and again within each that mentions it.
  const nodes = plan.nodes.map((node) => ({ ...node, uses: 2 }))
  return { lasts, functions: functionsOf({ ...plan, nodes }), begun }
})

/** A decision rests on what is not known, and a run of entries on those that surely are so. */
const asksWhatIsKnown = ({ op }: PlanNode): boolean =>
  op === 'established' || op === 'unanswered' || op === 'decided' || op === 'run-length'
