/** What holds of everybody, shown without asking anybody, and a person for what does not. */

export type { CounterExampleText } from './counter-example-text.ts'
export { type DeadEndResult, deadEnds, type Impasse } from './dead-ends.ts'
export { impassesOf } from './impasses.ts'
export { plantDefect } from './plant-defect.ts'
export type { Proof } from './proof.ts'
export { proofOf, proofsOf, tooWide } from './prove.ts'
export type { CounterExample } from './search-setup.ts'
