import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import { isGiven } from './span-traits.ts'

type Some = Extract<TruthOp, { op: 'some' }>

/** Days between an entry's own date and one of the person, compared with a number that is given. */
export type Since = Readonly<{
  /** What else is asked of the entry. */
  rest: readonly NodeIndex[]
  date: NodeIndex
  number: NodeIndex
  comparison: '<' | '<='
  /** The days stand on the left of the comparison. */
  isLeft: boolean
  /** The days are counted to the entry, not from it. */
  isTo: boolean
}>

/** Null where it is not said so, where the number is not given,, or where more than one date is compared. */
export function sinceOf({ entryKind, where }: Some, { nodes }: Pick<Plan, 'nodes'>): Since | null {
  const node = (index: NodeIndex): PlanNode => nodes[index] as PlanNode
  const isOfPerson = (index: NodeIndex): boolean => node(index).within === null
  const parts = node(where)
  const of = parts.op === 'all' ? parts.of : [where]
  for (const one of of) {
    const compared = node(one)
    if (compared.op !== 'compare') continue
    for (const isLeft of [true, false]) {
      const days = node(isLeft ? compared.left : compared.right)
      const number = isLeft ? compared.right : compared.left
      if (days.op !== 'days' || !isGiven(node(number))) continue
      for (const isTo of [true, false]) {
        const entry = node(isTo ? days.to : days.from)
        const date = isTo ? days.from : days.to
        if (entry.op !== 'entry-date' || entry.entryKind !== entryKind || !isOfPerson(date)) continue
        return {
          rest: of.filter((other) => other !== one),
          date,
          number,
          comparison: compared.comparison,
          isLeft,
          isTo,
        }
      }
    }
  }
  return null
}
