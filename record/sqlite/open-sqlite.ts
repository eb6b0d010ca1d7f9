import { existsSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import type { Database, Opening } from '../core/database.ts'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { Db, Schema } from '../core/schema.ts'
import { requireSchema } from '../core/schema-since.ts'
import { backupFile } from './backup.ts'
import { openCheckpointer } from './checkpointer.ts'
import { nodeSqliteDialect } from './dialect.ts'
import { openForReading, openForWriting } from './files.ts'
import { knownSchema, migrate } from './migrate.ts'
import { noWalSync, openWalSync, type WalSync } from './wal-sync.ts'

/** The record as one file of a local disk, which is made when there is none. */
export async function openSqlite(path: string, opening: Opening): Promise<Result<Database>> {
  const open: DatabaseSync[] = []
  const kept = (file: DatabaseSync): DatabaseSync => {
    open.push(file)
    return file
  }
  const closeAll = () => {
    // The writer was opened first and is closed last: the last connection folds the write-ahead log into the file.
    for (const file of open.toReversed()) if (file.isOpen) file.close()
  }
  try {
    const prepared = await prepare(path, opening, kept)
    if (!prepared.ok) {
      closeAll()
      return prepared
    }
    return ok(databaseOver(path, { ...prepared.value, opening, closeAll }))
  } catch (error) {
    closeAll()
    throw error
  }
}

type Connections = {
  readonly writer: DatabaseSync
  readonly reader: DatabaseSync
  readonly log: WalSync
  /** Whether there was a log before it was opened: somebody has it open, or did not close it. */
  readonly isLeftBehind: boolean
}

async function prepare(
  path: string,
  { busyTimeoutMs, onlyReading, since, now, toDisk }: Opening,
  kept: (file: DatabaseSync) => DatabaseSync,
): Promise<Result<Connections>> {
  if (onlyReading) {
    if (!existsSync(path)) return refuse('storage-absent', 'There is no record here.', path)
    // A second one, although it may not write either: what is asked of the writer is refused as read-only.
    const writer = kept(openForReading(path, busyTimeoutMs))
    const known = knownSchema(writer, path)
    if (!known.ok) return known
    if (known.value === 0) return refuse('storage-absent', 'The file is empty: it is not a record.', path)
    const held = requireSchema(known.value, since ?? 0, path)
    if (!held.ok) return held
    return ok({ writer, reader: kept(openForReading(path, busyTimeoutMs)), log: noWalSync, isLeftBehind: false })
  }
  const writer = kept(openForWriting(path, busyTimeoutMs))
  const isLeftBehind = (statSync(`${writer.location()}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const migrated = await migrate(writer, path, { now })
  if (!migrated.ok) return migrated
  // From here on the dialect waits for other writers, and `settled` for the disk; neither stands still meanwhile.
  writer.exec('pragma busy_timeout = 0; pragma synchronous = normal')
  return ok({
    writer,
    reader: kept(openForReading(path, busyTimeoutMs)),
    log: openWalSync(writer, toDisk),
    isLeftBehind,
  })
}

/**
 * Whoever left a log behind may have been told that the disk failed. The system then holds what the disk does not have, and
 * takes it for written: what is put behind it in the log would be lost with it. In the file it is written anew.
 * @returns whether nothing of it is left; while others look into the record, such as a backup, it stays their log
 */
async function foldedWhatIsLeft(writer: DatabaseSync, log: WalSync): Promise<boolean> {
  const { busy } = writer.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number }
  await log.settled()
  return busy === 0
}

function databaseOver(
  path: string,
  { writer, reader, log, isLeftBehind, opening, closeAll }: Connections & { opening: Opening; closeAll: () => void },
): Database {
  const folding = opening.besideOthers ? openCheckpointer(path, writer) : null
  let isToFold = isLeftBehind
  const writing = new Kysely<Schema>({
    dialect: nodeSqliteDialect(writer, { ...opening, afterCommit: folding?.afterCommit }),
  })
  const reading = new Kysely<Schema>({ dialect: nodeSqliteDialect(reader) })

  const snapshot = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    // A connection of its own: readers would wait until the end of what may take minutes.
    const db = new Kysely<Schema>({ dialect: nodeSqliteDialect(openForReading(path, opening.busyTimeoutMs)) })
    try {
      return await db.transaction().setAccessMode('read only').execute(work)
    } finally {
      await db.destroy()
    }
  }

  return {
    reading,
    writing,
    batchSize: 2000,
    // "begin immediate" has claimed the whole file.
    claim: async () => {},
    snapshot,
    damage: () =>
      snapshot(async (db) => {
        const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
        const first = rows[0]?.integrity_check
        return first === 'ok' ? null : `${first}`
      }),
    clock: async () => null,
    // It plans by its indexes alone, however much there is.
    analyze: async () => {},
    wrote: () => {},
    beforeWriting: async () => {
      if (log.failed() !== undefined) throw log.failed()
      // Here and not on opening: on a full disk the record can be read, and is written to once there is room.
      if (isToFold) isToFold = !(await foldedWhatIsLeft(writer, log))
    },
    settled: log.settled,
    backup: (toFile) => backupFile(path, toFile),
    close: async () => {
      await log.close()
      await folding?.close()
      await reading.destroy()
      await writing.destroy()
      closeAll()
    },
  }
}
