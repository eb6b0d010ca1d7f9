import type { Problem } from '@facialis/wire'
import type { Outcome } from './request.ts'

/** Carries a problem through a query, which knows failure only as a throw. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly status: number
  constructor(problem: Problem, status: number) {
    super(problem.sentence)
    this.problem = problem
    this.status = status
  }
}

/** The value of an outcome. @throws ProblemError when there is none */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ProblemError(outcome.problem, outcome.status)
  return outcome.value
}

/** What to show for anything that was thrown. */
export const problemOf = (thrown: unknown): Problem =>
  thrown instanceof ProblemError
    ? thrown.problem
    : { code: 'bug', sentence: thrown instanceof Error ? thrown.message : String(thrown) }
