/** Mistakes made on purpose in a pathway, and who notices them. */
export type { Compared } from './compared.ts'
export { covering, type Kept } from './covering.ts'
export { type Claimed, killedBy } from './killing.ts'
export { marking } from './marked.ts'
export { type Mutant, mutantsOf } from './mutants.ts'
export { brokenPromise, mutated } from './mutated.ts'
export { settled } from './settled.ts'
export { toldTo } from './told.ts'
