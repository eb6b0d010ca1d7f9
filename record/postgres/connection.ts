import pg from 'pg'
import { bindValues } from '../core/bind-values.ts'
import type { OnStatement } from '../core/on-statement.ts'
import { ok, type Result, refuse } from '../core/problem.ts'

/** Where a database is, for people: without name and password. */
export function placeOf(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address)
    return `${protocol}//${host}${pathname}`
  } catch {
    return 'database'
  }
}

export type Pooling = {
  /** Connections at most. */
  readonly most: number
  /** Said once on each new connection. */
  readonly settings: readonly string[]
  readonly onStatement?: OnStatement | undefined
}

/** Connections to a PostgreSQL, none of them made yet. Problem: `storage-unusable` for an address that is none. */
export function poolOf(address: string, { most, settings, onStatement }: Pooling): Result<pg.Pool> {
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address)) return noAddress
  const pool = new pg.Pool({
    connectionString: address,
    max: most,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser },
    Client: clientOf(onStatement),
    onConnect: async (client) => {
      // Whatever happens on a broken connection is told by the statement that meets it; unheard, it would end the process.
      client.on('error', () => {})
      for (const setting of settings) await client.query(setting)
    },
  })
  pool.on('error', () => {})
  return ok(pool)
}

const noAddress = refuse(
  'storage-unusable',
  'The address of a PostgreSQL looks like this: postgres://NAME:PASSWORD@HOST:PORT/DATABASE.',
  'database',
)

const int8 = 20

// Whole numbers of 64 bits come as text by default; all of ours are counts far below 2^53.
const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === int8 ? Number : pg.types.getTypeParser(oid, format)

/** A client that tells of each statement, and binds values as both databases can hold them. */
function clientOf(onStatement: OnStatement | undefined): typeof pg.Client {
  const client = class extends pg.Client {
    override query(...asked: unknown[]): never {
      const [sql, values, ...rest] = asked
      if (typeof sql === 'string') onStatement?.(sql)
      const given = Array.isArray(values) ? [sql, bindValues(values), ...rest] : asked
      return Reflect.apply(super.query, this, given) as never
    }
  }
  return client as typeof pg.Client
}
