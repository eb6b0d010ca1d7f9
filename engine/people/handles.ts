import { type Chart, type DateFact, exactly, type QuantityFact, type Span } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { onDay, redated } from './edits.ts'
import { type Aim, addAim, truthAim } from './options.ts'
import type { Scene } from './scene.ts'
import { told, untold } from './telling.ts'
import { truths } from './wish.ts'

/** Something a number or date rests on that can be set. */
export type Handle = Readonly<{
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
type Turning = Readonly<{ handles: readonly Handle[]; lacks: readonly Aim[] }>
const nothing: Turning = { handles: [], lacks: [] }
const joined = (all: readonly Turning[]): Turning => ({
  handles: all.flatMap(({ handles }) => handles),
  lacks: all.flatMap(({ lacks }) => lacks),
})

const aLongTime = 45000

/** What a number or date, asked of the entry at this position, can be changed by. */
export function turning(index: NodeIndex, at: number, scene: Scene): Turning {
  const node = scene.plan.nodes[index] as PlanNode
  const within = (of: NodeIndex): Turning => turning(of, at, scene)
  switch (node.op) {
    case 'quantity':
      return { handles: [amount(node.place, at, scene)], lacks: [] }
    case 'date':
      return { handles: [date(node.place, at, scene)], lacks: [] }
    case 'recorded':
      return recorded(node.place, scene)
    case 'entry-date':
      return { handles: [entryDate(node.entryKind, at, scene)], lacks: [] }
    case 'latest-date':
    case 'first-date':
      return counting(node.entryKind, node.where, scene, (one) =>
        node.field ? date(node.field, one, scene) : entryDate(node.entryKind, one, scene),
      )
    case 'sum':
      return counting(node.entryKind, node.where, scene, (one) => amount(node.field, one, scene))
    case 'count':
      return counting(node.entryKind, node.where, scene, null)
    case 'provided':
      return joined([
        within(node.date),
        { handles: [], lacks: [truthAim(node.when, truths.yes, at), truthAim(node.when, truths.no, at)] },
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
        counting(node.entryKind, node.during, scene, (one) => entryDate(node.entryKind, one, scene)),
        counting(node.entryKind, node.endedBy, scene, (one) => entryDate(node.entryKind, one, scene)),
      ])
    default:
      return nothing
  }
}

/** Entries that count, or may, and one that is not there yet. */
function counting(entryKind: number, where: NodeIndex, scene: Scene, handle: ((at: number) => Handle) | null): Turning {
  const there = [...scene.entriesOf(entryKind).keys()]
  const counted = there.filter((at) => scene.asked.truth(where, at) !== 0)
  return {
    handles: handle ? counted.map(handle) : [],
    lacks: [
      addAim(entryKind, [where]),
      ...counted.flatMap((at): Aim[] => [{ kind: 'drop', entryKind, at }, truthAim(where, truths.unknown, at)]),
    ],
  }
}

const middle = (span: Span | null | undefined, usual: number): number => span?.lo ?? usual

function entryDate(entryKind: number, at: number, scene: Scene): Handle {
  const chart = scene.chart()
  const id = scene.entriesOf(entryKind)[at] as string
  const set = (span: Span | null): Chart => onDay(chart, id, span)
  return {
    now: middle(chart.entries.find((one) => one.id === id)?.date, scene.asOf),
    least: scene.asOf - aLongTime,
    most: scene.asOf,
    set: (value) => set(exactly(value)),
    vague: set,
    open: [set(null)],
  }
}

function date(place: Place, at: number, scene: Scene): Handle {
  const { may } = place.fact as DateFact
  const stands = standing(place, at, scene)
  return {
    now: stands && 'date' in stands ? stands.date.lo : scene.asOf,
    least: may === 'future' ? scene.asOf : scene.asOf - aLongTime,
    most: may === 'past' ? scene.asOf : scene.asOf + aLongTime,
    set: (value) => told(place, at, { date: exactly(value) }, scene),
    vague: (span) => told(place, at, { date: span }, scene),
    open: untold(place, at, scene),
  }
}

function amount(place: Place, at: number, scene: Scene): Handle {
  const { min, max } = place.fact as QuantityFact
  const stands = standing(place, at, scene)
  return {
    now: stands && 'number' in stands ? stands.number : min,
    least: min,
    most: max,
    set: (number) => told(place, at, { number }, scene),
    vague: null,
    open: untold(place, at, scene),
  }
}

/** The day on which the fact was stated; what is asked at every session is stated on that day alone. */
function recorded({ fact }: Place, scene: Scene): Turning {
  const chart = scene.chart()
  const said = chart.observations.find((one) => one.fact === fact.id)
  if (!said || fact.askedAt === 'session') return nothing
  const set = (span: Span | null): Chart => redated(chart, fact, span)
  const handle: Handle = {
    now: middle(said.date, scene.asOf),
    least: scene.asOf - aLongTime,
    most: scene.asOf,
    set: (value) => set(exactly(value)),
    vague: set,
    open: [set(null)],
  }
  return { handles: [handle], lacks: [] }
}

function standing({ fact, entryKind }: Place, at: number, scene: Scene) {
  const chart = scene.chart()
  if (entryKind === null) return chart.observations.find((one) => one.fact === fact.id)?.value
  return chart.entries.find((one) => one.id === scene.entriesOf(entryKind)[at])?.fields[fact.id]
}
