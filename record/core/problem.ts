/** An expected failure: a code for programs, a sentence for people, and where it happened. */
export type Problem = {
  readonly code: string
  readonly sentence: string
  /** Path into what was asked, such as `changes[2].resource.id`, or an address such as `Task/12`. */
  readonly where: string
  /** Anything a caller's guard wants to hand to its own caller. It is kept with the audited refusal, so it must be JSON. */
  readonly detail?: unknown
}

export type Refusal = { readonly ok: false; readonly problem: Problem }
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = (code: string, sentence: string, where: string): Refusal => ({
  ok: false,
  problem: { code, sentence, where },
})

/** Carries a problem out of an open transaction so that the transaction rolls back. It never leaves this room. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.sentence)
    this.problem = problem
  }
}

/** The disk or the database file failed. `act` turns it into its problem; every other call lets it through as this error. */
export class StorageFailure extends Error {
  readonly problem: Problem
  constructor(problem: Problem, cause: unknown) {
    super(problem.sentence, { cause })
    this.problem = problem
  }
}
