import type { OfEntry } from './kernel.ts'
import type { NodeIndex, PlanNode, SpanOp } from './plan.ts'
import { type Around, type Now, reading } from './reading.ts'
import { spanOf } from './span-closures.ts'

/**
 * Numbers and dates over a second sheet of the same person, in which a date that the day cuts stands as it was written.
 * Whether something counts is asked of the day all the same: only what it comes to is another.
 */
export function overWritten({ plan, asks, decide }: Pick<Around, 'plan' | 'asks' | 'decide'>, now: Now) {
  const written: OfEntry[] = []
  const around = { plan, asks: written, now, decide, reading: reading(plan, now) }
  return {
    asks: written as readonly OfEntry[],
    /** The next node; null of a condition. */
    put: (index: NodeIndex, node: (PlanNode & SpanOp) | null): void => {
      // Which entries are of one day, a run is asked of the day as well.
      const standsOnTheDay = node === null || node.op === 'run-length'
      written.push(standsOnTheDay ? (entry) => (asks[index] as OfEntry)(entry) : spanOf(node, around))
    },
  }
}
