import type { NodeIndex, Plan, PlanNode, SpanOp, TruthOp } from '../plan/plan.ts'
import type { Columns } from './columns.ts'
import type { Dialect } from './dialect.ts'
import type { Mode, Scope } from './scope.ts'

export type TruthNode = PlanNode & TruthOp
export type SpanNode = PlanNode & SpanOp

/**
 * The lower and upper end of a number or date, and whether it is not applicable. Of the latest or earliest of several
 * dates also each end while it is open: beyond every day, after or before, where the date is not known.
 */
export type Part = ClosedPart | 'lo-open' | 'hi-open'
export type ClosedPart = 'lo' | 'hi' | 'na'

/**
 * What a SELECT over people, or over the entries of one kind, can be asked to write. Of a span, both ends are NULL where
 * it is unknown or not applicable; `na` is TRUE where it is not applicable, and FALSE or NULL elsewhere.
 */
export type SqlWriter = Readonly<{
  plan: Plan
  dialect: Dialect
  scope: Scope
  columns: Columns
  truth: (index: NodeIndex, mode: Mode) => string
  part: (index: NodeIndex, part: Part) => string
  /** The answer of a decision, in its own words. */
  decision: (index: number) => string
  /** The column of what is worked out over all entries of a kind, one row a person. */
  over: (asked: Aggregate) => string
  /** The columns of the last run that was broken; see run-length.ts. */
  run: (index: number, part: ClosedPart) => string
  /** Of entries, as if that were known of the person. */
  assuming: (assumption: Assumption) => SqlWriter
  /** A number of the site, or the day asked for. */
  asking: (policy: number | null) => string
}>

/** A condition of the person, and the truth value assumed for it. */
export type Assumption = Readonly<{ index: NodeIndex; truth: 0 | 1 | 2 }>

/** Something about all entries of a kind, as an aggregate over them. */
export type Aggregate = Readonly<{
  key: string
  entryKind: number
  /** What is asked of each entry. */
  of: readonly NodeIndex[]
  assumption?: Assumption
  make: (ofEntry: SqlWriter) => string
}>

/** A day of a column; worked out once where it has to be read from a text. */
export const dayOf = ({ scope, dialect }: SqlWriter, column: string): string => {
  const { areDates, of } = dialect.days
  const make = (): string => of(scope.raw(column))
  return areDates ? make() : scope.column(`${column}_day`, make)
}
