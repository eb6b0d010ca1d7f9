import { type Chart, type DateFact, exactly, type QuantityFact, type Span } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { stated, unstated } from './answer-moves.ts'
import { onDay, redated } from './edits.ts'
import { truths } from './goal.ts'
import type { SearchState } from './search-state.ts'
import { addSubgoal, type Subgoal, truthSubgoal } from './subgoals.ts'

/** An input of a number or date that a move can set. */
export type Adjustable = Readonly<{
  now: number
  least: number
  most: number
  set: (value: number) => Chart
  /** Known to lie between two days only; not for amounts. */
  vague: ((span: Span) => Chart) | null
  /** Not known. */
  open: readonly Chart[]
}>

/** What there is to turn, and what could be there and is not. */
type Adjustables = Readonly<{ handles: readonly Adjustable[]; lacks: readonly Subgoal[] }>
const nothing: Adjustables = { handles: [], lacks: [] }
const joined = (all: readonly Adjustables[]): Adjustables => ({
  handles: all.flatMap(({ handles }) => handles),
  lacks: all.flatMap(({ lacks }) => lacks),
})

const aLongTime = 45000

/** What a number or date, asked of the entry at this position, can be changed by. */
export function adjustablesOf(index: NodeIndex, at: number, state: SearchState): Adjustables {
  const node = state.plan.nodes[index] as PlanNode
  const within = (of: NodeIndex): Adjustables => adjustablesOf(of, at, state)
  switch (node.op) {
    case 'quantity':
      return { handles: [amount(node.place, at, state)], lacks: [] }
    case 'date':
      return { handles: [date(node.place, at, state)], lacks: [] }
    case 'recorded':
      return recorded(node.place, state)
    case 'entry-date':
      return { handles: [entryDate(node.entryKind, at, state)], lacks: [] }
    case 'latest-date':
    case 'first-date':
      return counting(node.entryKind, node.where, state, (one) =>
        node.field ? date(node.field, one, state) : entryDate(node.entryKind, one, state),
      )
    case 'sum':
      return counting(node.entryKind, node.where, state, (one) => amount(node.field, one, state))
    case 'count':
      return counting(node.entryKind, node.where, state, null)
    case 'provided':
      return joined([
        within(node.date),
        { handles: [], lacks: [truthSubgoal(node.when, truths.yes, at), truthSubgoal(node.when, truths.no, at)] },
      ])
    case 'earliest':
    case 'latest':
    case 'plus':
      return joined(node.of.map(within))
    case 'days':
    case 'years':
      return joined([within(node.from), within(node.to)])
    case 'times':
      return joined([within(node.left), within(node.right)])
    case 'run-length':
      return joined([
        counting(node.entryKind, node.during, state, (one) => entryDate(node.entryKind, one, state)),
        counting(node.entryKind, node.endedBy, state, (one) => entryDate(node.entryKind, one, state)),
      ])
    default:
      return nothing
  }
}

/** Entries that count, or may, and one that is not there yet. */
function counting(
  entryKind: number,
  where: NodeIndex,
  state: SearchState,
  handle: ((at: number) => Adjustable) | null,
): Adjustables {
  const there = [...state.entriesOf(entryKind).keys()]
  const counted = there.filter((at) => state.asked.truth(where, at) !== 0)
  return {
    handles: handle ? counted.map(handle) : [],
    lacks: [
      addSubgoal(entryKind, [where]),
      ...counted.flatMap((at): Subgoal[] => [{ kind: 'drop', entryKind, at }, truthSubgoal(where, truths.unknown, at)]),
    ],
  }
}

const middle = (span: Span | null | undefined, usual: number): number => span?.lo ?? usual

function entryDate(entryKind: number, at: number, state: SearchState): Adjustable {
  const chart = state.chart()
  const id = state.entriesOf(entryKind)[at] as string
  const set = (span: Span | null): Chart => onDay(chart, id, span)
  return {
    now: middle(chart.entries.find((one) => one.id === id)?.date, state.asOf),
    least: state.asOf - aLongTime,
    most: state.asOf,
    set: (value) => set(exactly(value)),
    vague: set,
    open: [set(null)],
  }
}

function date(place: Place, at: number, state: SearchState): Adjustable {
  const { may } = place.fact as DateFact
  const stands = standing(place, at, state)
  return {
    now: stands && 'date' in stands ? stands.date.lo : state.asOf,
    least: may === 'future' ? state.asOf : state.asOf - aLongTime,
    most: may === 'past' ? state.asOf : state.asOf + aLongTime,
    set: (value) => stated(place, at, { date: exactly(value) }, state),
    vague: (span) => stated(place, at, { date: span }, state),
    open: unstated(place, at, state),
  }
}

function amount(place: Place, at: number, state: SearchState): Adjustable {
  const { min, max } = place.fact as QuantityFact
  const stands = standing(place, at, state)
  return {
    now: stands && 'number' in stands ? stands.number : min,
    least: min,
    most: max,
    set: (number) => stated(place, at, { number }, state),
    vague: null,
    open: unstated(place, at, state),
  }
}

/** The day on which the fact was stated; what is asked at every session is stated on that day alone. */
function recorded({ fact }: Place, state: SearchState): Adjustables {
  const chart = state.chart()
  const said = chart.observations.find((one) => one.fact === fact.id)
  if (!said || fact.askedAt === 'session') return nothing
  const set = (span: Span | null): Chart => redated(chart, fact, span)
  const handle: Adjustable = {
    now: middle(said.date, state.asOf),
    least: state.asOf - aLongTime,
    most: state.asOf,
    set: (value) => set(exactly(value)),
    vague: set,
    open: [set(null)],
  }
  return { handles: [handle], lacks: [] }
}

function standing({ fact, entryKind }: Place, at: number, state: SearchState) {
  const chart = state.chart()
  if (entryKind === null) return chart.observations.find((one) => one.fact === fact.id)?.value
  return chart.entries.find((one) => one.id === state.entriesOf(entryKind)[at])?.fields[fact.id]
}
