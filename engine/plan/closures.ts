import { lazy } from '../ground/lazy-properties.ts'
import { answering } from './answering.ts'
import { overWritten } from './as-written.ts'
import { isTruth } from './is-truth.ts'
import type { OfEntry } from './kernel.ts'
import type { Answering, AskingNumbers, NodeIndex, Plan } from './plan.ts'
import { type Made, type Now, type Reading, reading } from './reading.ts'
import type { Sheet } from './sheet.ts'
import { spanOf } from './span-closures.ts'
import { truths } from './truths.ts'

/** Functions that answer a plan's nodes and decisions for the sheet they were last begun with. */
export type Functions = Readonly<{
  /** `written`: the same person with dates as they were written, where there is something that the day cuts. */
  begin: (sheet: Sheet, asking: AskingNumbers, written?: Sheet | null) => void
  /** Of a node inside an entry, the entry is its row. */
  ask: (node: NodeIndex, entry: number) => number
  /** A number or date as it comes from dates as they were written. */
  askWritten: (node: NodeIndex, entry: number) => number
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
  const onPaper = { ...now }
  const asks: OfEntry[] = []
  const decide = answering(plan, asks, now)
  const around = { plan, asks, now, decide: decide.answer, reading: read(plan, now) }
  const { put } = truths(around, now)
  for (const [index, node] of plan.nodes.entries())
    asks.push(isTruth(node) ? put(index, { node, isSteady: false, ask: null }) : spanOf(node, around))
  const written = lazy(() => {
    const made = overWritten(around, onPaper)
    for (const [index, node] of plan.nodes.entries()) made.put(index, isTruth(node) ? null : node)
    return made.asks
  })
  return {
    begin: (sheet, asking, asWritten = null) => {
      now.run++
      now.sheet = sheet
      now.asking = asking
      onPaper.run = now.run
      onPaper.sheet = asWritten ?? sheet
      onPaper.asking = asking
    },
    ask: (node, entry) => (asks[node] as OfEntry)(entry),
    askWritten: (node, entry) => (written()[node] as OfEntry)(entry),
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
