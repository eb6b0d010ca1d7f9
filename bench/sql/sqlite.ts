import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { FlatColumn } from '@facialis/engine/flat/flat-tables.ts'
import type { Database } from './engine.ts'

export async function openSqlite(): Promise<Database> {
  const database = new DatabaseSync(':memory:')
  return {
    name: 'sqlite',
    run: async (sql) => database.exec(sql),
    load: async (files) => {
      for (const { table, path } of files) {
        const { columns, name } = table
        const insert = database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`)
        database.exec('BEGIN')
        for await (const line of createInterface({ input: createReadStream(path) }))
          insert.run(...line.split(',').map((text, at) => cellOf(text, columns[at] as FlatColumn)))
        database.exec('COMMIT')
      }
      database.exec('ANALYZE')
    },
    rows: async (sql) =>
      database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row).map(String)),
    close: async () => database.close(),
  }
}

/** SQLite has no booleans of its own: it says 1 and 0. */
function cellOf(text: string, { type }: FlatColumn): SQLInputValue {
  if (text === '') return null
  if (type === 'boolean') return text === 'true' ? 1 : 0
  return type === 'integer' ? Number(text) : text
}
