import { copyFileSync, existsSync, linkSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { stagedName, stagingName } from './ground/left-behind.ts'
import { makeFolder, takeAwayEmpty } from './ground/make-folder.ts'
import { ok, type Problem, type Refusal, Refused, type Result, refuse } from './ground/problem.ts'
import type { Progress } from './ground/progress.ts'
import { notEmpty } from './ground/record-is-there.ts'
import { placeProblem, storageRefusal } from './ground/storage-problem.ts'
import { unfinished } from './ground/unfinished.ts'
import { flush } from './ground/whole-file.ts'
import { openRecord } from './open-record.ts'
import type { RecordCounts } from './trail/counts.ts'
import { builtByKey } from './versions/reindex.ts'

export type Restoring = {
  /** Where the record is to live. */
  readonly folder: string
  /** A PostgreSQL that is to keep it instead of a file in the folder. */
  readonly database?: string | null
  readonly progress?: Progress
}

/** What was restored, after it was verified: how much of each tenant. */
export type Restored = { readonly counts: readonly RecordCounts[] }

/**
 * Brings a backup back, into a folder or a PostgreSQL that holds no record yet; so it also moves a record from one to the
 * other. It is brought to this release's schema and verified before it appears, whole or not at all. Nobody stays signed in:
 * a session that was ended since the backup must not come back.
 * Problems: `storage-absent`, `storage-not-empty`, `storage-unusable`, and those of opening and of verifying.
 */
export async function restoreRecord(fromFile: string, restoring: Restoring): Promise<Result<Restored>> {
  const { folder } = restoring
  const database = restoring.database ?? null
  const unfit = unfitBackup(fromFile)
  if (unfit) return unfit
  const target = join(folder, 'record.sqlite')
  if (database === null && (existsSync(target) || existsSync(`${target}-wal`))) return notEmpty(target)
  const place = madeWholeIn({ folder, database })
  let made: readonly string[] = []
  let staging: string
  try {
    made = makeFolder(place)
    staging = mkdtempSync(join(place, stagingName))
  } catch (error) {
    takeAwayEmpty(made)
    const problem = placeProblem(error, place)
    if (problem === null) throw error
    return { ok: false, problem }
  }
  unfinished.begin(staging)
  try {
    const staged = join(staging, stagedName)
    copyFileSync(fromFile, staged)
    // A copy that was cut short before its first page would else become a clinic that nobody ever wrote to.
    const found = await openRecord(staging, { onlyReading: true })
    if (!found.ok) return ofBackup({ ...found.problem, where: fromFile }, fromFile)
    await found.value.close()
    const verified = await verifiedCopy(staging, staged, restoring.progress)
    if (!verified.ok) return ofBackup(verified.problem, fromFile)
    if (database === null) {
      await flush(staged)
      if (!linkedTo(staged, target)) return notEmpty(target)
      await flush(folder)
      return verified
    }
    const loaded = await load(staged, { ...restoring, database })
    return loaded.ok ? verified : loaded
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    const refusal = storageRefusal(error, fromFile)
    // What is damaged is damaged in the backup; where nothing can be written is the other place.
    return refusal.problem.code === 'storage-full'
      ? { ok: false, problem: { ...refusal.problem, where: place } }
      : ofBackup(refusal.problem, fromFile)
  } finally {
    unfinished.drop(staging)
    // Where it brought nothing, they are as empty as they were made.
    takeAwayEmpty(made)
  }
}

/** Who is told to restore a backup, of the very backup that they restore, is led nowhere. */
const ofBackup = (problem: Problem, fromFile: string): Refusal =>
  problem.code === 'storage-damaged'
    ? refuse('storage-damaged', 'This backup is damaged. Take another one.', fromFile)
    : { ok: false, problem }

/** In which folder a record is brought back before it appears: beside its place, so that it can take it in one step. */
export const madeWholeIn = ({ folder, database }: Pick<Restoring, 'folder' | 'database'>): string =>
  (database ?? null) === null ? folder : tmpdir()

/** Unlike a renaming it writes over nothing. @returns false where another restore was quicker */
function linkedTo(staged: string, target: string): boolean {
  try {
    linkSync(staged, target)
    return true
  } catch (error) {
    if (existsSync(target)) return false
    throw error
  }
}

function unfitBackup(fromFile: string) {
  if (!existsSync(fromFile)) return refuse('storage-absent', 'There is no such file.', fromFile)
  if (!statSync(fromFile).isFile()) return refuse('storage-unusable', 'This is no file.', fromFile)
  const log = `${fromFile}-wal`
  if (!existsSync(log) || statSync(log).size === 0) return null
  // Part of what was acknowledged is in the log; the file alone would be an older state, or a torn one.
  const sentence = 'This is a record in use, with a log beside it, and no backup: make one with "facialis backup".'
  return refuse('storage-unusable', sentence, fromFile)
}

async function verifiedCopy(
  staging: string,
  staged: string,
  progress: Progress | undefined,
): Promise<Result<Restored>> {
  const migrated = await openRecord(staging)
  if (!migrated.ok) return migrated
  await migrated.value.close()
  const file = new DatabaseSync(staged)
  const tenants = file.prepare('select distinct tenant_id from audit order by tenant_id').all()
  file.exec('delete from session')
  // Made from the resources anew when it is opened: what searches go by is held against nothing else here.
  file.prepare('delete from setting where key = ?').run(builtByKey)
  file.close()
  const counts: RecordCounts[] = []
  for (const { tenant_id } of tenants) {
    const opened = await openRecord(staging, { tenantId: String(tenant_id) })
    if (!opened.ok) return opened
    const record = opened.value
    const verified = await record.verify({ ...(progress ? { progress } : {}) })
    counts.push(await record.counts())
    await record.close()
    if (!verified.ok) return verified
  }
  return ok({ counts })
}

async function load(
  staged: string,
  { folder, database, progress }: Restoring & { database: string },
): Promise<Result<null>> {
  const { openPostgres } = await import('./postgres/open-postgres.ts')
  const { loadFile } = await import('./postgres/load-file.ts')
  const { placeOf } = await import('./postgres/connection.ts')
  const now = () => new Date().toISOString()
  const opening = { tenantId: 'clinic', now, busyTimeoutMs: 5000, onlyReading: false, besideOthers: false }
  const opened = await openPostgres(database, { ...opening, folder })
  if (!opened.ok) return opened
  const file = new DatabaseSync(staged, { readOnly: true })
  try {
    await opened.value.writing.transaction().execute((db) => loadFile(db, file, { where: placeOf(database), progress }))
    return ok(null)
  } finally {
    file.close()
    await opened.value.close()
  }
}
