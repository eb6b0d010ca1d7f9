import { isTruth } from '../plan/is-truth.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import type { Coordinate } from './coordinates.ts'
import type { Diagram } from './diagram-manager.ts'
import { unknown } from './kleene.ts'
import { type Move, outcomeChanges } from './outcome-changes.ts'
import type { PositionValue } from './positions.ts'
import type { StateSpace } from './state-space.ts'

/**
 * From a value to each that learning more could turn it into. For what is said about entries that is mostly "unknown" to
 * anything; where a condition inside rests on what is established, learning may also turn it round.
 */
export function learningMoves(space: StateSpace): (coordinate: Coordinate) => readonly Move[] {
  const { plan, d } = space
  const turns = new Map<Diagram, readonly Move[]>()
  const learned = new Map<number, readonly Move[]>()

  const movesOf = (coordinate: Coordinate): readonly Move[] => {
    const known = learned.get(coordinate.variable)
    if (known) return known
    const found = [...coordinate.learnable, ...roundabout(coordinate)]
    learned.set(coordinate.variable, found)
    return found
  }
  /** Moves beyond "unknown to anything", where what is asked of entries can turn round. */
  const roundabout = ({ subject, variable }: Coordinate): readonly Move[] => {
    switch (subject.kind) {
      case 'some':
        return d.sizeOf(variable) === 2
          ? settledMoves(turnsIn(subject.condition))
          : someMoves(turnsIn(subject.condition))
      case 'node':
        return turnsInside(subject.node) ? everyMove(d.sizeOf(variable)) : []
      case 'position': {
        // What is learnt within a run is not followed, and the promise says so (prove.ts).
        if (plan.nodes[subject.term]?.op === 'run-length' || !turnsInside(subject.term)) return []
        const direction = directionOf(subject.term)
        return everyMove(d.sizeOf(variable)).filter(([from, to]) =>
          goes(direction, subject.values[from], subject.values[to]),
        )
      }
      default:
        return []
    }
  }
  /** Days since the latest of entries that can only drop out of it grow; days until it shrink. */
  const directionOf = (index: NodeIndex): 'up' | 'down' | 'any' => {
    const node = plan.nodes[index] as PlanNode
    if (node.op !== 'days') return 'any'
    const [from, to] = [node.from, node.to].map((end) => ({ drops: onlyDrops(end), turns: turnsInside(end) }))
    if (!to?.turns && from?.drops) return 'up'
    return !from?.turns && to?.drops ? 'down' : 'any'
  }
  const onlyDrops = (index: NodeIndex): boolean => {
    const node = plan.nodes[index] as PlanNode
    return node.op === 'latest-date' && turnsOf(node.where).every(([from, to]) => to < from)
  }
  /** Something it asks of entries can turn round. */
  const turnsInside = (index: NodeIndex): boolean =>
    operandsOf(plan.nodes[index] as PlanNode).some((part) =>
      isTruth(plan.nodes[part] as PlanNode) ? turnsOf(part).length > 0 : turnsInside(part),
    )

  /** From yes or no to something else: what learning more should not do, and does where a condition rests on what is established. */
  const turnsOf = (index: NodeIndex): readonly Move[] => turnsIn(space.condition(index))
  const turnsIn = (root: Diagram): readonly Move[] => {
    const known = turns.get(root)
    if (known) return known
    const moves = outcomeChanges(space, root, movesOf).filter(([from]) => from !== unknown)
    turns.set(root, moves)
    return moves
  }
  return movesOf
}

/** What "some entry" can do when it can do this for one entry: the others may stand wherever they do. */
export function someMoves(ofOne: readonly Move[]): readonly Move[] {
  return everyMove(3).filter(([from, to]) =>
    to > from
      ? ofOne.some(([before, after]) => before <= from && after === to)
      : ofOne.some(([before, after]) => before === from && after <= to),
  )
}

/** The same where it is always known: the values are then no and yes. */
export const settledMoves = (ofOne: readonly Move[]): readonly Move[] =>
  someMoves(ofOne).flatMap(([from, to]): Move[] => (from === unknown || to === unknown ? [] : [[from / 2, to / 2]]))

const goes = (direction: 'up' | 'down' | 'any', from?: PositionValue, to?: PositionValue): boolean => {
  if (direction === 'any' || !from || !to) return true
  return direction === 'up' ? to[0] >= from[0] : to[1] <= from[1]
}

export const everyMove = (size: number): readonly Move[] =>
  Array.from({ length: size }, (_, from) => Array.from({ length: size }, (_, to): Move => [from, to]))
    .flat()
    .filter(([from, to]) => from !== to)
