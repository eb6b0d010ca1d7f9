import type { Told } from './told.ts'

/** One run of some test files, one after the other in one thread that loads everything anew. */
export type Job = Readonly<{
  tests: readonly string[]
  told: Told
  /** Seconds of this machine's work after which the run counts as endless; elapsed time would count the neighbours'. */
  within: number
}>

/** The first test that failed, or null when none did; the files that were begun, the last of them the one that failed. */
export type Outcome = Readonly<{ failed: string | null; endless?: true; begun: readonly string[]; seconds: number }>
