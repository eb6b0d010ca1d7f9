import type { Coordinate } from './coordinates.ts'
import type { Diagram } from './diagrams.ts'
import type { Space } from './space.ts'
import { coordinatesIn, outcomesOf } from './states.ts'

/** One value of a coordinate, or one outcome, becomes another. */
export type Move = readonly [from: number, to: number]

/** Beyond every truth and every answer. */
export const beyond = 1000
const sideBySide = { name: 'side by side', of: (a: number, b: number) => a * beyond + b }

/** From what comes out of a diagram to what else does where one thing moves as it may and all else stays. */
export function turnsBy(
  space: Space,
  root: Diagram,
  movesOf: (coordinate: Coordinate) => readonly Move[],
): readonly Move[] {
  const { d } = space
  const found = new Map<string, Move>()
  for (const coordinate of coordinatesIn(space, root))
    for (const [from, to] of movesOf(coordinate)) {
      const [before, after] = [d.given(root, coordinate.variable, from), d.given(root, coordinate.variable, to)]
      if (before === after) continue
      for (const outcome of outcomesOf(space, d.join(before, after, sideBySide))) {
        const move: Move = [Math.floor(outcome / beyond), outcome % beyond]
        if (move[0] !== move[1]) found.set(move.join(), move)
      }
    }
  return [...found.values()]
}
