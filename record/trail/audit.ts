import { canonical, newSalt, sha256 } from '../core/canonical.ts'
import { insertRows } from '../core/insert-rows.ts'
import type { Problem } from '../core/problem.ts'
import { type AuditedRow, type KeptKind, keptKinds, type RecordContext } from '../core/record-context.ts'
import type { Method } from '../core/resource.ts'
import type { Db } from '../core/schema.ts'
import { afterRollback, isRolledBack } from './clock-rollback.ts'

export type Actor = { readonly id: string; readonly role?: string }
export type Outcome = 'done' | 'refused' | 'read'

/** Files, accounts, ways of signing in to them, settings, sessions and links that an act wrote; each absent where there is none, as in every event of older releases. */
export type ToldRows = { readonly [kind in KeptKind]?: readonly AuditedRow[] }

/** What the chain holds of one act, refusal or read. Ids only: nothing here may need to be erased one day. */
export type AuditEvent = ToldRows & {
  readonly seq: number
  /** On the first event of a trail: what no event of it leaves out. Absent on one that an older release began. */
  readonly tellsOf?: readonly KeptKind[]
  readonly at: string
  /** What the clock said, where the instant of the event is ahead of it: it goes on from what was written before the clock was put back. */
  readonly clock?: string
  readonly actId: string
  readonly actor: Actor
  readonly action: string
  readonly outcome: Outcome
  readonly patientIds: readonly string[]
  /** Coded purpose of use, such as `TREAT` or `BTG`. */
  readonly purpose: string | null
  readonly requestId: string | null
  readonly changes: readonly AuditedChange[]
  readonly decision: { readonly id: string; readonly hash: string } | null
  readonly problem: string | null
  /** SHA-256 of the aside's text, or null when there is none. */
  readonly aside: string | null
}

export type AuditedChange = {
  readonly type: string
  readonly id: string
  readonly version: number
  readonly method: Method
  readonly hash: string
}

/** Free text that belongs to an event but stays outside the chain, so that it could lawfully be erased. */
export type Aside = { readonly reason?: string; readonly what?: string; readonly problem?: Problem }

export type NewEvent = Omit<AuditEvent, 'seq' | 'aside' | 'tellsOf'> & { readonly aside: Aside }
export type AuditHead = { readonly seq: number; readonly hash: string }
export type AuditEntry = AuditEvent & { readonly hash: string; readonly beside: Aside }

export const emptyHead: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** The hash of one link: everything before it, then this event. */
export const linkHash = (prev: string, event: string): string => sha256(prev + event)

export async function auditHead(db: Db, tenantId: string): Promise<AuditHead> {
  const newest = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest ?? emptyHead
}

/** The newest event, and what the clock said then. */
export type NewestEvent = AuditHead & { readonly at: string | null }

async function lastTold(db: Db, tenantId: string): Promise<NewestEvent> {
  const head = await auditHead(db, tenantId)
  const newest = await auditEvent(db, tenantId, head.seq)
  return { ...head, at: newest && clockOf(newest) }
}

const clockOf = ({ at, clock = at }: Pick<AuditEvent, 'at' | 'clock'>): string => clock

/** What the clock said at the newest event, or null. Once the clock was put back it is later than the present. */
export const newestInstant = async (db: Db, tenantId: string): Promise<string | null> =>
  (await lastTold(db, tenantId)).at

type Noticing = Pick<NewEvent, 'at' | 'actId'>

/**
 * Tells that the clock was put back, if it was, and ends what may not outlive that: before whatever begins anew by it.
 * Beside the newest event counts when somebody was `seen`, which need not be told. @returns the newest event now.
 */
export async function detectRollback(
  db: Db,
  tenantId: string,
  { seen = null, ...noticing }: Noticing & { readonly seen?: string | null },
): Promise<NewestEvent> {
  const last = await lastTold(db, tenantId)
  const newest =
    [last.at, seen]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  return isRolledBack(newest, noticing.at) ? tellSetBack(db, tenantId, { ...last, at: newest }, noticing) : last
}

async function tellSetBack(db: Db, tenantId: string, last: NewestEvent, { at, actId }: Noticing): Promise<NewestEvent> {
  const { patientIds, sessions } = await afterRollback(db, tenantId, { newest: last.at ?? at, now: at })
  return append(db, tenantId, last, {
    at,
    actId,
    actor: { id: 'clock' },
    action: 'clock-set-back',
    outcome: 'done',
    patientIds: [...new Set(patientIds)].sort(),
    purpose: null,
    requestId: null,
    changes: [],
    decision: null,
    problem: null,
    ...(sessions.length > 0 ? { sessions } : {}),
    aside: {},
  })
}

/**
 * Appends events in the order given. Call it inside the transaction of what they tell. @returns the new head.
 * @param newest the newest event, of whoever asked already: that of an import is long, and is read whole for its instant
 */
export async function appendAudit(
  db: Db,
  tenantId: string,
  events: readonly NewEvent[],
  newest?: NewestEvent,
): Promise<AuditHead> {
  let last = newest ?? (await lastTold(db, tenantId))
  for (const event of events) {
    const at = clockOf(event)
    if (isRolledBack(last.at, at)) last = await tellSetBack(db, tenantId, last, { at, actId: event.actId })
    last = await append(db, tenantId, last, event)
  }
  return { seq: last.seq, hash: last.hash }
}

async function append(db: Db, tenantId: string, head: AuditHead, { aside, ...rest }: NewEvent): Promise<NewestEvent> {
  const beside = Object.keys(aside).length > 0 ? canonical({ ...aside, salt: newSalt() }) : null
  const seq = head.seq + 1
  const first = seq === 1 ? { tellsOf: keptKinds } : {}
  const event = canonical({ ...rest, ...first, seq, aside: beside === null ? null : sha256(beside) })
  const hash = linkHash(head.hash, event)
  await db
    .insertInto('audit')
    .values({ tenant_id: tenantId, seq, event, aside: beside, prev: head.hash, hash })
    .execute()
  const subjects = subjectsOf(rest).map((subject) => ({ tenant_id: tenantId, subject, seq }))
  await insertRows(db, 'audit_subject', subjects)
  return { seq, hash, at: clockOf(rest) }
}

/** Under whom an event is listed. */
export const subjectsOf = ({ actor, patientIds }: Pick<AuditEvent, 'actor' | 'patientIds'>): readonly string[] => [
  `actor/${actor.id}`,
  ...patientIds.map((id) => `patient/${id}`),
]

export type AuditQuestion = {
  readonly patientId?: string
  readonly actorId?: string
  /** Only events older than this one. */
  readonly before?: number
  readonly limit: number
}

/** Audit events, newest first, of one patient, one actor, both, or everyone. */
export async function auditEntries(context: RecordContext, asked: AuditQuestion): Promise<readonly AuditEntry[]> {
  const { db, tenantId } = context
  let query = db.selectFrom('audit').select(['event', 'aside', 'hash']).where('tenant_id', '=', tenantId)
  const subjects = [
    ...(asked.patientId === undefined ? [] : [`patient/${asked.patientId}`]),
    ...(asked.actorId === undefined ? [] : [`actor/${asked.actorId}`]),
  ]
  for (const subject of subjects) {
    query = query.where('seq', 'in', (sub) =>
      sub.selectFrom('audit_subject').select('seq').where('tenant_id', '=', tenantId).where('subject', '=', subject),
    )
  }
  if (asked.before !== undefined) query = query.where('seq', '<', asked.before)
  const rows = await query.orderBy('seq', 'desc').limit(asked.limit).execute()
  return rows.map((row) => ({ ...readEvent(row.event), hash: row.hash, beside: readAside(row.aside) }))
}

/** One audit event by its number, or null. */
export async function auditEvent(db: Db, tenantId: string, seq: number): Promise<AuditEvent | null> {
  const row = await db
    .selectFrom('audit')
    .select('event')
    .where('tenant_id', '=', tenantId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row ? readEvent(row.event) : null
}

// Only this file writes these texts, in this shape.
const readEvent = (text: string): AuditEvent => JSON.parse(text) as AuditEvent

function readAside(text: string | null): Aside {
  if (text === null) return {}
  const { salt: _salt, ...aside } = JSON.parse(text) as Aside & { salt: string }
  return aside
}

/** A read that is to be told in the audit trail. */
export type AuditedRead = {
  readonly actor: Actor
  /** What was read, in words or as an address. */
  readonly what: string
  readonly patientId?: string
  readonly patientIds?: readonly string[]
  readonly at?: string
  readonly action?: string
  readonly requestId?: string
  readonly purpose?: string
  readonly reason?: string
  /** `refused` where somebody asked and was turned away. Default: `read`. */
  readonly outcome?: 'read' | 'refused'
  /** Why they were. */
  readonly problem?: Problem
}
