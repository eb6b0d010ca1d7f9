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
export { flatRowsOf } from './flat/rows.ts'
export { flatTablesOf } from './flat/tables.ts'
export { entryViewsOf, factsViewOf, type ViewAddresses, type ViewDefinition } from './flat/views.ts'
export type { Compared } from './mutants/compared.ts'
export { covering, type Kept } from './mutants/covering.ts'
export { type Claimed, killedBy } from './mutants/killing.ts'
export { marking } from './mutants/marked.ts'
export { type Mutant, mutantsOf } from './mutants/mutants.ts'
export { brokenPromise, mutated } from './mutants/mutated.ts'
export { settled } from './mutants/settled.ts'
export { toldTo } from './mutants/told.ts'
export { nextOf } from './next.ts'
export { closuresOf } from './plan/closures.ts'
export { planOf } from './plan/lower.ts'
export type { Answering } from './plan/plan.ts'
export { moduleOf } from './plan/source/module.ts'
export type { CounterExample } from './prove/counter-example.ts'
export { deadEnds, type Impasse, type Stuck } from './prove/dead-ends.ts'
export { impassesOf } from './prove/impasses.ts'
export { planted } from './prove/planted.ts'
export { type Proof, proofsOf } from './prove/prove.ts'
export type { Counter } from './prove/words.ts'
export { resolve } from './resolve.ts'
export { createTables } from './sql/create-tables.ts'
export { type DialectName, dialectNames, dialects } from './sql/dialect.ts'
export { fillTables } from './sql/fill-tables.ts'
export { answerColumnsOf, queryOf } from './sql/query.ts'
export { type Changes, type Crowd, crowdOf } from './what-if/crowd.ts'
export { reasonsOf } from './what-if/reasons.ts'
export { type Stands, standsOf } from './what-if/stands.ts'
export type { StandsAs } from './what-if/step-standings.ts'
export { dateWords, wordsOf } from './words.ts'
