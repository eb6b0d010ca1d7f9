import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Database, Opening } from './core/database.ts'
import type { Fsync } from './core/fsync.ts'
import { instant } from './core/instant.ts'
import { makeFolder } from './core/make-folder.ts'
import type { OnStatement } from './core/on-statement.ts'
import { ok, type Result } from './core/problem.ts'
import type { RecordContext, ResourceKnowledge } from './core/record-context.ts'
import { placeProblem } from './core/storage-problem.ts'
import { openWriter } from './core/writer.ts'
import { type DurableRecord, recordOver } from './record.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import { reindexFor } from './versions/reindex.ts'

export type RecordOptions = Partial<ResourceKnowledge> & {
  /** Address of a PostgreSQL that keeps the record, such as `postgres://clinic@localhost/clinic`. Default: a file in the folder. */
  readonly database?: string | null
  /** Default `clinic`. */
  readonly tenantId?: string
  /** The clock, as an instant with a time zone. Default: the machine's. */
  readonly now?: () => string
  /** Default: random UUIDs. */
  readonly newId?: () => string
  /** Names what `index` extracts. When it differs from the last time, the search index is built anew on opening. */
  readonly indexVersion?: string
  /** How long after the last ones a read's audit event waits for company. Default 2 ms. */
  readonly readAuditDelayMs?: number
  /** How long to wait for another process that writes. Default 5 s. */
  readonly busyTimeoutMs?: number
  /** How many resources a search goes through before others have their turn. Default: as many as suit the database. */
  readonly batchSize?: number
  /** Called before each statement of the writer. */
  readonly onStatement?: OnStatement
  /** Has the disk take what was written to a file. Default: the system's own way. */
  readonly toDisk?: Fsync
  /** Whether others are served by the thread that writes: the log of a file is then folded into it by another one. Default false. */
  readonly besideOthers?: boolean
  /** Default: `record.sqlite`. */
  readonly fileName?: string
  /** Looks at what is there and changes nothing, not even an older schema. Default false. */
  readonly onlyReading?: boolean
  /** Of what is only read: the lowest schema that holds what is asked of it. Default: any. */
  readonly since?: number
}

/**
 * Opens, or begins, the record in a folder of a local disk, or in a PostgreSQL.
 * Problems: `schema-newer`, `schema-older`, `storage-not-a-record`, `storage-absent`, `storage-unsafe`,
 * `storage-unusable|unreachable|read-only|damaged|busy|full|failed`.
 */
export async function openRecord(folder: string, options: RecordOptions = {}): Promise<Result<DurableRecord>> {
  const clock = options.now ?? (() => new Date().toISOString())
  const now = () => instant(clock())
  const opening: Opening = {
    tenantId: options.tenantId ?? 'clinic',
    now,
    busyTimeoutMs: options.busyTimeoutMs ?? 5000,
    onStatement: options.onStatement,
    toDisk: options.toDisk,
    besideOthers: options.besideOthers ?? false,
    onlyReading: options.onlyReading ?? false,
    since: options.since,
  }
  const opened = await openDatabase(folder, options, opening)
  if (!opened.ok) return opened
  const database = opened.value
  const writer = openWriter(database, opening.tenantId)
  const context: RecordContext = {
    tenantId: opening.tenantId,
    now,
    newId: options.newId ?? randomUUID,
    index: options.index ?? (() => []),
    isOrdered: options.isOrdered ?? (() => false),
    patientOf: options.patientOf ?? (() => null),
    db: database.reading,
    write: writer.write,
    batchSize: options.batchSize ?? database.batchSize,
  }
  try {
    const isBuiltAnew =
      options.indexVersion !== undefined && !opening.onlyReading && (await reindexFor(context, options.indexVersion))
    if (isBuiltAnew) await database.analyze()
  } catch (error) {
    await database.close()
    return openingProblem(error, folder)
  }
  const { readAuditDelayMs = 2, indexVersion } = options
  return ok(recordOver(context, { database, writer, readAuditDelayMs, indexVersion }))
}

async function openDatabase(
  folder: string,
  { database, fileName }: RecordOptions,
  opening: Opening,
): Promise<Result<Database>> {
  if (typeof database === 'string') {
    // Whoever keeps the record in a file does not wait for this to load.
    const { openPostgres } = await import('./postgres/open-postgres.ts')
    return openPostgres(database, { ...opening, folder })
  }
  const path = join(folder, fileName ?? 'record.sqlite')
  try {
    if (!opening.onlyReading) makeFolder(folder)
    return await openSqlite(path, opening)
  } catch (error) {
    return openingProblem(error, path)
  }
}

function openingProblem(error: unknown, where: string): Result<never> {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const problem = placeProblem(cause, where)
  if (problem) return { ok: false, problem }
  throw error
}
