import { sql } from 'kysely'
import type { AuditHead } from './audit.ts'
import type { Ground } from './ground.ts'
import { ok, type Result, refuse } from './problem.ts'
import { type AuditVerified, verifyAudit } from './verify-audit.ts'
import { type VersionsVerified, verifyVersions } from './verify-versions.ts'

export type Verified = AuditVerified & VersionsVerified

/** Everything that can be checked without other machines: the file, the audit chain, versions and decisions against it. */
export async function verify(ground: Ground, heads: readonly AuditHead[] = []): Promise<Result<Verified>> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(ground.db)
  const first = rows[0]?.integrity_check
  if (first !== 'ok') return refuse('storage-damaged', `The record file is damaged: ${first}.`, 'storage')
  const audit = await verifyAudit(ground, heads)
  if (!audit.ok) return audit
  const versions = await verifyVersions(ground)
  return versions.ok ? ok({ ...audit.value, ...versions.value }) : versions
}
