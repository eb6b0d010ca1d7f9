import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres, whatIsMissing } from './find-postgres.ts'

/** A PostgreSQL of the moment, for tests, trials and measurements. */
export type PostgresServer = Readonly<{
  /** Where its programs are. */
  programs: string
  /** Where it listens: a socket in this folder and nowhere else. */
  folder: string
  /** For `FACIALIS_DATABASE_URL`; a schema that is named has to be made first. */
  address: (of?: Readonly<{ schema?: string; database?: string }>) => string
  /** Ends it as a crash of the machine's programs would, without a last word to anybody, and starts it again. */
  crash: () => void
  stop: () => void
}>

const user = 'facialis'

/**
 * Starts a server of its own in a folder of the moment, also as root, which PostgreSQL itself refuses.
 * `settings` are lines of its configuration.
 * @throws when PostgreSQL is missing, with what to install
 */
export function startPostgres(settings: readonly string[] = []): PostgresServer {
  const programs = findPostgres()
  if (programs === null) throw new Error(whatIsMissing)
  const folder = mkdtempSync(join(tmpdir(), 'facialis-postgres-'))
  const data = join(folder, 'data')
  const account = unprivileged()
  if (account) chownSync(folder, account.uid, account.gid)
  // Others look in only for the socket.
  chmodSync(folder, 0o755)
  const asOwner = (program: string, ...args: readonly string[]): void => {
    execFileSync(join(programs, program), args, { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
  const control = (...args: readonly string[]): void => asOwner('pg_ctl', '--pgdata', data, '--wait', ...args)
  const start = (): void => control('--log', join(folder, 'log'), 'start')
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const stop = (): void => {
    process.off('exit', stop)
    control('--mode', 'immediate', 'stop')
    remove()
  }
  try {
    const making = ['--no-sync', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C']
    asOwner('initdb', '--pgdata', data, '--username', user, ...making)
    const lines = [`listen_addresses=''`, `unix_socket_directories='${folder}'`, ...settings]
    writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`)
    start()
    // Whoever ends without a word to it leaves nothing behind that runs.
    process.on('exit', stop)
  } catch (fault) {
    remove()
    throw fault
  }
  return {
    programs,
    folder,
    address: ({ schema = 'public', database = 'postgres' } = {}) =>
      `postgres://${user}@localhost/${database}?host=${encodeURIComponent(folder)}&options=${encodeURIComponent(`-c search_path=${schema}`)}`,
    crash: () => {
      control('--mode', 'immediate', 'stop')
      start()
    },
    stop,
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
