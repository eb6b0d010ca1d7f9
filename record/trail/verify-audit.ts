import { sha256 } from '../ground/canonical.ts'
import type { Ground } from '../ground/ground.ts'
import { ok, type Problem, type Result } from '../ground/problem.ts'
import type { Progress } from '../ground/progress.ts'
import type { Schema } from '../ground/schema.ts'
import { type AuditEvent, type AuditHead, auditHead, emptyHead, linkHash } from './audit.ts'

export type AuditVerified = { readonly head: AuditHead }
type AuditRow = Schema['audit']

// An event of an import lists some hundred resources.
const batch = 100

/** All rows of the chain in order, so many at a time. */
export async function* auditRows({ db, tenantId }: Ground): AsyncGenerator<readonly AuditRow[]> {
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
  ground: Ground,
  heads: readonly AuditHead[] = [],
  progress?: Progress,
): Promise<Result<AuditVerified>> {
  const { seq: total } = await auditHead(ground.db, ground.tenantId)
  const noted = new Map(heads.map((head) => [head.seq, head.hash]))
  let head = emptyHead
  for await (const rows of auditRows(ground)) {
    for (const row of rows) {
      const wrong = faultOf(row, head)
      if (wrong) return { ok: false, problem: wrong }
      const expected = noted.get(row.seq)
      if (expected !== undefined && expected !== row.hash) {
        return { ok: false, problem: broken(row.seq, 'is not the one that was noted elsewhere') }
      }
      head = { seq: row.seq, hash: row.hash }
    }
    progress?.(head.seq, total)
  }
  const missing = [...noted.keys()].filter((seq) => seq > head.seq).sort((a, b) => a - b)[0]
  if (missing !== undefined) {
    return { ok: false, problem: broken(head.seq + 1, `is missing: event ${missing} was noted elsewhere`) }
  }
  return ok({ head })
}

function faultOf(row: AuditRow, before: AuditHead): Problem | null {
  if (row.seq !== before.seq + 1) return broken(before.seq + 1, 'is missing')
  if (row.prev !== before.hash) return broken(row.seq, 'does not follow the event before it')
  if (row.hash !== linkHash(before.hash, row.event)) return broken(row.seq, 'was changed')
  const event = eventIn(row.event)
  if (event === null) return broken(row.seq, 'cannot be read')
  if (event.seq !== row.seq) return broken(row.seq, 'was moved')
  // A missing aside may have been lawfully erased; a different one was not.
  if (row.aside !== null && sha256(row.aside) !== event.aside) return broken(row.seq, 'has a changed text beside it')
  return null
}

/** An event as we write them; null of any other text, which somebody else linked into the chain. */
function eventIn(text: string): AuditEvent | null {
  try {
    const read = JSON.parse(text) as AuditEvent | null
    return Array.isArray(read?.changes) && typeof read.decision === 'object' ? read : null
  } catch {
    return null
  }
}

const broken = (seq: number, what: string): Problem => ({
  code: 'audit-broken',
  sentence: `The audit trail is broken: event ${seq} ${what}.`,
  where: `audit/${seq}`,
})
