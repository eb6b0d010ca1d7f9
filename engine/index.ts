/** What can be done with any pathway. Pure: no clock, no randomness, no throw on any chart. */
export type { Asking } from '@facialis/language'
export { type AskedChart, askedChart, lackingParts, type Wanting } from './advice/asked-chart.ts'
export { evaluate } from './advice/evaluate.ts'
export { nextOf } from './advice/next.ts'
export { resolve, statedLast } from './chart/resolve.ts'
export { type Cohort, cohortOf, type Decided } from './cohort/cohort.ts'
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
export { type Obstacle, type Outranked, obstacleOf, outrankedIn } from './explain/because.ts'
export { type Checked, checksOf, type Heeded, heeded } from './explain/checks.ts'
export { type Naming, type Wording, wordingBy, wordsOf } from './ground/words.ts'
export { type Answers, answersBy, answersOf } from './plan/answers.ts'
export { closuresOf } from './plan/closures.ts'
export { planOf } from './plan/lower.ts'
export type { PlanEvaluator } from './plan/plan.ts'
export type { Witness } from './symbolic/decode-model.ts'
export { type Changes, type Crowd, crowdOf } from './what-if/crowd.ts'
export { reasonsOf } from './what-if/reasons.ts'
export { type Stands, standsOf } from './what-if/stands.ts'
export type { StepStatus } from './what-if/step-statuses.ts'
