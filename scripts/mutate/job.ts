import type { Told } from './told.ts'

/** One run of some test files, one after the other in one thread that loads everything anew. */
export type Job = Readonly<{
  tests: readonly Asked[]
  told: Told
}>

/** A test file, and after how many seconds of this machine's work it counts as endless; the clock would count the neighbours'. */
export type Asked = Readonly<{ path: string; within: number }>

/** The first test that failed, or null when none did; the files that were begun, the last of them the one that failed. */
export type Outcome = Readonly<{ failed: string | null; endless?: true; begun: readonly string[]; seconds: number }>
