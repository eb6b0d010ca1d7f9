import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '@facialis/record/test/postgres-server.ts'
import type { Database } from './engine.ts'

/** A server of its own in a folder of the moment, for what is made anew whenever it is lost. */
export async function openPostgres(settings: readonly string[] = []): Promise<Database> {
  const { programs, folder, stop } = startPostgres([
    'fsync=off',
    'full_page_writes=off',
    // As "facialis sql" says: compiling the many small expressions takes longer than evaluating them.
    'jit=off',
    'max_wal_size=4GB',
    ...settings,
  ])

  let statements = 0
  /** Long statements go by a file: a command line has room for fewer words. */
  const psql = (sql: string): Promise<string> => {
    const file = join(folder, `statement-${statements++}.sql`)
    writeFileSync(file, sql)
    const args = [
      '--host',
      folder,
      '--username',
      'facialis',
      '--dbname',
      'postgres',
      '--no-psqlrc',
      '--quiet',
      '--set',
      'ON_ERROR_STOP=1',
      '--file',
      file,
    ]
    return new Promise((resolve, reject) => {
      const child = spawn(join(programs, 'psql'), args, { stdio: ['ignore', 'pipe', 'pipe'] })
      const [out, err]: [Buffer[], Buffer[]] = [[], []]
      child.stdout.on('data', (chunk) => out.push(chunk))
      child.stderr.on('data', (chunk) => err.push(chunk))
      child.on('error', reject)
      child.on('close', (code) => {
        rmSync(file)
        if (code === 0) resolve(Buffer.concat(out).toString())
        else reject(new Error(`psql: ${Buffer.concat(err)}`))
      })
    })
  }
  return {
    name: 'postgres',
    run: async (sql) => {
      await psql(sql)
    },
    load: async (files) => {
      await psql(
        [
          ...files.map(({ table, path }) => `\\copy ${table.name} from '${path}' with (format csv)`),
          'VACUUM ANALYZE;',
        ].join('\n'),
      )
    },
    rows: async (sql) => {
      const text = await psql(`COPY (\n${sql}\n) TO STDOUT WITH (FORMAT csv);`)
      return text === ''
        ? []
        : text
            .trimEnd()
            .split('\n')
            .map((line) => line.split(','))
    },
    close: async () => stop(),
  }
}
