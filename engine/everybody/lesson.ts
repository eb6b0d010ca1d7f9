import { type Assignment, noReason } from './assignment.ts'
import type { Clause, Clauses } from './clauses.ts'
import { withRoom } from './growing.ts'
import { type Literal, opposite, variableOf } from './literal.ts'

/** The literals that cannot all be false; the first is the one that turns. */
export type Lesson = readonly [Literal, ...Literal[]]

/**
 * What a contradiction teaches: from the broken clause back along the clauses that asked for its literals, until a single
 * literal of the last level is left (the first unique implication point). Tells of each variable that is met on the way.
 */
export function lessonsOf(
  assignment: Assignment,
  clauses: Clauses,
  isMet: (variable: number) => void,
): (broken: Clause) => Lesson {
  let met = new Uint8Array()

  /** Nothing is lost without it: all that asked for it is in the lesson, or holds whatever is decided. */
  const followsFromOthers = (literal: Literal): boolean => {
    const { levels, reasons } = assignment
    const reason = reasons[variableOf(literal)] as number
    const isSaid = (other: Literal): boolean =>
      variableOf(other) === variableOf(literal) || met[variableOf(other)] === 1 || levels[variableOf(other)] === 0
    return reason !== noReason && clauses.every(reason, isSaid)
  }

  return (broken) => {
    const { levels, reasons, trail } = assignment
    met = withRoom(met, assignment.variables())
    const others: Literal[] = []
    const touched: number[] = []
    let open = 0
    let turns: Literal = -1
    let at = broken
    let place = trail.length
    const look = (literal: Literal): void => {
      const about = variableOf(literal)
      if (literal === turns || met[about] === 1 || levels[about] === 0) return
      met[about] = 1
      touched.push(about)
      isMet(about)
      if (levels[about] === assignment.level()) open++
      else others.push(literal)
    }
    do {
      clauses.literalsOf(at, look)
      do turns = trail[--place] as Literal
      while (met[variableOf(turns)] !== 1)
      at = reasons[variableOf(turns)] as number
    } while (--open > 0)
    const needed = others.filter((literal) => !followsFromOthers(literal))
    for (const about of touched) met[about] = 0
    return [opposite(turns), ...needed]
  }
}
