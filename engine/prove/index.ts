/** What holds of everybody, shown without asking anybody, and a person for what does not. */
export { deadEnds, type Impasse, type Stuck } from './dead-ends.ts'
export { impassesOf } from './impasses.ts'
export type { CounterExample } from './looked-for.ts'
export { planted } from './planted.ts'
export type { Proof } from './proof.ts'
export { proofOf, proofsOf, tooWide } from './prove.ts'
export type { Counter } from './words.ts'
