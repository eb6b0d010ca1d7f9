import { sha256 } from '../core/canonical.ts'
import { chunksOf } from '../core/chunks.ts'
import { ok, type Problem, type Result } from '../core/problem.ts'
import type { Progress } from '../core/progress.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'
import { type AuditEvent, type AuditHead, auditHead, emptyHead, linkHash, subjectsOf } from './audit.ts'

export type AuditVerified = { readonly head: AuditHead }
type AuditRow = Schema['audit']

// An event of an import lists some hundred resources.
const batch = 100

/** All rows of the chain in order, so many at a time. */
export async function* auditRows({ db, tenantId }: RecordContext): AsyncGenerator<readonly AuditRow[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(batch)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.seq
  }
}

/**
 * Walks the hash chain. Finds the first event that was edited, removed, inserted or moved.
 * A tail that was cut off, or a chain computed anew, shows only against `heads` noted elsewhere earlier.
 * Problem: `audit-broken`, `where` is `audit/<number of the event>`.
 */
export async function verifyAudit(
  context: RecordContext,
  heads: readonly AuditHead[] = [],
  progress?: Progress,
): Promise<Result<AuditVerified>> {
  const { seq: total } = await auditHead(context.db, context.tenantId)
  const noted = new Map(heads.map((head) => [head.seq, head.hash]))
  let head = emptyHead
  let subjects = 0
  for await (const rows of auditRows(context)) {
    const events: AuditEvent[] = []
    for (const row of rows) {
      const event = eventOf(row, head)
      if (!event.ok) return event
      events.push(event.value)
      const expected = noted.get(row.seq)
      if (expected !== undefined && expected !== row.hash) {
        return { ok: false, problem: broken(row.seq, 'is not the one that was noted elsewhere') }
      }
      head = { seq: row.seq, hash: row.hash }
    }
    const listed = await listedIn(context, events)
    if (!listed.ok) return listed
    subjects += listed.value
    progress?.(head.seq, total)
  }
  const missing = [...noted.keys()].filter((seq) => seq > head.seq).sort((a, b) => a - b)[0]
  if (missing !== undefined) {
    return { ok: false, problem: broken(head.seq + 1, `is missing: event ${missing} was noted elsewhere`) }
  }
  const { many } = await context.db
    .selectFrom('audit_subject')
    .select((column) => column.fn.countAll<number>().as('many'))
    .where('tenant_id', '=', context.tenantId)
    .executeTakeFirstOrThrow()
  return Number(many) === subjects
    ? ok({ head })
    : { ok: false, problem: broken(head.seq, 'or one before it is listed under somebody whom it does not name') }
}

/** Whoever asks who opened a record is answered from this list: what is missing there looks as if it had not happened. @returns how many rows of it tell of these events */
async function listedIn({ db, tenantId }: RecordContext, events: readonly AuditEvent[]): Promise<Result<number>> {
  const expected = events.flatMap((event) => subjectsOf(event).map((subject) => ({ seq: event.seq, subject })))
  const listed = new Set<string>()
  for (const some of chunksOf([...new Set(expected.map(({ subject }) => subject))])) {
    const found = await db
      .selectFrom('audit_subject')
      .select(['subject', 'seq'])
      .where('tenant_id', '=', tenantId)
      .where('subject', 'in', some)
      .where('seq', '>=', events[0]?.seq ?? 0)
      .where('seq', '<=', events.at(-1)?.seq ?? 0)
      .execute()
    for (const { seq, subject } of found) listed.add(`${seq} ${subject}`)
  }
  const missing = expected.find(({ seq, subject }) => !listed.has(`${seq} ${subject}`))
  return missing
    ? { ok: false, problem: broken(missing.seq, 'is not listed under everybody it names') }
    : ok(listed.size)
}

/** The event of a row, when it follows the one before it unchanged. */
function eventOf(row: AuditRow, before: AuditHead): Result<AuditEvent> {
  const wrong = (seq: number, what: string): Result<AuditEvent> => ({ ok: false, problem: broken(seq, what) })
  if (row.seq !== before.seq + 1) return wrong(before.seq + 1, 'is missing')
  if (row.prev !== before.hash) return wrong(row.seq, 'does not follow the event before it')
  if (row.hash !== linkHash(before.hash, row.event)) return wrong(row.seq, 'was changed')
  const event = eventIn(row.event)
  if (event === null) return wrong(row.seq, 'cannot be read')
  if (event.seq !== row.seq) return wrong(row.seq, 'was moved')
  // A missing aside may have been lawfully erased; a different one was not.
  if (row.aside !== null && sha256(row.aside) !== event.aside) return wrong(row.seq, 'has a changed text beside it')
  return ok(event)
}

/** An event as we write them; null of any other text, which somebody else linked into the chain. */
function eventIn(text: string): AuditEvent | null {
  try {
    const read = JSON.parse(text) as AuditEvent | null
    const isOurs = Array.isArray(read?.changes) && Array.isArray(read.patientIds) && typeof read.decision === 'object'
    return isOurs && typeof read.actor?.id === 'string' ? read : null
  } catch {
    return null
  }
}

const broken = (seq: number, what: string): Problem => ({
  code: 'audit-broken',
  sentence: `The audit trail is broken: event ${seq} ${what}.`,
  where: `audit/${seq}`,
})
