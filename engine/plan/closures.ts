import { lazy } from '../ground/lazy-properties.ts'
import { type CellReader, cellReader, type EvaluationState, type PlanShape } from './cell-reader.ts'
import { decisionEvaluator } from './decision-evaluator.ts'
import { isTruth } from './is-truth.ts'
import type { EntryFunction } from './kernel.ts'
import type { NodeIndex, Plan, PlanEvaluator, PlanParameters } from './plan.ts'
import type { Sheet } from './sheet.ts'
import { spanOf } from './span-closures.ts'
import { truthInterpreter } from './truth-interpreter.ts'
import { unclippedSpans } from './unclipped-spans.ts'

/** A plan compiled to closures. They read the sheet given to the last `begin`. */
export type Functions = Readonly<{
  /** `written`: the same person with dates as they were written, where there is something that the day cuts. */
  begin: (sheet: Sheet, asking: PlanParameters, written?: Sheet | null) => void
  /** Of a node inside an entry, the entry is its row. */
  ask: (node: NodeIndex, entry: number) => number
  /** A number or date as it comes from dates as they were written. */
  askWritten: (node: NodeIndex, entry: number) => number
  /** The same for a decision: a position among its answers. */
  answer: (decision: number, entry: number) => number
  answers: () => readonly number[]
}>

export function functionsOf(
  plan: Plan,
  read: (plan: PlanShape, now: EvaluationState) => CellReader = cellReader,
): Functions {
  const now = {
    epoch: 0,
    sheet: null as unknown as Sheet,
    asking: null as unknown as PlanParameters,
  }
  const unclipped = { ...now }
  const asks: EntryFunction[] = []
  const decide = decisionEvaluator(plan, asks, now)
  const context = { plan, asks, now, decide: decide.answer, reading: read(plan, now) }
  const { put } = truthInterpreter(context, now)
  for (const [index, node] of plan.nodes.entries())
    asks.push(isTruth(node) ? put(index, { node, isTimeInvariant: false, ask: null }) : spanOf(node, context))
  const written = lazy(() => {
    const made = unclippedSpans(context, unclipped)
    for (const [index, node] of plan.nodes.entries()) made.put(index, isTruth(node) ? null : node)
    return made.asks
  })
  return {
    begin: (sheet, asking, asWritten = null) => {
      now.epoch++
      now.sheet = sheet
      now.asking = asking
      unclipped.epoch = now.epoch
      unclipped.sheet = asWritten ?? sheet
      unclipped.asking = asking
    },
    ask: (node, entry) => (asks[node] as EntryFunction)(entry),
    askWritten: (node, entry) => (written()[node] as EntryFunction)(entry),
    answer: decide.answer,
    answers: decide.all,
  }
}

/** Closure compilation of a plan: no code is generated at run time, so it works under any content policy. */
export function closuresOf(plan: Plan): PlanEvaluator {
  const { begin, answers } = functionsOf(plan)
  return (sheet, asking) => {
    begin(sheet, asking)
    return answers()
  }
}
