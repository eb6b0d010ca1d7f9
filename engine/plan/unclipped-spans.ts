import { type ClosureContext, cellReader, type EvaluationState } from './cell-reader.ts'
import type { EntryFunction } from './kernel.ts'
import type { NodeIndex, PlanNode, SpanOp } from './plan.ts'
import { spanOf } from './span-closures.ts'

/**
 * Span nodes evaluated over a second sheet of the same person, whose dates are not clipped to the day asked for. Conditions
 * inside them (which entries count) are still evaluated on the clipped sheet.
 */
export function unclippedSpans(
  { plan, asks, decide }: Pick<ClosureContext, 'plan' | 'asks' | 'decide'>,
  now: EvaluationState,
) {
  const written: EntryFunction[] = []
  const context = { plan, asks: written, now, decide, reading: cellReader(plan, now) }
  return {
    asks: written as readonly EntryFunction[],
    /** The next node; null of a condition. */
    put: (index: NodeIndex, node: (PlanNode & SpanOp) | null): void => {
      // Which entries are of one day, a run is asked of the day as well.
      const standsOnTheDay = node === null || node.op === 'run-length'
      written.push(standsOnTheDay ? (entry) => (asks[index] as EntryFunction)(entry) : spanOf(node, context))
    },
  }
}
