import { DuckDBInstance } from '@duckdb/node-api'
import type { Database } from './engine.ts'

export async function openDuckdb(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql)
  }
  return {
    name: 'duckdb',
    run,
    load: async (files) => {
      for (const { table, path } of files)
        await run(
          `COPY ${table.name} FROM '${path}' (FORMAT csv, AUTO_DETECT false, HEADER false, DELIM ',', QUOTE '"', NULLSTR '')`,
        )
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String)),
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
