/** Mistakes made on purpose in a pathway, and who notices them. */

export { brokenPromise, mutated } from './broken-promise.ts'
export type { EquivalenceResult } from './check-equivalence.ts'
export { classifyMutants } from './classify-mutants.ts'
export { greedyCover, type Kept } from './greedy-cover.ts'
export { type Claimed, killedBy } from './killing.ts'
export { mutantDigest } from './mutant-digest.ts'
export { type Mutant, mutantsOf } from './mutants.ts'
export { observationsOf } from './observations-of.ts'
