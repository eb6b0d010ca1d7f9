import { existsSync, linkSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { fsyncPath } from './core/atomic-file.ts'
import { makeFolder, removeEmptyFolders } from './core/make-folder.ts'
import { stagedName, stagingName } from './core/orphaned-files.ts'
import { ok, Refused, type Result, refuse } from './core/problem.ts'
import type { Progress } from './core/progress.ts'
import { notEmpty } from './core/record-exists.ts'
import { placeProblem } from './core/storage-problem.ts'
import { temporaryFiles } from './core/temporary-files.ts'
import { type Restored, type Staging, type StagingMessage, stagingFailure } from './stage-restore.ts'

export type Restoring = {
  /** Where the record is to live. */
  readonly folder: string
  /** A PostgreSQL that is to keep it instead of a file in the folder. */
  readonly database?: string | null
  readonly progress?: Progress
}

/**
 * Brings a backup back, into a folder or a PostgreSQL that holds no record yet; so it also moves a record from one to the
 * other. It is brought to this release's schema and verified before it appears, whole or not at all. Nobody stays signed in:
 * a session that was ended since the backup must not come back, nor a link that works once and was used.
 * Problems: `storage-absent`, `storage-not-empty`, `storage-unusable`, and those of opening and of verifying.
 */
export async function restoreRecord(fromFile: string, restoring: Restoring): Promise<Result<Restored>> {
  const { folder } = restoring
  const database = restoring.database ?? null
  const unfit = unfitBackup(fromFile)
  if (unfit) return unfit
  const target = join(folder, 'record.sqlite')
  if (database === null && (existsSync(target) || existsSync(`${target}-wal`))) return notEmpty(target)
  const place = stagingParentOf({ folder, database })
  let made: readonly string[] = []
  let staging: string
  try {
    made = makeFolder(place)
    staging = mkdtempSync(join(place, stagingName))
  } catch (error) {
    removeEmptyFolders(made)
    const problem = placeProblem(error, place)
    if (problem === null) throw error
    return { ok: false, problem }
  }
  temporaryFiles.begin(staging, made)
  try {
    const whole = await madeWholeBeside({ fromFile, staging }, restoring.progress)
    if (!whole.ok) return whole
    const staged = join(staging, stagedName)
    if (database === null) {
      await fsyncPath(staged)
      if (!linkedTo(staged, target)) return notEmpty(target)
      await fsyncPath(folder)
      return whole
    }
    const loaded = await load(staged, { ...restoring, database })
    return loaded.ok ? whole : loaded
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    return stagingFailure(error, { fromFile, staging })
  } finally {
    temporaryFiles.remove(staging)
  }
}

/**
 * In a thread of its own: SQLite looks at a file in one go, and this one has to hear meanwhile that somebody stops it, since
 * only then is what was copied taken away.
 */
function madeWholeBeside(making: Staging, progress: Progress | undefined): Promise<Result<Restored>> {
  const thread = new Worker(new URL('stage-restore-thread.ts', import.meta.url), { workerData: making })
  return new Promise((resolve, reject) => {
    thread.on('message', (told: StagingMessage) => {
      if ('done' in told) progress?.(told.done, told.total)
      else resolve(told.made)
    })
    thread.on('error', reject)
    thread.on('exit', (code) => reject(new Error(`What makes a copy whole ended with ${code} and no answer`)))
  })
}

/** In which folder a record is brought back before it appears: beside its place, so that it can take it in one step. */
export const stagingParentOf = ({ folder, database }: Pick<Restoring, 'folder' | 'database'>): string =>
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
  const sentence = 'This is a record in use, with a log beside it, not a backup: make one with "facialis backup".'
  return refuse('storage-unusable', sentence, fromFile)
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
