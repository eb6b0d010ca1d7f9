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
import { answering } from '../plan/answering.ts'
import { overWritten } from '../plan/as-written.ts'
import type { Placed } from '../plan/interning.ts'
import { isTruth } from '../plan/is-truth.ts'
import type { OfEntry } from '../plan/kernel.ts'
import { type Layout, layoutOf } from '../plan/layout.ts'
import { lowering } from '../plan/lowering.ts'
import type { Run } from '../plan/memo.ts'
import type { NodeIndex, PlanNode, ProposedOp, SpanOp, TruthOp } from '../plan/plan.ts'
import { reading } from '../plan/reading.ts'
import type { Sheet } from '../plan/sheet.ts'
import { spanOf } from '../plan/span-closures.ts'
import { truthClosure } from '../plan/truth-closures.ts'
import { truths } from '../plan/truths.ts'
import { comparedWithDay } from './compared-with-day.ts'
import { flipsOf } from './flips.ts'
import { steadiness } from './steady.ts'
import type { Compared, Conditional, Said } from './world.ts'

/**
 * One person on one day, as the functions read it. What is remembered of that day is marked with one number, what holds
 * for as long as the chart stands so with another.
 */
export type Opened = Readonly<{
  run: number
  standing: number
  chart: ResolvedChart
  sheet: Sheet
  /** The same with dates as they were written; see `writtenSheetOf`. */
  writtenSheet: Sheet | null
  rowOf: (entry: ResolvedEntry) => number
}>

/**
 * Everything that is asked of a pathway's people, as functions over a sheet: decisions and, when it is first asked for,
 * any other condition or term. Unlike a plan they tell the person's clock when time could turn what they compared.
 */
export type AskedOfPeople = Readonly<{
  layout: Layout
  newRun: () => number
  truth: (condition: Condition, scope: ResolvedEntry | null, opened: Opened) => number
  /** Those of a list whose condition is yes. */
  holding: <T extends Conditional>(of: readonly T[], scope: ResolvedEntry | null, opened: Opened) => readonly T[]
  /** The lower end; the upper one is left in `end.hi` of kernel.ts. */
  span: (term: DateTerm | NumberTerm, scope: ResolvedEntry | null, opened: Opened) => number
  /** The same of dates as they were written. */
  written: (term: DateTerm | NumberTerm, scope: ResolvedEntry | null, opened: Opened) => number
  answer: (decision: Decision, scope: ResolvedEntry | null, opened: Opened) => string
  /**
   * What every comparison comes to that mentions the day, of the person and of each entry. Where a chart stands the same
   * and these do, everything else does that has been asked of it.
   */
  comparedToday: (opened: Opened) => Compared
  /** Those comparisons of them on which something rests, itself or through a decision. */
  restsOn: (said: Said) => ReadonlySet<NodeIndex>
}>

/** A number or date; null of a condition. Whoever explains asks again for what was asked before. */
function spanIn(placed: Placed): (PlanNode & SpanOp) | null {
  if (placed.op === 'proposed') return null
  const node = { ...placed, uses: 2 }
  return isTruth(node) ? null : node
}

/** Made once for each pathway. */
export const askedOfPeople: (pathway: Pathway) => AskedOfPeople = memoiseWeak(askedAbout)

function askedAbout(pathway: Pathway): AskedOfPeople {
  const facts = [...pathway.facts, ...pathway.entries.flatMap(({ fields }) => Object.values(fields))]
  const layout = layoutOf(pathway, new Set(facts))
  const { table, policy, decisions, decisionOf, condition, date, number } = lowering(pathway, layout, true)
  const plan = { layout, decisions }
  const now = {
    run: 0,
    sheet: null as unknown as Sheet,
    asking: { asOf: 0, policy: [] as number[] },
    opened: null as Opened | null,
  }
  const onPaper = { run: 0, sheet: null as unknown as Sheet, asking: now.asking }
  const asks: OfEntry[] = []
  const withins: (number | null)[] = []
  const asItStands = { run: 0 }
  const steady = steadiness(table.made, plan)
  const during = (isSteady: boolean): Run => (isSteady ? asItStands : now)
  const decide = answering(plan, asks, now, (decision) => during(steady.decision(decision)))
  const around = { plan, asks, now, decide: decide.answer, reading: reading(plan, now) }

  const { put } = truths(around, asItStands)
  const written = overWritten(around, onPaper)
  /** Comparisons that mention the day. */
  const moving: NodeIndex[] = []

  /** Functions for what has been lowered since. */
  const grow = (): void => {
    for (let i = asks.length; i < table.made.length; i++) {
      asks.push(functionOf(i))
      written.put(i, spanIn(table.made[i] as Placed))
      withins.push((table.made[i] as Placed).within)
      if (table.made[i]?.op === 'compare' && !steady.node(i)) moving.push(i)
    }
    for (let i = now.asking.policy.length; i < policy.length; i++) now.asking.policy.push(policyNumber(i))
  }
  const policyNumber = (i: number): number => {
    const number = policy[i] as (typeof policy)[number]
    return now.opened === null ? number.default : numberIn(now.opened.chart.policy, number)
  }
  const functionOf = (index: NodeIndex): OfEntry => {
    const node = table.made[index] as Placed
    if (node.op === 'proposed')
      return put(index, { node: { ...node, uses: 1 }, isSteady: false, ask: ofProposed(node) })
    // Whoever explains asks again for what was asked before.
    const asked = { ...node, uses: 2 }
    const isSteady = steady.node(index)
    if (!isTruth(asked)) return spanOf(asked, around, during(isSteady))
    return put(index, { node: asked, isSteady, ask: asked.op === 'compare' ? comparing(asked) : null })
  }
  const ofProposed = ({ of, room }: ProposedOp): OfEntry => {
    const ask = asks[of] as OfEntry
    const { id } = (layout.rooms[room] as (typeof layout.rooms)[number]).entry
    return () => (now.opened?.chart.proposed?.kind === id ? ask(now.sheet.counts[room] as number) : 1)
  }
  const comparing = (node: Extract<TruthOp, { op: 'compare' }>): OfEntry => {
    const flips = flipsOf(node, { nodes: table.made, asks, asOf: () => now.asking.asOf, mayChangeOn: hear })
    const ask = truthClosure(node, around)
    if (flips === null) return ask
    return (entry) => {
      flips(entry)
      return ask(entry)
    }
  }
  const hear = (day: number): void => noteChangeOn((now.opened as Opened).chart, day)

  /** The same policy is asked about day after day. */
  let inForce: ResolvedChart['policy'] | null = null
  const open = (opened: Opened): void => {
    if (now.opened === opened) return
    now.run = opened.run
    asItStands.run = opened.standing
    now.opened = opened
    now.sheet = opened.sheet
    onPaper.run = opened.run
    if (opened.writtenSheet !== null) onPaper.sheet = opened.writtenSheet
    now.asking.asOf = opened.chart.asOf
    if (inForce === opened.chart.policy) return
    inForce = opened.chart.policy
    for (let i = 0; i < policy.length; i++) now.asking.policy[i] = policyNumber(i)
  }
  const lower = (said: Condition | DateTerm | NumberTerm): NodeIndex =>
    isDateTerm(said) ? date(said) : isNumberTerm(said) ? number(said) : condition(said)
  const nodeOf = (said: Condition | DateTerm | NumberTerm): NodeIndex => {
    const known = table.nodeOf.get(said)
    if (known !== undefined && known < asks.length) return known
    const index = lower(said)
    grow()
    return index
  }
  const rowIn = (room: number | null, scope: ResolvedEntry | null, opened: Opened): number => {
    if (room === null) return 0
    const { id } = (layout.rooms[room] as (typeof layout.rooms)[number]).entry
    if (scope?.kind !== id) throw new Error(`Something about a ${id} was asked outside of one.`)
    return opened.rowOf(scope)
  }
  const askNode = (index: NodeIndex, scope: ResolvedEntry | null, opened: Opened): number =>
    (asks[index] as OfEntry)(rowIn(withins[index] as number | null, scope, opened))

  const askWritten = (index: NodeIndex, scope: ResolvedEntry | null, opened: Opened): number =>
    opened.writtenSheet === null
      ? askNode(index, scope, opened)
      : (written.asks[index] as OfEntry)(rowIn(withins[index] as number | null, scope, opened))

  const lowered = memoiseWeak((of: readonly Conditional[]): readonly NodeIndex[] => of.map(({ when }) => nodeOf(when)))

  const under = comparedWithDay(table.made, decisions, steady)
  const restsOn = memoiseWeak((said: Said): ReadonlySet<NodeIndex> => {
    if (said.kind === 'decision') {
      const index = decisionOf(said)
      grow()
      return under.decision(index)
    }
    return under.node(nodeOf(said))
  })

  let runs = 0
  return {
    layout,
    newRun: () => ++runs,
    truth: (said, scope, opened) => {
      open(opened)
      return askNode(nodeOf(said), scope, opened)
    },
    holding: (of, scope, opened) => {
      open(opened)
      const indexes = lowered(of)
      return of.filter((_, i) => askNode(indexes[i] as NodeIndex, scope, opened) === 2)
    },
    span: (said, scope, opened) => {
      open(opened)
      return askNode(nodeOf(said), scope, opened)
    },
    written: (said, scope, opened) => {
      open(opened)
      return askWritten(nodeOf(said), scope, opened)
    },
    answer: (decision, scope, opened) => {
      open(opened)
      const index = decisionOf(decision)
      grow()
      const { within } = decisions[index] as (typeof decisions)[number]
      return decision.answers[decide.answer(index, rowIn(within, scope, opened))] as string
    },
    comparedToday: (opened) => {
      open(opened)
      const nodes: NodeIndex[] = []
      const truths: number[] = []
      for (const index of moving) {
        const within = withins[index] as number | null
        const rows = within === null ? 1 : (opened.sheet.counts[within] as number)
        for (let row = 0; row < rows; row++) {
          nodes.push(index)
          truths.push((asks[index] as OfEntry)(row))
        }
      }
      return { nodes, truths }
    },
    restsOn,
  }
}
