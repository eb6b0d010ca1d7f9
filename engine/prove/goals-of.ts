import { type Goal, goalAnswer, goalFor } from '../local-search/goal.ts'
import type { Coordinate } from './coordinates.ts'
import { factKey } from './coordinates.ts'
import { positionsIn, truthsAt } from './positions.ts'
import type { StateSpace } from './state-space.ts'
import type { State } from './states.ts'

/** What has to be so of somebody who is in this state. `entry`: the one that is looked at, where it is about entries. */
export function goalsOf(space: StateSpace, state: State, entry: string | null): readonly Goal[] {
  return state.flatMap(({ coordinate, value }) => coordinateGoals(space, coordinate, value, entry))
}

function coordinateGoals(
  space: StateSpace,
  { subject, variable }: Coordinate,
  value: number,
  entry: string | null,
): readonly Goal[] {
  const { plan, d } = space
  const nodes = [...plan.nodes.entries()].filter(([, { within }]) => within === null || entry !== null)
  const asked = (node: number, truth: number): Goal =>
    goalFor(node, 1 << truth, plan.nodes[node]?.within === null ? null : entry)
  switch (subject.kind) {
    case 'fact': {
      const words = subject.classes[value]
      return nodes.flatMap(([index, node]) => {
        if (node.op !== 'word' && node.op !== 'unanswered') return []
        const { fact } = node.place
        if (factKey(fact) !== factKey(subject.fact)) return []
        if (node.op === 'unanswered') return [asked(index, words ? 0 : 2)]
        if (!words) return [asked(index, 1)]
        const isAmong = 'values' in fact && words.some((word) => (node.mask >>> fact.values.indexOf(word)) & 1)
        return [asked(index, isAmong ? 2 : 0)]
      })
    }
    case 'member': {
      const bit = 'values' in subject.fact ? 1 << subject.fact.values.indexOf(subject.member) : 0
      return nodes.flatMap(([index, node]) =>
        node.op === 'member' && node.mask === bit && factKey(node.place.fact) === factKey(subject.fact)
          ? [asked(index, value * 2)]
          : [],
      )
    }
    case 'node':
      return plan.nodes[subject.node]?.within === null || entry !== null ? [asked(subject.node, value)] : []
    case 'some':
      return [
        {
          kind: 'some',
          entryKind: subject.entryKind,
          where: subject.where,
          as: 1 << (d.sizeOf(variable) === 2 ? value * 2 : value),
        },
      ]
    case 'position': {
      const positionAt = positionsIn(plan)
      return nodes.flatMap(([index]) => {
        const cut = positionAt(index)
        return cut?.position.term === subject.term ? [asked(index, truthsAt(cut)[value] as number)] : []
      })
    }
    case 'fold':
      return [goalAnswer(subject.decision, 1 << value)]
    default:
      return subject satisfies never
  }
}
