import { type Kysely, sql } from 'kysely'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { Schema } from '../core/schema.ts'

const oldest = 15

type Told = Record<'version' | 'encoding' | 'fsync' | 'full_page_writes' | 'synchronous_commit', string>

/** Whether a PostgreSQL can keep what the record promises. Problems: `storage-unusable`, `storage-unsafe`. */
export async function fitness(db: Kysely<Schema>, where: string): Promise<Result<null>> {
  const { rows } = await sql<Told>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit`.execute(db)
  const told = rows[0]
  if (!told) throw new Error('PostgreSQL said nothing of itself')
  const version = Math.floor(Number(told.version) / 10_000)
  if (version < oldest) {
    return refuse('storage-unusable', `PostgreSQL ${oldest} or newer is needed; this is ${version}.`, where)
  }
  if (told.encoding !== 'UTF8') {
    return refuse('storage-unusable', `The database must be created with encoding UTF8, not ${told.encoding}.`, where)
  }
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter((name) => told[name] === 'off')
  if (off.length > 0) {
    // An act is acknowledged once it is on the disk; with these off it may not be.
    const sentence = `This PostgreSQL may lose what it has acknowledged: turn on ${off.join(', ')}.`
    return refuse('storage-unsafe', sentence, where)
  }
  return ok(null)
}
