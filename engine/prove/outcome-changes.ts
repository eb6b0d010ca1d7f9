import type { Coordinate } from './coordinates.ts'
import type { Diagram } from './diagram-manager.ts'
import type { StateSpace } from './state-space.ts'
import { coordinatesIn, outcomesOf } from './states.ts'

/** One value of a coordinate, or one outcome, becomes another. */
export type Move = readonly [from: number, to: number]

/** Beyond every truth and every answer. */
export const noOutcome = 1000
const sideBySide = { name: 'side by side', of: (a: number, b: number) => a * noOutcome + b }

/** All changes of outcome of a diagram when one coordinate makes one of its moves and all others stay. */
export function outcomeChanges(
  space: StateSpace,
  root: Diagram,
  movesOf: (coordinate: Coordinate) => readonly Move[],
): readonly Move[] {
  const { d } = space
  const found = new Map<string, Move>()
  for (const coordinate of coordinatesIn(space, root))
    for (const [from, to] of movesOf(coordinate)) {
      const [before, after] = [d.restrict(root, coordinate.variable, from), d.restrict(root, coordinate.variable, to)]
      if (before === after) continue
      for (const outcome of outcomesOf(space, d.apply(before, after, sideBySide))) {
        const move: Move = [Math.floor(outcome / noOutcome), outcome % noOutcome]
        if (move[0] !== move[1]) found.set(move.join(), move)
      }
    }
  return [...found.values()]
}
