import { type Literal, negate, variableOf } from './literal.ts'
import { withCapacity } from './with-capacity.ts'

/** What was assigned without a clause that asks for it: by a decision, or as what was given. */
export const noReason = -1

/**
 * What is assigned so far. Each decision begins a level, and what follows from it belongs to that level; level 0 is what
 * holds whatever is decided. The rows grow: whoever keeps one does so only until the next variable.
 */
export type Assignment = {
  /** By literal: 1 true, -1 false, 0 open. */
  values: Int8Array
  /** By variable: the level on which it was assigned, and the clause that asked for it. */
  levels: Int32Array
  reasons: Int32Array
  /** The literals that are true, in the order in which they became so. */
  readonly trail: readonly Literal[]
  readonly variables: () => number
  readonly level: () => number
  readonly variable: () => Literal
  readonly assign: (literal: Literal, reason: number) => void
  /** The next of the trail whose consequences were not looked at yet; null when there is none. */
  readonly nextToPropagate: () => Literal | null
  readonly beginLevel: () => void
  /** Takes back what was assigned above this level, and tells of each variable that is open again. */
  readonly backtrack: (level: number) => void
  /** The literal of a variable that was last true; its opposite at first. */
  readonly savedPhase: (variable: number) => Literal
}

export function createAssignment(isOpenAgain: (variable: number) => void): Assignment {
  const trail: Literal[] = []
  const ends: number[] = []
  let lastTrue = new Uint8Array()
  let followed = 0
  let count = 0

  const assignment: Assignment = {
    values: new Int8Array(),
    levels: new Int32Array(),
    reasons: new Int32Array(),
    trail,
    variables: () => count,
    level: () => ends.length,
    variable: () => {
      const literal = count++ * 2
      assignment.values = withCapacity(assignment.values, count * 2)
      assignment.levels = withCapacity(assignment.levels, count)
      assignment.reasons = withCapacity(assignment.reasons, count)
      lastTrue = withCapacity(lastTrue, count)
      return literal
    },
    assign: (literal, reason) => {
      assignment.values[literal] = 1
      assignment.values[negate(literal)] = -1
      assignment.levels[variableOf(literal)] = ends.length
      assignment.reasons[variableOf(literal)] = reason
      trail.push(literal)
    },
    nextToPropagate: () => (followed < trail.length ? (trail[followed++] as Literal) : null),
    beginLevel: () => {
      ends.push(trail.length)
    },
    backtrack: (level) => {
      if (ends.length <= level) return
      const end = ends[level] as number
      for (let i = trail.length - 1; i >= end; i--) {
        const literal = trail[i] as Literal
        assignment.values[literal] = assignment.values[negate(literal)] = 0
        lastTrue[variableOf(literal)] = 1 - (literal & 1)
        isOpenAgain(variableOf(literal))
      }
      trail.length = end
      ends.length = level
      followed = end
    },
    savedPhase: (variable) => variable * 2 + (1 - (lastTrue[variable] as number)),
  }
  return assignment
}
