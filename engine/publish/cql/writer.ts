import type { Fact } from '@facialis/language'
import type { NodeIndex } from '../../plan/plan.ts'
import type { Column, ColumnStages } from './column-stages.ts'
import type { CqlExpression } from './cql-expression.ts'
import type { LoweredLibrary } from './lowered-library.ts'

/** An entry something is asked of, as it is called there. */
export type EntryScope = Readonly<{
  field: (fact: Fact) => CqlExpression
  date: CqlExpression
  /** What was worked out for it. */
  column: (column: Column) => CqlExpression
}>

/** Null outside of any entry. */
export type Scope = EntryScope | null

/** Where entries are found, with the alias of one, and how one is spoken of. */
export type Entries = Readonly<{ source: string; scope: EntryScope }>

/** What the parts of a library know of each other while it is written. */
export type Writer = Readonly<{
  lowered: LoweredLibrary
  stages: ColumnStages
  /** A condition, date or amount, by its name where it has one. */
  said: (index: NodeIndex, scope: Scope) => CqlExpression
  /** The same written out. */
  text: (index: NodeIndex, scope: Scope) => CqlExpression
  /** An answer about the person or of a field of an entry. */
  value: (fact: Fact, scope: Scope) => CqlExpression
  observed: (fact: Fact) => CqlExpression
  /** The answer of an earlier decision. */
  answer: (decision: number, scope: Scope) => CqlExpression
  /** The entries of one kind with all that these nodes ask of each. */
  entries: (entryKind: number, nodes: readonly NodeIndex[]) => Entries
  /** The same with the answer of a decision about each. */
  entriesOfDecision: (entryKind: number, decision: number) => Entries
}>
