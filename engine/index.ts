/** What can be done with any pathway. Pure: no clock, no randomness, no throw on any chart. */

export type { Asking } from '@facialis/language'
export { type Answers, answersBy, answersOf } from './answers.ts'
export { type Checked, checksOf, type Heeded, heeded } from './checks.ts'
export { evaluate } from './evaluate.ts'
export { closuresOf } from './plan/closures.ts'
export { planOf } from './plan/lower.ts'
export type { Answering } from './plan/plan.ts'
export { moduleOf } from './plan/source/module.ts'
export { type Proof, proofsOf } from './prove/prove.ts'
export type { Counter } from './prove/words.ts'
export { resolve } from './resolve.ts'
export { dateWords, wordsOf } from './words.ts'
