import type { Condition, DateTerm, Day, Decision, NumberTerm, Truth } from '@facialis/language'
import type { ResolvedChart, ResolvedEntry } from '../chart/resolved-chart.ts'
import type { Measured } from '../plan/measured.ts'
import type { NodeIndex } from '../plan/plan.ts'

/**
 * One person on one day: the resolved chart, the policy in force and what has been decided so far.
 * Everything in it is a function of the arguments of `evaluate`.
 */
export type World = ResolvedChart & Queries

/** Conditions, entries and decisions refer to each other; they are evaluated through this one interface. */
export type Queries = Readonly<{
  truth: (condition: Condition, scope: ResolvedEntry | null) => Truth
  /** Those of a list whose condition is yes. */
  holding: <T extends Conditional>(of: readonly T[], scope: ResolvedEntry | null) => readonly T[]
  answer: (decision: Decision, scope: ResolvedEntry | null) => string
  measured: (term: DateTerm | NumberTerm, scope: ResolvedEntry | null) => Measured
  /**
   * The same where no date is cut at the day: what is told of a date that is known by its month or year only, and of what
   * counts from it, is the same on every day of that month or year.
   */
  written: (term: DateTerm | NumberTerm, scope: ResolvedEntry | null) => Measured
  /** Whether the day asked for lies after this one; the clock hears when it will. */
  isAfter: (day: Day) => boolean
  /** What the comparisons come to that mention the day; see `asked-of-people.ts`. */
  timeDependentComparisons: () => ComparisonOutcomes
  /** The same of every comparison, and of all else that hangs on the order of entries. */
  comparisons: () => ComparisonOutcomes
  /** What was worked out of it once and for all; see `once-in.ts`. */
  memo: Map<unknown, unknown>
}>

/** Of each comparison, of the person or of an entry, what it comes to. */
export type ComparisonOutcomes = Readonly<{ nodes: readonly NodeIndex[]; truths: readonly number[] }>

export type Evaluable = Condition | DateTerm | NumberTerm | Decision

/** Something that is said where its condition holds. */
export type Conditional = Readonly<{ when: Condition }>
