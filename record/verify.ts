import type { Database } from './core/database.ts'
import { ok, type Result, refuse } from './core/problem.ts'
import type { Progress } from './core/progress.ts'
import type { RecordContext } from './core/record-context.ts'
import { storageRefusal } from './core/storage-problem.ts'
import { type RowsVerified, verifyRows } from './stores/verify-rows.ts'
import type { AuditHead } from './trail/audit.ts'
import { counts, type RecordCounts } from './trail/counts.ts'
import { type AuditVerified, verifyAudit } from './trail/verify-audit.ts'
import { type IndexVerified, verifyIndex } from './versions/verify-index.ts'
import { type VersionsVerified, verifyVersions } from './versions/verify-versions.ts'

/** The lowest schema that holds all that is looked at. */
export const verifiableSince = 6

export type Verified = RecordCounts & AuditVerified & VersionsVerified & RowsVerified

export type Verifying = {
  /** Heads of the chain that were noted elsewhere. */
  readonly heads?: readonly AuditHead[]
  /** Told of audit events, each of which is looked at twice, and of files: each of the three is a third of the way. */
  readonly progress?: Progress
}

/**
 * Everything that can be checked without other machines: the database itself, the audit chain, versions, decisions, files,
 * accounts, ways of signing in, settings, sessions and links against it, and how much there is. All of one moment: whoever writes meanwhile neither waits nor looks like a fault.
 */
export async function verify(
  context: RecordContext,
  { damage, snapshot }: Pick<Database, 'damage' | 'snapshot'>,
  { heads = [], progress }: Verifying = {},
): Promise<Result<Verified>> {
  try {
    const damaged = await damage()
    if (damaged !== null) return refuse('storage-damaged', `The record file is damaged: ${damaged}.`, 'storage')
    return await snapshot(async (db) => {
      const still = { ...context, db }
      const third = (at: number) =>
        progress && ((done: number, total: number) => progress(at * total + done, 3 * total))
      const audit = await verifyAudit(still, heads, third(0))
      if (!audit.ok) return audit
      const versions = await verifyVersions(still, third(1))
      if (!versions.ok) return versions
      const rows = await verifyRows(still, third(2))
      return rows.ok ? ok({ ...(await counts(still)), ...audit.value, ...versions.value, ...rows.value }) : rows
    })
  } catch (error) {
    // Where a page is broken, already the question whether any is may end in an error.
    return storageRefusal(error)
  }
}

/**
 * The search index against the resources: by somebody who knows what they are searched by, which this room is told when it is
 * opened with `index`. Of one moment, as above; trust it only after `verify`.
 */
export async function verifySearch(
  context: RecordContext,
  { snapshot }: Pick<Database, 'snapshot'>,
  { indexVersion, progress }: { readonly indexVersion: string | undefined; readonly progress: Progress | undefined },
): Promise<Result<IndexVerified>> {
  try {
    return await snapshot((db) => verifyIndex({ ...context, db }, indexVersion, progress))
  } catch (error) {
    return storageRefusal(error)
  }
}
