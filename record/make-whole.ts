import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { stagedName } from './ground/left-behind.ts'
import { ok, type Problem, type Refusal, type Result, refuse } from './ground/problem.ts'
import type { Progress } from './ground/progress.ts'
import { placeProblem, storageProblem } from './ground/storage-problem.ts'
import { openRecord } from './open-record.ts'
import { worksOnce } from './stores/links.ts'
import type { RecordCounts } from './trail/counts.ts'
import { builtByKey } from './versions/reindex.ts'

/** What was restored, after it was verified: how much of each tenant. */
export type Restored = { readonly counts: readonly RecordCounts[] }

export type MakingWhole = Readonly<{
  fromFile: string
  /** An empty folder, in which the record is then. */
  staging: string
}>

/** What the thread tells that does it. */
export type ToldOfMaking = Readonly<{ done: number; total: number }> | Readonly<{ made: Result<Restored> }>

/** Copies a backup, brings the copy to this release's schema, signs everybody out, ends what works once and verifies it. */
export async function makeWhole({ fromFile, staging }: MakingWhole, progress: Progress): Promise<Result<Restored>> {
  try {
    copyFileSync(fromFile, join(staging, stagedName))
    // A copy that was cut short before its first page would else become a clinic that nobody ever wrote to.
    const found = await openRecord(staging, { onlyReading: true })
    if (!found.ok) return ofBackup({ ...found.problem, where: fromFile }, fromFile)
    await found.value.close()
    const verified = await verifiedCopy(staging, progress)
    return verified.ok ? verified : ofBackup(verified.problem, fromFile)
  } catch (error) {
    return whatFailed(error, { fromFile, staging })
  }
}

/** What is damaged is damaged in the backup; where nothing can be written is the other place. */
export function whatFailed(error: unknown, { fromFile, staging }: MakingWhole): Refusal {
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
  for (const purpose of Object.values(worksOnce)) once.run(purpose)
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
