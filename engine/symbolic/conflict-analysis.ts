import { type Assignment, noReason } from './assignment.ts'
import type { Clause, ClauseStore } from './clause-store.ts'
import { type Literal, negate, variableOf } from './literal.ts'
import { withCapacity } from './with-capacity.ts'

/** The literals that cannot all be false; the first is the one that turns. */
export type LearntClause = readonly [Literal, ...Literal[]]

/**
 * Conflict analysis: resolves the falsified clause with the reasons of its literals until one literal of the current level is
 * left (the first unique implication point), then minimises the learnt clause. Calls `isMet` for each variable involved.
 */
export function conflictAnalysis(
  assignment: Assignment,
  clauses: ClauseStore,
  isMet: (variable: number) => void,
): (broken: Clause) => LearntClause {
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
    met = withCapacity(met, assignment.variables())
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
    return [negate(turns), ...needed]
  }
}
