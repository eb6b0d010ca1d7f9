/** What can be done with any pathway. Pure: no clock, no randomness, no throw on any chart. */
export { answersOf } from './answers.ts'
export { evaluate } from './evaluate.ts'
export { type Asking, resolve } from './resolve.ts'
export { dateWords, wordsOf } from './words.ts'
