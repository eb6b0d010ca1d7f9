import type { DatabaseSync } from 'node:sqlite'
import { ok, type Result, refuse } from '../core/problem.ts'
import { backupFile, ChangedMeanwhile } from './backup.ts'
import { schema1 } from './schema-1.ts'
import { schema2 } from './schema-2.ts'
import { schema3 } from './schema-3.ts'
import { schema4 } from './schema-4.ts'
import { schema5 } from './schema-5.ts'
import { schema6 } from './schema-6.ts'
import { schema7 } from './schema-7.ts'

/** SQL of each step, oldest first: step n brings schema n-1 to schema n. Forward only. */
export const steps: readonly string[] = [schema1, schema2, schema3, schema4, schema5, schema6, schema7]

const stepTimeoutMs = 600_000

export type Migrated = { readonly from: number; readonly to: number }

function versionOf(file: DatabaseSync): number {
  const exists = file.prepare("select 1 from sqlite_master where type = 'table' and name = 'schema_version'").get()
  if (!exists) return 0
  const newest = file.prepare('select coalesce(max(version), 0) as version from schema_version').get()
  return Number(newest?.version)
}

function hasForeignTables(file: DatabaseSync): boolean {
  return file.prepare("select 1 from sqlite_master where name not like 'sqlite_%' limit 1").get() !== undefined
}

/** Whether a file holds a record of this release or of an earlier one. Problems: as of `migrate`. @returns its schema */
export function knownSchema(file: DatabaseSync, path: string, newest = steps.length): Result<number> {
  const first = versionOf(file)
  const holdsTables = first === 0 && hasForeignTables(file)
  // The tables may be those of another process that began the record between the two looks.
  const from = holdsTables ? versionOf(file) : first
  if (from > newest) {
    const sentence = `This record has schema ${from}; this release knows schemas up to ${newest}. Start the newer release.`
    return refuse('schema-newer', sentence, path)
  }
  if (from === 0 && holdsTables) {
    return refuse('storage-not-a-record', 'The file contains tables that are not part of a record.', path)
  }
  return ok(from)
}

/**
 * Brings a file to the newest schema, one transaction a step, so a crash leaves a whole schema behind.
 * A record that already holds something is copied to `<path>.before-<n>` first.
 * Problems: `schema-newer` (written by a later release), `storage-not-a-record` (somebody else's tables).
 */
export async function migrate(
  file: DatabaseSync,
  path: string,
  { now, plan = steps }: { now: () => string; plan?: readonly string[] },
): Promise<Result<Migrated>> {
  const known = knownSchema(file, path, plan.length)
  if (!known.ok) return known
  const from = known.value
  if (from > 0 && from < plan.length) await copyAside(path, { from, to: plan.length })
  for (const [index, sql] of plan.entries()) {
    if (index >= from) takeStep(file, index + 1, sql, now())
  }
  return ok({ from, to: plan.length })
}

/** Of several that start at once, one may be through before another begins to copy: its own copy is the one of before. */
async function copyAside(path: string, { from, to }: Migrated): Promise<void> {
  try {
    // One that was stopped after its copy left such a file, and so may another that starts at once: they hold the same.
    await backupFile(path, `${path}.before-${to}`, { isMeant: (copy) => versionOf(copy) === from, over: true })
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error
  }
}

/** Makes a fresh file a record of this schema. */
export function beginSchema(file: DatabaseSync, schema: number, applied: string): void {
  for (const [index, sql] of steps.slice(0, schema).entries()) takeStep(file, index + 1, sql, applied)
}

function takeStep(file: DatabaseSync, version: number, sql: string, applied: string): void {
  // A step over a large record takes longer than anybody waits otherwise, and who starts meanwhile has nothing else to do.
  const { timeout } = file.prepare('pragma busy_timeout').get() ?? {}
  file.exec(`pragma busy_timeout = ${stepTimeoutMs}`)
  try {
    file.exec('begin immediate')
  } finally {
    file.exec(`pragma busy_timeout = ${Number(timeout)}`)
  }
  try {
    file.exec('create table if not exists schema_version (version integer primary key, applied text not null)')
    // Another process may have taken the step while this one waited for the lock.
    if (versionOf(file) < version) {
      file.exec(sql)
      file.prepare('insert into schema_version (version, applied) values (?, ?)').run(version, applied)
    }
    file.exec('commit')
  } catch (error) {
    if (file.isTransaction) file.exec('rollback')
    throw error
  }
}
