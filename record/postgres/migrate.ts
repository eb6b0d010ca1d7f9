import { type Kysely, sql } from 'kysely'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { Schema } from '../core/schema.ts'
import { schema2OfPostgres } from './schema-2.ts'
import { schema3OfPostgres } from './schema-3.ts'
import { schema4OfPostgres } from './schema-4.ts'
import { schema5OfPostgres } from './schema-5.ts'
import { schema6OfPostgres } from './schema-6.ts'
import { schema7OfPostgres } from './schema-7.ts'

/** One step: its SQL brings the schema before it to `version`. */
export type Step = { readonly version: number; readonly sql: string }

/** Oldest first, forward only. Numbers are those of SQLite's steps: a portable copy has the same schema whoever wrote it. */
export const steps: readonly Step[] = [
  { version: 2, sql: schema2OfPostgres },
  { version: 3, sql: schema3OfPostgres },
  { version: 4, sql: schema4OfPostgres },
  { version: 5, sql: schema5OfPostgres },
  { version: 6, sql: schema6OfPostgres },
  { version: 7, sql: schema7OfPostgres },
]

export type Migrated = { readonly from: number; readonly to: number }
type Db = Kysely<Schema>

export const newestOf = (plan: readonly Step[]): number => plan.at(-1)?.version ?? 0

/** Whether there is a record of this release or of an earlier one. Problems: as of `migrate`. @returns its schema, 0 for none */
export async function knownSchema(db: Db, where: string, newest = newestOf(steps)): Promise<Result<number>> {
  const first = await versionOf(db)
  const holdsTables = first === 0 && (await hasForeignTables(db))
  // The tables may be those of another process that began the record between the two looks.
  const from = holdsTables ? await versionOf(db) : first
  if (from > newest) {
    const sentence = `This record has schema ${from}; this release knows schemas up to ${newest}. Start the newer release.`
    return refuse('schema-newer', sentence, where)
  }
  if (from === 0 && holdsTables) {
    const sentence =
      'The database contains tables that are not part of a record. Give the record a database or a schema of its own.'
    return refuse('storage-not-a-record', sentence, where)
  }
  return ok(from)
}

export type Migrating = {
  readonly now: () => string
  /** For sentences. */
  readonly where: string
  readonly plan?: readonly Step[]
  /** Called before a record that already holds something is changed, with its schema and the newest. */
  readonly copyAside: (from: number, to: number) => Promise<void>
}

/** Brings the record to the newest schema, one transaction a step. Of several processes that start at once, one does. */
export const migrate = (pool: Db, { now, where, plan = steps, copyAside }: Migrating): Promise<Result<Migrated>> =>
  pool.connection().execute(async (db) => {
    const to = newestOf(plan)
    const first = await knownSchema(db, where, to)
    if (!first.ok || first.value === to) return first.ok ? ok({ from: to, to }) : first
    return alone(db, async () => {
      // Another process may have been through all of it while this one waited.
      const known = await knownSchema(db, where, to)
      if (!known.ok) return known
      const from = known.value
      if (from > 0 && from < to) await copyAside(from, to)
      for (const step of plan) if (step.version > from) await takeStep(db, step, now())
      return ok({ from, to })
    })
  })

/** Who starts meanwhile waits, however long it takes: a copy of another moment, or a step that meets it, would be of no use. */
async function alone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const told = await sql<{ lock_timeout: string }>`show lock_timeout`.execute(db)
  await sql`set lock_timeout = 0`.execute(db)
  await sql`select pg_advisory_lock(hashtext('record ' || current_schema()))`.execute(db)
  await sql`select set_config('lock_timeout', ${told.rows[0]?.lock_timeout ?? '0'}, false)`.execute(db)
  try {
    return await work()
  } finally {
    await sql`select pg_advisory_unlock(hashtext('record ' || current_schema()))`.execute(db)
  }
}

const takeStep = (db: Db, { version, sql: text }: Step, applied: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await sql`create table if not exists schema_version (version bigint primary key, applied text collate "C" not null)`.execute(
      transaction,
    )
    await sql.raw(text).execute(transaction)
    await transaction.insertInto('schema_version').values({ version, applied }).execute()
  })

async function versionOf(db: Db): Promise<number> {
  const found = await sql<{ there: boolean }>`select to_regclass('schema_version') is not null as there`.execute(db)
  if (!found.rows[0]?.there) return 0
  const newest = await db
    .selectFrom('schema_version')
    .select((column) => column.fn.max('version').as('version'))
    .executeTakeFirst()
  return Number(newest?.version ?? 0)
}

async function hasForeignTables(db: Db): Promise<boolean> {
  const { rows } =
    await sql`select 1 from information_schema.tables where table_schema = current_schema() limit 1`.execute(db)
  return rows.length > 0
}
