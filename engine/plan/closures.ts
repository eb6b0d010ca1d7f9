import { answering } from './answering.ts'
import { isTruth } from './is-truth.ts'
import type { OfEntry } from './kernel.ts'
import { type Run, rememberedSpan } from './memo.ts'
import { mentionedBy } from './mentioned.ts'
import type { Answering, AskingNumbers, NodeIndex, Plan, PlanNode, SpanOp } from './plan.ts'
import { type Around, type Made, type Now, type Reading, reading } from './reading.ts'
import type { Sheet } from './sheet.ts'
import { spanClosure } from './span-closures.ts'
import { truths } from './truths.ts'

/** Functions that answer a plan's nodes and decisions for the sheet they were last begun with. */
export type Functions = Readonly<{
  begin: (sheet: Sheet, asking: AskingNumbers) => void
  /** Of a node inside an entry, the entry is its row. */
  ask: (node: NodeIndex, entry: number) => number
  /** The same for a decision: a position among its answers. */
  answer: (decision: number, entry: number) => number
  answers: () => readonly number[]
}>

export function functionsOf(plan: Plan, read: (plan: Made, now: Now) => Reading = reading): Functions {
  const now = {
    run: 0,
    sheet: null as unknown as Sheet,
    asking: null as unknown as AskingNumbers,
  }
  const asks: OfEntry[] = []
  const decide = answering(plan, asks, now)
  const around = { plan, asks, now, decide: decide.answer, reading: read(plan, now) }
  const { put } = truths(around, now)
  for (const [index, node] of plan.nodes.entries())
    asks.push(isTruth(node) ? put(index, { node, isSteady: false, ask: null }) : spanOf(node, around))
  return {
    begin: (sheet, asking) => {
      now.run++
      now.sheet = sheet
      now.asking = asking
    },
    ask: (node, entry) => (asks[node] as OfEntry)(entry),
    answer: decide.answer,
    answers: decide.all,
  }
}

/** A plan as functions that call each other: no code is generated, so it runs wherever the pathway does. */
export function closuresOf(plan: Plan): Answering {
  const { begin, answers } = functionsOf(plan)
  return (sheet, asking) => {
    begin(sheet, asking)
    return answers()
  }
}

/** What is asked more than once, and asks others itself, is asked once a run. */
export function spanOf(node: PlanNode & SpanOp, around: Around, during: Run = around.now): OfEntry {
  const plain = spanClosure(node, around)
  return node.uses < 2 || mentionedBy(node).length === 0 ? plain : rememberedSpan(plain, node.within !== null, during)
}
