/** What can be done with any pathway. Pure: no clock, no randomness, no throw on any chart. */
export { answersOf } from './answers.ts'
export { type Checked, checksOf, type Heeded, heeded } from './checks.ts'
export { evaluate } from './evaluate.ts'
export { resolve } from './resolve.ts'
export type { Asking } from './statements.ts'
export { dateWords, wordsOf } from './words.ts'
