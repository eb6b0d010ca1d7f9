import { sha256 } from '../ground/canonical.ts'
import type { Ground } from '../ground/ground.ts'
import { ok, type Result } from '../ground/problem.ts'
import type { Progress } from '../ground/progress.ts'
import { broken } from './broken-row.ts'

/**
 * Holds every kept file against the sum of its bytes.
 * Problem: `record-broken`, `where` is `attachment/<id>`.
 */
export async function verifyBytes(
  { db, tenantId }: Ground,
  files: readonly { readonly id: string; readonly sha256: string }[],
  progress?: Progress,
): Promise<Result<null>> {
  for (const [at, file] of files.entries()) {
    // One by one: a film may be as large as all else together.
    const { bytes } = await db
      .selectFrom('attachment')
      .select('bytes')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', file.id)
      .executeTakeFirstOrThrow()
    if (sha256(bytes) !== file.sha256) return broken(`attachment/${file.id}`, 'was changed')
    progress?.(at + 1, files.length)
  }
  return ok(null)
}
