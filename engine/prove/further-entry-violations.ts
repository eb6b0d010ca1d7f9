import type { Entry, Fact } from '@facialis/language'
import { isTruth } from '../plan/is-truth.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, PlanNode, PlannedBody } from '../plan/plan.ts'
import { adverseOnly } from './adverse-violations.ts'
import type { Coordinate, CoordinateSubject } from './coordinates.ts'
import type { Diagram } from './diagram-manager.ts'
import { no, yes } from './kleene.ts'
import { everyMove, settledMoves, someMoves } from './learning-moves.ts'
import { monotonicityViolations, type Violation } from './monotonicity-violations.ts'
import { type Move, noOutcome, outcomeChanges } from './outcome-changes.ts'
import type { StateSpace } from './state-space.ts'
import { coordinatesIn, outcomesOf } from './states.ts'

/**
 * From somebody with one more entry of a kind, which says nothing but what is adverse, back to the same without it. An entry
 * moves much at once; each of it by itself must not make the answer bolder, so neither does all of it.
 */
export function* furtherEntryViolations(space: StateSpace, decision: number, kind: Entry): Generator<Violation> {
  const entryKind = space.plan.layout.entryKinds.findIndex(({ entry }) => entry.id === kind.id)
  if (entryKind < 0) throw new Error(`Nobody has a ${kind.id}: a further one cannot be proved to open nothing.`)
  const movesOf = movesOfAddedEntry(space, entryKind, includingFilled(kind, adverseOnly(space, decision)))
  const everywhere = space.d.terminal(1)
  for (const coordinate of coordinatesIn(space, space.decision(decision))) {
    const back = movesOf(coordinate).map(([from, to]): Move => [to, from])
    yield* monotonicityViolations(space, decision, coordinate.variable, back, everywhere)
  }
}

type MayBeSaid = (fact: Fact, word: string) => boolean

/** A word that may be said may fill others with what may not: "normal" says of each finding that it is absent. */
function includingFilled({ fills }: Entry, maySay: MayBeSaid): MayBeSaid {
  const filled = new Set<string>()
  const isFilled = ({ id }: Fact, word: string) => filled.has(`${id} ${word}`)
  const mayStand: MayBeSaid = (fact, word) => maySay(fact, word) || isFilled(fact, word)
  for (const { field, is, fills: others, with: word } of fills)
    if (mayStand(field, is)) for (const { id } of others) filled.add(`${id} ${word}`)
  return mayStand
}

type Folded = Extract<PlannedBody, { kind: 'fold' }>

/**
 * What one more entry in a room can do to what is said of entries. That some entry is such it can make truer, by what it
 * says itself; the latest day it can only make later; and what hangs on either may turn in entries that were there before.
 */
function movesOfAddedEntry(space: StateSpace, entryKind: number, mayBeSaid: MayBeSaid) {
  const { plan, d } = space
  const known = new Map<number, readonly Move[]>()
  const turned = new Map<Diagram, readonly Move[]>()
  const moved = new Map<NodeIndex, boolean>()

  const movesOf = (coordinate: Coordinate): readonly Move[] => {
    const found = known.get(coordinate.variable) ?? movesIn(coordinate)
    known.set(coordinate.variable, found)
    return found
  }
  const movesIn = ({ subject, variable }: Coordinate): readonly Move[] => {
    const size = d.sizeOf(variable)
    switch (subject.kind) {
      case 'some': {
        const own = subject.entryKind === entryKind ? saidOf(subject.condition).map((truth): Move => [0, truth]) : []
        const turns = [...own, ...turnsIn(subject.condition)]
        return size === 2 ? settledMoves(turns) : someMoves(turns)
      }
      case 'fold':
        return foldMoves((plan.decisions[subject.decision] as Readonly<{ body: Folded }>).body, size)
      case 'position':
        return everyMove(size).filter(([from, to]) => mayLieThen(subject, from, to))
      case 'node':
        return isMoved(subject.node) ? everyMove(size) : []
      case 'fact':
      case 'member':
        return []
      default:
        return subject satisfies never
    }
  }

  /** What comes out of a diagram for an entry that says nothing but what is adverse. */
  const saidOf = (root: Diagram): readonly number[] => {
    const scope = plan.layout.entryKinds[entryKind]?.entry.id
    const kept = coordinatesIn(space, root).reduce((so, { subject, variable }) => {
      const isSaid =
        subject.kind === 'member' && subject.fact.scope === scope
          ? [true, mayBeSaid(subject.fact, subject.member)]
          : subject.kind === 'fact' &&
              subject.fact.scope === scope &&
              'values' in subject.fact &&
              subject.fact.type !== 'set'
            ? [...subject.classes.map((words) => words.some((word) => mayBeSaid(subject.fact, word))), true]
            : null
      if (isSaid === null) return so
      const isKept = d.makeNode(variable, isSaid.map(Number).map(d.terminal))
      return d.apply(isKept, so, { name: 'kept to', of: (kept, outcome) => (kept === 1 ? outcome : noOutcome) })
    }, root)
    return [...outcomesOf(space, kept)].filter((outcome) => outcome !== noOutcome)
  }

  /** From what a diagram comes to for an entry that was there before to what it then comes to, in one turn or several. */
  const turnsIn = (root: Diagram): readonly Move[] => {
    const found = turned.get(root)
    if (found) return found
    const all = transitiveClosure(outcomeChanges(space, root, movesOf))
    turned.set(root, all)
    return all
  }

  /** The first of the answers in its order that any entry has stands for all; what stands without any entry gives way to the first. */
  const foldMoves = ({ entryKind: folded, each, join, otherwise }: Folded, size: number): readonly Move[] => {
    const rankOf = (answer: number): number => {
      const at = join.findIndex((one) => one.answer === answer)
      return at < 0 ? join.length : at
    }
    const answerOf = (of: number): number => join.find((one) => one.each === of)?.answer ?? otherwise
    const root = space.decision(each)
    const [own, turns] = [folded === entryKind ? saidOf(root) : [], turnsIn(root)]
    const comes = new Set([...own, ...turns.map(([, to]) => to)].map(answerOf))
    const goes = new Set(turns.map(([from]) => answerOf(from)))
    const isFirst = (from: number): boolean => folded === entryKind && from === otherwise
    return everyMove(size).filter(([from, to]) =>
      rankOf(to) < rankOf(from) ? comes.has(to) : goes.has(from) || (isFirst(from) && comes.has(to)),
    )
  }

  /** Days since the latest of these entries become fewer, days until it more; and nobody knows how many where it has no date. */
  const mayLieThen = (
    { term, marks, values }: Extract<CoordinateSubject, { kind: 'position' }>,
    from: number,
    to: number,
  ) => {
    if (!isMoved(term)) return false
    const node = plan.nodes[term] as PlanNode
    const [before, after] = [values[from], values[to]]
    if (node.op !== 'days' || !before || !after) return true
    if (after[0] === 0 && after[1] === marks.length) return true
    const [since, until] = [laterBy(node.from), laterBy(node.to)]
    if (since && !isMoved(node.to))
      return after[0] <= before[0] && (since === 'surely' ? after[1] <= before[1] : after[1] === before[1])
    if (until && !isMoved(node.from))
      return after[1] >= before[1] && (until === 'surely' ? after[0] >= before[0] : after[0] === before[0])
    return true
  }
  /** The latest day of entries none of which stops being such comes later; or only may, where nobody knows of the new one whether it is such. */
  const laterBy = (index: NodeIndex): 'surely' | 'maybe' | null => {
    const node = plan.nodes[index] as PlanNode
    if (node.op !== 'latest-date') return null
    const such = space.condition(node.where)
    const becomes = [
      ...turnsIn(such),
      ...(node.entryKind === entryKind ? saidOf(such) : []).map((truth): Move => [no, truth]),
    ]
    if (becomes.some(([from, to]) => to < from)) return null
    return becomes.some(([, to]) => to === yes) ? 'surely' : 'maybe'
  }
  /** Whether what it says or how much it is may change at all. */
  const isMoved = (index: NodeIndex): boolean => {
    const found = moved.get(index)
    if (found !== undefined) return found
    const node = plan.nodes[index] as PlanNode
    const parts = operandsOf(node)
    // An entry of which it is sure that it is not such adds nothing to those that are.
    const adds =
      'entryKind' in node &&
      node.entryKind === entryKind &&
      parts.some((part) => saidOf(space.condition(part)).some(isPossible))
    const so = node.op === 'decided' || adds || parts.some((part) => (isAsked(part) ? turns(part) : isMoved(part)))
    moved.set(index, so)
    return so
  }
  const isAsked = (part: NodeIndex): boolean => isTruth(plan.nodes[part] as PlanNode)
  const turns = (part: NodeIndex): boolean => turnsIn(space.condition(part)).length > 0
  return movesOf
}

const isPossible = (truth: number): boolean => truth !== no

/** With whatever several moves come to, one after the other. */
function transitiveClosure(moves: readonly Move[]): readonly Move[] {
  const all = new Map(moves.map((move) => [move.join(), move]))
  for (const [from, between] of all.values())
    for (const [before, to] of all.values())
      if (before === between && from !== to) all.set([from, to].join(), [from, to])
  return [...all.values()]
}
