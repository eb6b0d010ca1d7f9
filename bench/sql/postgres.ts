import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from './engine.ts'

const folders = [
  process.env.FACIALIS_POSTGRES,
  '/usr/lib/postgresql/15/bin',
  '/usr/lib/postgresql/16/bin',
  '/usr/lib/postgresql/17/bin',
  '/opt/homebrew/opt/postgresql@15/bin',
]

export const whatIsMissing =
  'PostgreSQL is missing. Install the package "postgresql-15", or set FACIALIS_POSTGRES to the folder of its programs (initdb, pg_ctl, psql).'

/** A server of its own in a folder of the moment: it listens on a socket in that folder and nowhere else. */
export async function openPostgres(settings: readonly string[] = []): Promise<Database> {
  const programs = folders.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb')))
  if (programs === undefined) throw new Error(whatIsMissing)
  const folder = mkdtempSync(join(tmpdir(), 'facialis-postgres-'))
  const data = join(folder, 'data')
  const account = unprivileged()
  if (account) chownSync(folder, account.uid, account.gid)
  // Others look in only for the socket; files to load are read by psql, which runs as we do.
  chmodSync(folder, 0o755)
  const asOwner = (program: string, ...args: readonly string[]): void => {
    execFileSync(join(programs, program), args, { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
  try {
    asOwner(
      'initdb',
      '--pgdata',
      data,
      '--username',
      'facialis',
      '--auth',
      'trust',
      '--no-sync',
      '--encoding',
      'UTF8',
      '--locale',
      'C',
    )
    const options = [
      `listen_addresses=''`,
      `unix_socket_directories='${folder}'`,
      'fsync=off',
      'full_page_writes=off',
      // As "facialis sql" says: compiling the many small expressions takes longer than evaluating them.
      'jit=off',
      'max_wal_size=4GB',
      ...settings,
    ]
    writeFileSync(join(data, 'postgresql.auto.conf'), `${options.join('\n')}\n`)
    asOwner('pg_ctl', '--pgdata', data, '--wait', '--log', join(folder, 'log'), 'start')
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true })
    throw fault
  }

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
    close: async () => {
      asOwner('pg_ctl', '--pgdata', data, '--wait', '--mode', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: then it runs as the account its package made, or as nobody. */
function unprivileged(): Readonly<{ uid: number; gid: number }> | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (which: string): number =>
        Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // There is no account of this name.
    }
  throw new Error('PostgreSQL refuses to run as root, and there is neither an account "postgres" nor "nobody".')
}
