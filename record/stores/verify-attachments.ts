import { sha256 } from '../core/canonical.ts'
import { ok, type Result } from '../core/problem.ts'
import type { Progress } from '../core/progress.ts'
import type { RecordContext } from '../core/record-context.ts'
import { recordBroken } from './record-broken.ts'

/**
 * Holds every kept file against the sum of its bytes.
 * Problem: `record-broken`, `where` is `attachment/<id>`.
 */
export async function verifyAttachments(
  { db, tenantId }: RecordContext,
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
    if (sha256(bytes) !== file.sha256) return recordBroken(`attachment/${file.id}`, 'was changed')
    progress?.(at + 1, files.length)
  }
  return ok(null)
}
