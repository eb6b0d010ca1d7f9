import type { Resource } from './resource.ts'
import type { Db } from './schema.ts'
import type { Write } from './writer.ts'

/** What an event tells of something that is kept beside the resources: `hash` is that of all it is held to, or null once it is gone. */
export type AuditedRow = { readonly id: string; readonly hash: string | null }

/** What is kept beside the resources and held to the trail, by the name that an event has for it. */
export const keptKinds = ['files', 'accounts', 'signIns', 'settings', 'sessions', 'links'] as const
export type KeptKind = (typeof keptKinds)[number]

export type IndexValue = { readonly name: string; readonly value: string }

/** What this room is told about resources, since it knows nothing of them itself. All must be pure. */
export type Knowing = {
  /** The values a resource can be searched by. */
  readonly index: (resource: Resource) => readonly IndexValue[]
  /** Whether values of a name are put in order, or looked for by range, among the few of somebody. It costs a second tree. */
  readonly isOrdered: (type: string, name: string) => boolean
  /** The id of the patient whose record the resource belongs to, or null. */
  readonly patientOf: (resource: Resource) => string | null
}

/** What every part stands on: whose data, which clock, where to read, how to write. */
export type Ground = Knowing & {
  readonly tenantId: string
  /** The present as a UTC instant with milliseconds. */
  readonly now: () => string
  readonly newId: () => string
  readonly db: Db
  readonly write: Write
  /** How many resources a question goes through before others have their turn. */
  readonly atOnce: number
  /** Inside an act: whose record something was ended of, so that its event names them. */
  readonly alsoOf?: (patientId: string) => void
  /** Inside an act: a row that was kept, changed or taken away, so that its event says what it is from now on. */
  readonly keptRow?: (kind: KeptKind, row: AuditedRow) => void
}

/** The same ground inside an open transaction: reads see its writes, and writes join it. */
export const within = (ground: Ground, db: Db, at: string): Ground => ({
  ...ground,
  db,
  now: () => at,
  write: (work) => work(db),
})
