import {
  type Condition,
  type DateTerm,
  type Decision,
  memoiseWeak,
  type NumberTerm,
  numberIn,
  type Pathway,
} from '@facialis/language'
import { noteChangeOn, type ResolvedChart, type ResolvedEntry } from '../chart/resolved-chart.ts'
import { isDateTerm, isNumberTerm } from '../ground/node-guards.ts'
import { cellReader } from '../plan/cell-reader.ts'
import { decisionEvaluator } from '../plan/decision-evaluator.ts'
import type { LoweredNode } from '../plan/intern-table.ts'
import { isTruth } from '../plan/is-truth.ts'
import type { EntryFunction } from '../plan/kernel.ts'
import { type Layout, layoutOf } from '../plan/layout.ts'
import { lowering } from '../plan/lowering.ts'
import type { Epoch } from '../plan/memo.ts'
import type { NodeIndex, PlanNode, ProposedOp, SpanOp, TruthOp } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'
import { spanOf } from '../plan/span-closures.ts'
import { truthClosure } from '../plan/truth-closures.ts'
import { truthInterpreter } from '../plan/truth-interpreter.ts'
import { unclippedSpans } from '../plan/unclipped-spans.ts'
import { changeDaysOf } from './change-days.ts'
import { comparisonDependencies, isDated } from './comparison-dependencies.ts'
import { timeInvariance } from './time-invariance.ts'
import type { ComparisonOutcomes, Conditional, Evaluable } from './world.ts'

/**
 * One person on one day, as the evaluator reads it. `epoch` tags cached results of that day, `chartEpoch` those that hold on
 * every day on which the resolved chart is the same.
 */
export type Subject = Readonly<{
  epoch: number
  chartEpoch: number
  chart: ResolvedChart
  sheet: Sheet
  /** The same with dates as they were written; see `writtenSheetOf`. */
  writtenSheet: Sheet | null
  rowOf: (entry: ResolvedEntry) => number
}>

/**
 * Evaluates any condition, term or decision of a pathway for a subject. Nodes are lowered and compiled when they are first
 * asked for. Unlike a plan, every comparison lowers the chart's change horizon to the day on which time could change it.
 */
export type PathwayEvaluator = Readonly<{
  layout: Layout
  newEpoch: () => number
  truth: (condition: Condition, scope: ResolvedEntry | null, subject: Subject) => number
  /** Those of a list whose condition is yes. */
  holding: <T extends Conditional>(of: readonly T[], scope: ResolvedEntry | null, subject: Subject) => readonly T[]
  /** The lower end; the upper one is left in `end.hi` of kernel.ts. */
  span: (term: DateTerm | NumberTerm, scope: ResolvedEntry | null, subject: Subject) => number
  /** The same of dates as they were written. */
  written: (term: DateTerm | NumberTerm, scope: ResolvedEntry | null, subject: Subject) => number
  answer: (decision: Decision, scope: ResolvedEntry | null, subject: Subject) => string
  /**
   * What every comparison comes to that mentions the day, of the person and of each entry. Where a chart stands the same
   * and these do, everything else does that has been asked of it.
   */
  timeDependentComparisons: (subject: Subject) => ComparisonOutcomes
  /**
   * What every comparison comes to, and every condition about the order of entries: where facts and entries say the same and
   * these do, everything else does.
   */
  comparisons: (subject: Subject) => ComparisonOutcomes
  /** Those of them on which something rests, itself or through a decision. */
  comparisonsUnder: (said: Evaluable) => ReadonlySet<NodeIndex>
}>

/** A number or date; null of a condition. Whoever explains asks again for what was asked before. */
function spanIn(placed: LoweredNode): (PlanNode & SpanOp) | null {
  if (placed.op === 'proposed') return null
  const node = { ...placed, uses: 2 }
  return isTruth(node) ? null : node
}

/** Made once for each pathway. */
export const pathwayEvaluator: (pathway: Pathway) => PathwayEvaluator = memoiseWeak(buildEvaluator)

function buildEvaluator(pathway: Pathway): PathwayEvaluator {
  const facts = [...pathway.facts, ...pathway.entries.flatMap(({ fields }) => Object.values(fields))]
  const layout = layoutOf(pathway, new Set(facts))
  const { table, policy, decisions, decisionOf, condition, date, number } = lowering(pathway, layout, true)
  const plan = { layout, decisions }
  const now = {
    epoch: 0,
    sheet: null as unknown as Sheet,
    asking: { asOf: 0, policy: [] as number[] },
    subject: null as Subject | null,
  }
  const unclipped = { epoch: 0, sheet: null as unknown as Sheet, asking: now.asking }
  const asks: EntryFunction[] = []
  const entryKindOfNode: (number | null)[] = []
  const chartEpoch = { epoch: 0 }
  const invariance = timeInvariance(table.nodes, plan)
  const epochFor = (isTimeInvariant: boolean): Epoch => (isTimeInvariant ? chartEpoch : now)
  const decide = decisionEvaluator(plan, asks, now, (decision) => epochFor(invariance.decision(decision)))
  const context = { plan, asks, now, decide: decide.answer, reading: cellReader(plan, now) }

  const { put } = truthInterpreter(context, chartEpoch)
  const written = unclippedSpans(context, unclipped)
  /** Comparisons that mention the day. */
  const timeDependent: NodeIndex[] = []
  /** All of them, and what is asked of the latest entries. */
  const dated: NodeIndex[] = []

  /** Functions for what has been lowered since. */
  const compileNewNodes = (): void => {
    for (let i = asks.length; i < table.nodes.length; i++) {
      asks.push(functionOf(i))
      written.put(i, spanIn(table.nodes[i] as LoweredNode))
      entryKindOfNode.push((table.nodes[i] as LoweredNode).within)
      const node = table.nodes[i] as LoweredNode
      if (node.op === 'compare' && !invariance.node(i)) timeDependent.push(i)
      if (isDated(node)) dated.push(i)
    }
    for (let i = now.asking.policy.length; i < policy.length; i++) now.asking.policy.push(policyNumber(i))
  }
  const policyNumber = (i: number): number => {
    const number = policy[i] as (typeof policy)[number]
    return now.subject === null ? number.default : numberIn(now.subject.chart.policy, number)
  }
  const functionOf = (index: NodeIndex): EntryFunction => {
    const node = table.nodes[index] as LoweredNode
    if (node.op === 'proposed')
      return put(index, { node: { ...node, uses: 1 }, isTimeInvariant: false, ask: ofProposed(node) })
    // Whoever explains asks again for what was asked before.
    const asked = { ...node, uses: 2 }
    const isTimeInvariant = invariance.node(index)
    if (!isTruth(asked)) return spanOf(asked, context, epochFor(isTimeInvariant))
    return put(index, { node: asked, isTimeInvariant, ask: asked.op === 'compare' ? comparing(asked) : null })
  }
  const ofProposed = ({ of, entryKind }: ProposedOp): EntryFunction => {
    const ask = asks[of] as EntryFunction
    const { id } = (layout.entryKinds[entryKind] as (typeof layout.entryKinds)[number]).entry
    return () => (now.subject?.chart.proposed?.kind === id ? ask(now.sheet.counts[entryKind] as number) : 1)
  }
  const comparing = (node: Extract<TruthOp, { op: 'compare' }>): EntryFunction => {
    const flips = changeDaysOf(node, { nodes: table.nodes, asks, asOf: () => now.asking.asOf, mayChangeOn: noteChange })
    const ask = truthClosure(node, context)
    if (flips === null) return ask
    return (entry) => {
      flips(entry)
      return ask(entry)
    }
  }
  const noteChange = (day: number): void => noteChangeOn((now.subject as Subject).chart, day)

  /** The same policy is asked about day after day. */
  let inForce: ResolvedChart['policy'] | null = null
  const open = (subject: Subject): void => {
    if (now.subject === subject) return
    now.epoch = subject.epoch
    chartEpoch.epoch = subject.chartEpoch
    now.subject = subject
    now.sheet = subject.sheet
    unclipped.epoch = subject.epoch
    if (subject.writtenSheet !== null) unclipped.sheet = subject.writtenSheet
    now.asking.asOf = subject.chart.asOf
    if (inForce === subject.chart.policy) return
    inForce = subject.chart.policy
    for (let i = 0; i < policy.length; i++) now.asking.policy[i] = policyNumber(i)
  }
  const lower = (said: Condition | DateTerm | NumberTerm): NodeIndex =>
    isDateTerm(said) ? date(said) : isNumberTerm(said) ? number(said) : condition(said)
  const nodeOf = (said: Condition | DateTerm | NumberTerm): NodeIndex => {
    const known = table.nodeOf.get(said)
    if (known !== undefined && known < asks.length) return known
    const index = lower(said)
    compileNewNodes()
    return index
  }
  const rowIn = (entryKind: number | null, scope: ResolvedEntry | null, subject: Subject): number => {
    if (entryKind === null) return 0
    const { id } = (layout.entryKinds[entryKind] as (typeof layout.entryKinds)[number]).entry
    if (scope?.kind !== id) throw new Error(`Something about a ${id} was asked outside of one.`)
    return subject.rowOf(scope)
  }
  const askNode = (index: NodeIndex, scope: ResolvedEntry | null, subject: Subject): number =>
    (asks[index] as EntryFunction)(rowIn(entryKindOfNode[index] as number | null, scope, subject))

  const askWritten = (index: NodeIndex, scope: ResolvedEntry | null, subject: Subject): number =>
    subject.writtenSheet === null
      ? askNode(index, scope, subject)
      : (written.asks[index] as EntryFunction)(rowIn(entryKindOfNode[index] as number | null, scope, subject))

  const lowered = memoiseWeak((of: readonly Conditional[]): readonly NodeIndex[] => of.map(({ when }) => nodeOf(when)))

  const dependencies = comparisonDependencies(table.nodes, decisions)
  const comparisonsUnder = memoiseWeak((said: Evaluable): ReadonlySet<NodeIndex> => {
    if (said.kind === 'decision') {
      const index = decisionOf(said)
      compileNewNodes()
      return dependencies.decision(index)
    }
    return dependencies.node(nodeOf(said))
  })

  const outcomesOf = (indexes: readonly NodeIndex[], subject: Subject): ComparisonOutcomes => {
    open(subject)
    const nodes: NodeIndex[] = []
    const truths: number[] = []
    for (const index of indexes) {
      const within = entryKindOfNode[index] as number | null
      const rows = within === null ? 1 : (subject.sheet.counts[within] as number)
      for (let row = 0; row < rows; row++) {
        nodes.push(index)
        truths.push((asks[index] as EntryFunction)(row))
      }
    }
    return { nodes, truths }
  }

  let epochs = 0
  return {
    layout,
    newEpoch: () => ++epochs,
    truth: (said, scope, subject) => {
      open(subject)
      return askNode(nodeOf(said), scope, subject)
    },
    holding: (of, scope, subject) => {
      open(subject)
      const indexes = lowered(of)
      return of.filter((_, i) => askNode(indexes[i] as NodeIndex, scope, subject) === 2)
    },
    span: (said, scope, subject) => {
      open(subject)
      return askNode(nodeOf(said), scope, subject)
    },
    written: (said, scope, subject) => {
      open(subject)
      return askWritten(nodeOf(said), scope, subject)
    },
    answer: (decision, scope, subject) => {
      open(subject)
      const index = decisionOf(decision)
      compileNewNodes()
      const { within } = decisions[index] as (typeof decisions)[number]
      return decision.answers[decide.answer(index, rowIn(within, scope, subject))] as string
    },
    timeDependentComparisons: (subject) => outcomesOf(timeDependent, subject),
    comparisons: (subject) => outcomesOf(dated, subject),
    comparisonsUnder,
  }
}
