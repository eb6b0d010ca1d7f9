import { sha256 } from '../ground/canonical.ts'
import type { Ground } from '../ground/ground.ts'
import { ok, type Result } from '../ground/problem.ts'
import { columns, fileHash } from './attachments.ts'
import { broken } from './broken-row.ts'

export type FilesVerified = { readonly files: number }

/**
 * Holds every kept file against the sum of its bytes, and against what was `told` of it last: what it is, and whose. One that no
 * event tells of was kept by a release that told of none: its own sum is all there is.
 * Problem: `record-broken`, `where` is `attachment/<id>`.
 */
export async function verifyFiles(
  { db, tenantId }: Ground,
  told: ReadonlyMap<string, string | null>,
): Promise<Result<FilesVerified>> {
  const missing = new Set(told.keys())
  const rows = await db
    .selectFrom('attachment')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const hash = told.get(row.id)
    if (hash !== undefined && hash !== fileHash(row)) return broken(`attachment/${row.id}`, 'was changed')
    missing.delete(row.id)
    // One by one: a film may be as large as all else together.
    const { bytes } = await db
      .selectFrom('attachment')
      .select('bytes')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    if (sha256(bytes) !== row.sha256) return broken(`attachment/${row.id}`, 'was changed')
  }
  const [first] = missing
  return first === undefined ? ok({ files: rows.length }) : broken(`attachment/${first}`, 'is missing')
}
