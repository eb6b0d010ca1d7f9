/** What holds of everybody, shown without asking anybody, and a person for what does not. */
export type { CounterExample } from './counter-example.ts'
export { deadEnds, type Impasse, type Stuck } from './dead-ends.ts'
export { impassesOf } from './impasses.ts'
export { planted } from './planted.ts'
export { type Proof, proofOf, proofsOf, tooWide } from './prove.ts'
export type { Counter } from './words.ts'
