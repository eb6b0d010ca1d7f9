import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type PostgresServer, startPostgres } from '@facialis/record/test/postgres-server.ts'
import pg from 'pg'
import type { DatabaseName } from './trial.ts'

/** Where one product keeps its record during a trial. Nobody may be using it when it is copied or counted. */
export type Place = Readonly<{
  folder: string
  /** What the product is told in its environment. */
  env: Readonly<Record<string, string>>
  /** The same record somewhere else. */
  copy: () => Promise<Place>
  /** Rows of each table that an act may write to. */
  counts: () => Promise<string>
  discard: () => Promise<void>
}>

/** Somewhere to try things; end it when done. */
export type Ground = Readonly<{
  fresh: () => Promise<Place>
  /** Ends the database as a crash would, and starts it again; null where the product is the database. */
  crash: (() => void) | null
  end: () => void
}>

/** `quick`: a file in memory where the machine has such a folder, for trials of what a record means and not of what a disk does to it. */
export const groundOf = (name: DatabaseName, { quick = false } = {}): Ground =>
  name === 'sqlite' ? onSqlite(quick && existsSync(inMemory) ? inMemory : tmpdir()) : onPostgres()

const inMemory = '/dev/shm'
const folderOfTheMoment = (beneath = tmpdir()): string => mkdtempSync(join(beneath, 'facialis-trial-'))

function onSqlite(beneath: string): Ground {
  const folders: string[] = []
  const placeIn = (folder: string): Place => ({
    folder,
    env: { FACIALIS_DATA: folder, FACIALIS_DATABASE_URL: '' },
    copy: async () => {
      const other = freshFolder()
      cpSync(folder, other, { recursive: true })
      return placeIn(other)
    },
    counts: async () => {
      const file = new DatabaseSync(join(folder, 'record.sqlite'))
      const rows = file.prepare("select name from sqlite_master where type = 'table' order by name").all()
      const told = rows.map(({ name }) => `${name} ${file.prepare(`select count(*) as many from ${name}`).get()?.many}`)
      file.close()
      return told.join(', ')
    },
    discard: async () => rmSync(folder, { recursive: true, force: true }),
  })
  const freshFolder = (): string => {
    const folder = folderOfTheMoment(beneath)
    folders.push(folder)
    return folder
  }
  return {
    fresh: async () => placeIn(freshFolder()),
    crash: null,
    end: () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function onPostgres(): Ground {
  const server = startPostgres()
  const folder = folderOfTheMoment()
  let many = 0
  const make = async (template: string): Promise<Place> => {
    many += 1
    const name = `trial_${many}`
    await asking(server, 'postgres', (client) => client.query(`create database ${name} template ${template}`))
    return placeOf(name)
  }
  const placeOf = (name: string): Place => ({
    folder,
    env: { FACIALIS_DATA: folder, FACIALIS_DATABASE_URL: server.address({ database: name }) },
    copy: () => make(name),
    counts: () =>
      asking(server, name, async (client) => {
        const { rows } = await client.query(
          `select table_name as name from information_schema.tables
           where table_schema = 'public' and table_name <> 'tenant' order by table_name collate "C"`,
        )
        const told: string[] = []
        for (const { name } of rows) {
          const counted = await client.query(`select count(*) as many from ${name}`)
          told.push(`${name} ${counted.rows[0].many}`)
        }
        return told.join(', ')
      }),
    discard: async () => {
      await asking(server, 'postgres', (client) => client.query(`drop database ${name} with (force)`))
    },
  })
  return {
    fresh: () => make('template0'),
    crash: server.crash,
    end: () => {
      server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function asking<T>(server: PostgresServer, database: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.address({ database }) })
  client.on('error', () => {})
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}
