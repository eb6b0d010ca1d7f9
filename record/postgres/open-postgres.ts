import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Database, Opening } from '../core/database.ts'
import { makeFolder } from '../core/make-folder.ts'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { Db, Schema } from '../core/schema.ts'
import { requireSchema } from '../core/schema-since.ts'
import { storageProblem } from '../core/storage-problem.ts'
import { analyze } from './analyze.ts'
import { openAutoAnalyze } from './auto-analyze.ts'
import { placeOf, poolOf } from './connection.ts'
import { copyToFile } from './copy-to-file.ts'
import { fitness } from './fitness.ts'
import { knownSchema, migrate, newestOf, steps } from './migrate.ts'
import { translatedErrors } from './translated-errors.ts'

/** `folder` takes the copy that is made before a migration. */
export type OpeningPostgres = Opening & { readonly folder: string }

const mostReaders = 8

/** The record in a PostgreSQL, in the first schema of the search path, which may be empty. */
export async function openPostgres(address: string, opening: OpeningPostgres): Promise<Result<Database>> {
  const where = placeOf(address)
  const readOnly = 'set default_transaction_read_only = on'
  const writers = poolOf(address, {
    most: 1,
    settings: [
      `set lock_timeout = ${Math.round(opening.busyTimeoutMs)}`,
      // A process that hangs in the middle of a write must not hold up the others for ever.
      `set idle_in_transaction_session_timeout = '60s'`,
      // Where the database has another habit, those that start at once on nothing would get in each other's way.
      `set default_transaction_isolation = 'read committed'`,
      ...(opening.onlyReading ? [readOnly] : []),
    ],
    onStatement: opening.onStatement,
  })
  const readers = poolOf(address, { most: mostReaders, settings: [readOnly] })
  if (!writers.ok) return writers
  if (!readers.ok) return readers
  const writing = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: writers.value }) })
  const reading = new Kysely<Schema>({ dialect: translatedErrors(new PostgresDialect({ pool: readers.value })) })
  const database = databaseOver({ writing, reading }, opening)
  try {
    const prepared = await prepare(database, opening, where)
    if (!prepared.ok) await database.close()
    return prepared.ok ? ok(database) : prepared
  } catch (error) {
    await database.close()
    return openingProblem(error, where)
  }
}

async function prepare(database: Database, opening: OpeningPostgres, where: string): Promise<Result<unknown>> {
  const { writing } = database
  const fit = await fitness(writing, where)
  if (!fit.ok) return fit
  if (opening.onlyReading) {
    const known = await knownSchema(writing, where)
    if (!known.ok) return known
    if (known.value === 0) return refuse('storage-absent', 'There is no record here.', where)
    return requireSchema(known.value, opening.since ?? 0, where)
  }
  const copyAside = async (from: number, to: number) => {
    makeFolder(opening.folder)
    const file = join(opening.folder, `record.before-${to}.sqlite`)
    await database.snapshot((db) => copyToFile(db, file, { schema: from, at: opening.now() }))
  }
  const migrated = await migrate(writing, { now: opening.now, where, copyAside })
  if (!migrated.ok) return migrated
  await sql`insert into tenant (tenant_id) values (${opening.tenantId}) on conflict do nothing`.execute(writing)
  return migrated
}

function databaseOver({ writing, reading }: Pick<Database, 'writing' | 'reading'>, opening: Opening): Database {
  const snapshot = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    reading.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
  const { wrote, ifGrown } = openAutoAnalyze()
  return {
    reading,
    writing,
    batchSize: Number.POSITIVE_INFINITY,
    claim: async (db, tenantId) => {
      const held = await sql`select 1 from tenant where tenant_id = ${tenantId} for update`.execute(db)
      // Without a row nothing would be locked, and two writers would meet.
      if (held.rows.length !== 1) throw new Error(`There is no row to lock for the tenant "${tenantId}"`)
    },
    snapshot,
    // It has no check of its own files that an ordinary user may ask for; what was changed shows in the chain.
    damage: async () => null,
    clock: async () => {
      const { rows } = await sql<{ told: number }>`
        select extract(epoch from clock_timestamp())::float8 as told`.execute(reading)
      return new Date((rows[0]?.told ?? Number.NaN) * 1000).toISOString()
    },
    analyze: () => analyze(writing),
    wrote,
    beforeWriting: () => ifGrown(writing),
    // A commit that was answered is.
    settled: async () => {},
    backup: (toFile, progress) =>
      snapshot(async (db) => {
        const known = await knownSchema(db, 'database')
        return copyToFile(db, toFile, { schema: known.ok ? known.value : newestOf(steps), at: opening.now(), progress })
      }),
    close: async () => {
      await reading.destroy()
      await writing.destroy()
    },
  }
}

/** What PostgreSQL says when it does not let us in; it names no password. */
function openingProblem(error: unknown, where: string): Result<never> {
  const problem = storageProblem(error)
  const said = error instanceof Error ? error.message : String(error)
  if (problem)
    return { ok: false, problem: { ...problem, sentence: `${problem.sentence.split('.')[0]}: ${said}.`, where } }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // Who one is, which database, and what one may do there.
  if (/^(28|3D|42501|SELF_SIGNED|ERR_TLS|DEPTH_ZERO)/.test(code)) {
    return refuse('storage-unusable', `PostgreSQL refuses the connection: ${said}.`, where)
  }
  throw error
}
