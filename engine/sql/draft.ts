/** What the parts of one query share while it is written, from its last SELECT to its first. */

import { type FlatTables, flatTablesOf } from '../flat/flat-tables.ts'
import { uniqueIdentifiers } from '../flat/sql-identifiers.ts'
import type { NodeIndex, Plan } from '../plan/plan.ts'
import type { AggregateRequest, StageAssignment } from './assign-stages.ts'
import type { Dialect } from './dialect.ts'
import { type ParameterNames, parameterNames } from './parameter-names.ts'
import type { ClosedPart, SqlWriter } from './sql-writer.ts'

export const keys = ['tenant_id', 'patient_id']

/** One row a person that another SELECT joins: what was worked out over entries, or of people. */
export type Source = {
  name: string
  uses: number
  columns: Map<string, Readonly<{ name: string; make: (writer: SqlWriter) => string }>>
}

export type Run = Readonly<{ source: Source; columns: Readonly<Record<ClosedPart, string>> }>

/** What an earlier draft of the same query determined. */
export type PriorDraft = Readonly<{
  /** By stage: what is worked out of people there for the sake of their entries. */
  ofPeople: ReadonlyMap<number, ReadonlySet<string>>
  stageAssignment: StageAssignment
}>

export type Draft = PriorDraft &
  Readonly<{
    plan: Plan
    dialect: Dialect
    tables: FlatTables
    /** The stage of the answers. */
    last: number
    names: ParameterNames
    name: (wanted: string) => string
    /** What is handed on from one SELECT to another keeps its name. */
    nameOf: (key: string) => string
    people: Map<number, Source>
    overEntries: Map<string, Source>
    runs: Map<NodeIndex, Run>
    /** By stage, the keys that later stages read: the next draft's `ofPeople`. */
    keysUsedLater: Map<number, Set<string>>
    wanted: Map<string, AggregateRequest>
  }>

export function createDraft(plan: Plan, dialect: Dialect, last: number, found: PriorDraft): Draft {
  const tables = flatTablesOf(plan)
  const name = uniqueIdentifiers()
  // What stands in the tables has its name; whatever the query makes is called otherwise.
  for (const table of [tables.person, ...tables.entries]) {
    name(table.name)
    for (const column of table.columns) if (!keys.includes(column.name)) name(column.name)
  }
  const names = parameterNames(plan, name, dialect)
  const named = new Map<string, string>()
  const nameOf = (key: string): string => {
    const known = named.get(key) ?? name(key)
    named.set(key, known)
    return known
  }
  return {
    ...found,
    plan,
    dialect,
    tables,
    last,
    names,
    name,
    nameOf,
    people: new Map(),
    overEntries: new Map(),
    runs: new Map(),
    keysUsedLater: new Map(),
    wanted: new Map(),
  }
}

/** The source of a stage or kind; made when first asked for. */
export function sourceAt<K>(sources: Map<K, Source>, key: K, name: () => string): Source {
  const source = sources.get(key) ?? { name: name(), uses: 0, columns: new Map() }
  sources.set(key, source)
  return source
}
