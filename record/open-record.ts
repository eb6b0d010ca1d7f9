import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { nodeSqliteDialect, type OnStatement } from './dialect.ts'
import { openForReading, openForWriting } from './files.ts'
import type { Ground, Knowing } from './ground.ts'
import { instant } from './instant.ts'
import { makeFolder } from './make-folder.ts'
import { migrate } from './migrate.ts'
import { ok, type Result, refuse, storageProblem } from './problem.ts'
import { type DurableRecord, recordOver } from './record.ts'
import { reindexFor } from './reindex.ts'
import type { Schema } from './schema.ts'
import { openWriter } from './writer.ts'

export type RecordOptions = Partial<Knowing> & {
  /** Default `clinic`. */
  readonly tenantId?: string
  /** The clock, as an instant with a time zone. Default: the machine's. */
  readonly now?: () => string
  /** Default: random UUIDs. */
  readonly newId?: () => string
  /** Names what `index` extracts. When it differs from the last time, the search index is built anew on opening. */
  readonly indexVersion?: string
  /** How long a read's audit event waits for company. Default 2 ms. */
  readonly readAuditDelayMs?: number
  /** How long to wait for another process that writes. Default 5 s. */
  readonly busyTimeoutMs?: number
  /** Called before each statement of the writer. */
  readonly onStatement?: OnStatement
  /** Default: `record.sqlite`. */
  readonly fileName?: string
}

/**
 * Opens, or begins, the record in a folder of a local disk.
 * Problems: `schema-newer`, `storage-not-a-record`, `storage-unusable|read-only|damaged|busy|full|failed`.
 */
export async function openRecord(folder: string, options: RecordOptions = {}): Promise<Result<DurableRecord>> {
  const path = join(folder, options.fileName ?? 'record.sqlite')
  const clock = options.now ?? (() => new Date().toISOString())
  const now = () => instant(clock())
  const open: DatabaseSync[] = []
  const closeAll = () => {
    // The writer was opened first and is closed last: the last connection folds the write-ahead log into the file.
    for (const file of open.toReversed()) if (file.isOpen) file.close()
  }
  try {
    makeFolder(folder)
    const timeout = options.busyTimeoutMs ?? 5000
    const writing = openForWriting(path, timeout)
    open.push(writing)
    const migrated = await migrate(writing, path, { now })
    if (!migrated.ok) {
      closeAll()
      return migrated
    }
    // From here on the dialect waits, without standing still.
    writing.exec('pragma busy_timeout = 0')
    const reading = openForReading(path, timeout)
    open.push(reading)

    const writerDb = new Kysely<Schema>({ dialect: nodeSqliteDialect(writing, options) })
    const readerDb = new Kysely<Schema>({ dialect: nodeSqliteDialect(reading) })
    const writer = openWriter(writerDb)
    const ground: Ground = {
      tenantId: options.tenantId ?? 'clinic',
      now,
      newId: options.newId ?? randomUUID,
      index: options.index ?? (() => []),
      patientOf: options.patientOf ?? (() => null),
      db: readerDb,
      write: writer.write,
    }
    if (options.indexVersion !== undefined) await reindexFor(ground, options.indexVersion)
    const close = async () => {
      // Writes that already wait have their turn first.
      await writerDb.connection().execute(async () => {})
      await readerDb.destroy()
      await writerDb.destroy()
      closeAll()
    }
    return ok(recordOver(ground, { writer, path, close, readAuditDelayMs: options.readAuditDelayMs ?? 2 }))
  } catch (error) {
    closeAll()
    return openingProblem(error, path)
  }
}

function openingProblem(error: unknown, path: string): Result<never> {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const problem = storageProblem(cause)
  if (problem) return { ok: false, problem: { ...problem, where: path } }
  if (cause instanceof Error && 'syscall' in cause) {
    return refuse('storage-unusable', `The folder cannot be used: ${cause.message}.`, path)
  }
  throw error
}
