/** What can be done with any pathway. Pure: no clock, no randomness, no throw on any chart. */
export { answersOf } from './answers.ts'
export { resolve } from './resolve.ts'
export type { Asking } from './resolve.ts'
