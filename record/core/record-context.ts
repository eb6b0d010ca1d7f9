import type { Resource } from './resource.ts'
import type { Db } from './schema.ts'
import type { Write } from './writer.ts'

/** A row of a store as an audit event records it: the hash of its audited columns, or null once it is deleted. */
export type AuditedRow = { readonly id: string; readonly hash: string | null }

/** The stores whose rows are verified against the audit trail, by their name in an event. */
export const keptKinds = ['files', 'accounts', 'signIns', 'settings', 'sessions', 'links'] as const
export type KeptKind = (typeof keptKinds)[number]

export type IndexValue = { readonly name: string; readonly value: string }

/** What the caller knows about resources and this room does not. All functions must be pure. */
export type ResourceKnowledge = {
  /** The values a resource can be searched by. */
  readonly index: (resource: Resource) => readonly IndexValue[]
  /** Whether values of this name are sorted or searched by range. They then stand in a second index. */
  readonly isOrdered: (type: string, name: string) => boolean
  /** The id of the patient whose record the resource belongs to, or null. */
  readonly patientOf: (resource: Resource) => string | null
}

/** The context of every function here: tenant, clock, database, writer. */
export type RecordContext = ResourceKnowledge & {
  readonly tenantId: string
  /** The present as a UTC instant with milliseconds. */
  readonly now: () => string
  readonly newId: () => string
  readonly db: Db
  readonly write: Write
  /** How many resources a query scans before it yields to others. */
  readonly batchSize: number
  /** Inside an act: adds a patient whose record something ended in, so that the audit event names them. */
  readonly alsoOf?: (patientId: string) => void
  /** Inside an act: a store row that was inserted, updated or deleted, so that the audit event holds its new hash. */
  readonly keptRow?: (kind: KeptKind, row: AuditedRow) => void
}

/** The context inside an open transaction: reads see its writes, and writes join it. */
export const inTransaction = (context: RecordContext, db: Db, at: string): RecordContext => ({
  ...context,
  db,
  now: () => at,
  write: (work) => work(db),
})
