/** What can be done with any pathway. Pure: no clock, no randomness, no throw on any chart. */
export type { Asking } from '@facialis/language'
export { type Answers, answersBy, answersOf } from './answers.ts'
export { type AskedChart, askedChart, lackingParts, type Wanting } from './asked-chart.ts'
export { type Checked, checksOf, type Heeded, heeded } from './checks.ts'
export { type AskedCohort, cohortOf, type Decided } from './cohort/asked-cohort.ts'
export {
  type CountedMove,
  countedMoves,
  countMoves,
  type Move,
  type MoveCounts,
  movesBetween,
  noMoves,
  type Question,
} from './cohort/moves.ts'
export { evaluate } from './evaluate.ts'
export type { Somebody } from './everybody/somebody.ts'
export { nextOf } from './next.ts'
export { closuresOf } from './plan/closures.ts'
export { planOf } from './plan/lower.ts'
export type { Answering } from './plan/plan.ts'
export { resolve } from './resolve.ts'
export { type Changes, type Crowd, crowdOf } from './what-if/crowd.ts'
export { reasonsOf } from './what-if/reasons.ts'
export { type Stands, standsOf } from './what-if/stands.ts'
export type { StandsAs } from './what-if/step-standings.ts'
export { dateWords, wordsOf } from './words.ts'
