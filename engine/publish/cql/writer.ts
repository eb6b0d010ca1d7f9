import type { Fact } from '@facialis/language'
import type { NodeIndex } from '../../plan/plan.ts'
import type { Lowered } from './lowered.ts'
import type { Said } from './said.ts'
import type { Column, Stages } from './stages.ts'

/** An entry something is asked of, as it is called there. */
export type EntryScope = Readonly<{
  field: (fact: Fact) => Said
  date: Said
  /** What was worked out for it. */
  column: (column: Column) => Said
}>

/** Null outside of any entry. */
export type Scope = EntryScope | null

/** Where entries are found, with the alias of one, and how one is spoken of. */
export type Entries = Readonly<{ source: string; scope: EntryScope }>

/** What the parts of a library know of each other while it is written. */
export type Writer = Readonly<{
  lowered: Lowered
  stages: Stages
  /** A condition, date or amount, by its name where it has one. */
  said: (index: NodeIndex, scope: Scope) => Said
  /** The same written out. */
  text: (index: NodeIndex, scope: Scope) => Said
  /** An answer about the person or of a field of an entry. */
  value: (fact: Fact, scope: Scope) => Said
  observed: (fact: Fact) => Said
  /** The answer of an earlier decision. */
  answer: (decision: number, scope: Scope) => Said
  /** The entries of one kind with all that these nodes ask of each. */
  entries: (entryKind: number, nodes: readonly NodeIndex[]) => Entries
  /** The same with the answer of a decision about each. */
  entriesOfDecision: (entryKind: number, decision: number) => Entries
}>
