import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import pg from 'pg'
import type { Place } from '../place.ts'

export type Row = Readonly<Record<string, unknown>>

/** Whoever holds the database itself: no guard of ours stands between them and a table. */
export type Meddler = Readonly<{
  rows: (table: string) => Promise<readonly Row[]>
  /** Puts these in place of everything the table holds. */
  write: (table: string, rows: readonly Row[]) => Promise<void>
  end: () => Promise<void>
}>

export const openMeddler = (place: Place): Promise<Meddler> =>
  place.env.FACIALIS_DATABASE_URL ? inPostgres(place.env.FACIALIS_DATABASE_URL) : inSqlite(place.folder)

async function inSqlite(folder: string): Promise<Meddler> {
  const file = new DatabaseSync(join(folder, 'record.sqlite'))
  file.exec('pragma foreign_keys = off')
  for (const { name } of file.prepare("select name from sqlite_master where type = 'trigger'").all())
    file.exec(`drop trigger ${name}`)
  return {
    rows: async (table) => file.prepare(`select * from ${table}`).all(),
    write: async (table, rows) => {
      file.exec(`begin immediate; delete from ${table}`)
      for (const row of rows) {
        const names = Object.keys(row)
        const values = names.map((name) => row[name] as SQLInputValue)
        file
          .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
          .run(...values)
      }
      file.exec('commit')
    },
    end: async () => file.close(),
  }
}

async function inPostgres(address: string): Promise<Meddler> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  // No trigger fires and no key is checked for whoever plays a replica.
  await client.query('set session_replication_role = replica')
  return {
    rows: async (table) => (await client.query(`select * from ${table}`)).rows,
    write: async (table, rows) => {
      await client.query(`begin; delete from ${table}`)
      for (const row of rows) {
        const names = Object.keys(row)
        const places = names.map((_, at) => `$${at + 1}`)
        await client.query(
          `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
          names.map((name) => row[name]),
        )
      }
      await client.query('commit')
    },
    end: () => client.end(),
  }
}
