import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { stagedName } from './core/orphaned-files.ts'
import { ok, type Problem, type Refusal, type Result, refuse } from './core/problem.ts'
import type { Progress } from './core/progress.ts'
import { placeProblem, storageProblem } from './core/storage-problem.ts'
import { openRecord } from './open-record.ts'
import { singleUse } from './stores/links.ts'
import type { RecordCounts } from './trail/counts.ts'
import { builtByKey } from './versions/reindex.ts'

/** The counts of each tenant in a restored and verified record. */
export type Restored = { readonly counts: readonly RecordCounts[] }

export type Staging = Readonly<{
  fromFile: string
  /** An empty folder, which holds the record afterwards. */
  staging: string
}>

/** A message of the restoring thread: its progress, or its result. */
export type StagingMessage = Readonly<{ done: number; total: number }> | Readonly<{ made: Result<Restored> }>

/** Copies a backup into the staging folder, migrates it, ends all sessions and one-time links, and verifies it. */
export async function stageRestore({ fromFile, staging }: Staging, progress: Progress): Promise<Result<Restored>> {
  try {
    copyFileSync(fromFile, join(staging, stagedName))
    // A copy that was cut short before its first page would else become a clinic that nobody ever wrote to.
    const found = await openRecord(staging, { onlyReading: true })
    if (!found.ok) return ofBackup({ ...found.problem, where: fromFile }, fromFile)
    await found.value.close()
    const verified = await verifiedCopy(staging, progress)
    return verified.ok ? verified : ofBackup(verified.problem, fromFile)
  } catch (error) {
    return stagingFailure(error, { fromFile, staging })
  }
}

/** The refusal for an error: damage is in the backup; a place that cannot be written is the target. */
export function stagingFailure(error: unknown, { fromFile, staging }: Staging): Refusal {
  const problem = storageProblem(error)
  if (problem !== null && problem.code !== 'storage-full') return ofBackup({ ...problem, where: fromFile }, fromFile)
  const ofPlace = placeProblem(error, dirname(staging))
  if (ofPlace === null) throw error
  return { ok: false, problem: ofPlace }
}

/** Who is told to restore a backup, of the very backup that they restore, is led nowhere. */
const ofBackup = (problem: Problem, fromFile: string): Refusal =>
  problem.code === 'storage-damaged'
    ? refuse('storage-damaged', 'This backup is damaged. Take another one.', fromFile)
    : { ok: false, problem }

async function verifiedCopy(staging: string, progress: Progress): Promise<Result<Restored>> {
  const migrated = await openRecord(staging)
  if (!migrated.ok) return migrated
  await migrated.value.close()
  const file = new DatabaseSync(join(staging, stagedName))
  const tenants = file.prepare('select distinct tenant_id from audit order by tenant_id').all()
  file.exec('delete from session')
  const once = file.prepare('delete from link where purpose = ?')
  for (const purpose of Object.values(singleUse)) once.run(purpose)
  // Made from the resources anew when it is opened: what searches go by is held against nothing else here.
  file.prepare('delete from setting where key = ?').run(builtByKey)
  file.close()
  const counts: RecordCounts[] = []
  for (const { tenant_id } of tenants) {
    const opened = await openRecord(staging, { tenantId: String(tenant_id) })
    if (!opened.ok) return opened
    const record = opened.value
    const verified = await record.verify({ progress })
    counts.push(await record.counts())
    await record.close()
    if (!verified.ok) return verified
  }
  return ok({ counts })
}
