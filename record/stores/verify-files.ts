import { sha256 } from '../ground/canonical.ts'
import type { Ground } from '../ground/ground.ts'
import { ok, type Problem, type Result } from '../ground/problem.ts'
import type { AuditEvent } from '../trail/audit.ts'
import { auditRows } from '../trail/verify-audit.ts'
import { columns, fileHash } from './attachments.ts'

export type FilesVerified = { readonly files: number }

/**
 * Holds every kept file against the sum of its bytes, and against what the audit trail says was kept, and given to whom. One that
 * no event tells of was kept by a release that told of none: its own sum is all there is. Trust it only after `verifyAudit`.
 * Problem: `record-broken`, `where` is `attachment/<id>`.
 */
export async function verifyFiles(ground: Ground): Promise<Result<FilesVerified>> {
  const { db, tenantId } = ground
  const told = await toldOf(ground)
  const rows = await db
    .selectFrom('attachment')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const hash = told.get(row.id)
    if (hash !== undefined && hash !== fileHash(row)) return broken(row.id, 'was changed')
    told.delete(row.id)
    // One by one: a film may be as large as all else together.
    const { bytes } = await db
      .selectFrom('attachment')
      .select('bytes')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    if (sha256(bytes) !== row.sha256) return broken(row.id, 'was changed')
  }
  const [missing] = told.keys()
  return missing === undefined ? ok({ files: rows.length }) : broken(missing, 'is missing')
}

/** What the trail says last of each file. */
async function toldOf(ground: Ground): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  // Most tell of none, and an event of an import is long to read.
  for await (const rows of auditRows(ground))
    for (const { event } of rows)
      if (event.includes('"files":['))
        for (const { id, hash } of (JSON.parse(event) as AuditEvent).files ?? []) told.set(id, hash)
  return told
}

function broken(id: string, what: string): { readonly ok: false; readonly problem: Problem } {
  const where = `attachment/${id}`
  return { ok: false, problem: { code: 'record-broken', sentence: `The record is broken: ${where} ${what}.`, where } }
}
