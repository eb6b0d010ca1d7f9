import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { bindValues } from '../core/bind-values.ts'
import type { OnStatement } from '../core/on-statement.ts'

type Prepared = { readonly statement: StatementSync; readonly answersRows: boolean }

export type DialectOptions = {
  readonly onStatement?: OnStatement | undefined
  /** How long a transaction waits for another process that writes. Default 5 s. */
  readonly busyTimeoutMs?: number | undefined
  /** After each commit, with nothing under way on the connection. */
  readonly afterCommit?: (() => void) | undefined
}

const busy = 5

// Enough for every query shape in the room; bulk inserts have many shapes and would otherwise grow it without end.
const preparedLimit = 256

class NodeSqliteConnection implements DatabaseConnection {
  readonly #file: DatabaseSync
  readonly #onStatement: OnStatement | undefined
  readonly #prepared = new Map<string, Prepared>()

  constructor(file: DatabaseSync, onStatement?: OnStatement) {
    this.#file = file
    this.#onStatement = onStatement
  }

  get isInTransaction(): boolean {
    return this.#file.isTransaction
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    this.#onStatement?.(sql)
    const { statement, answersRows } = this.#prepare(sql)
    // Only text, numbers and bytes are ever bound in this room.
    const values = bindValues(parameters) as SQLInputValue[]
    // `all` always runs a statement to its end: an unfinished one would hold an old snapshot open.
    if (answersRows) return { rows: statement.all(...values) as R[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) {
      this.#prepared.delete(sql)
      this.#prepared.set(sql, known)
      return known
    }
    const statement = this.#file.prepare(sql)
    const fresh = { statement, answersRows: statement.columns().length > 0 }
    this.#prepared.set(sql, fresh)
    const oldest = this.#prepared.keys().next()
    if (this.#prepared.size > preparedLimit && !oldest.done) this.#prepared.delete(oldest.value)
    return fresh
  }
}

class NodeSqliteDriver implements Driver {
  readonly #file: DatabaseSync
  readonly #connection: NodeSqliteConnection
  readonly #busyTimeoutMs: number
  readonly #afterCommit: (() => void) | undefined

  constructor(file: DatabaseSync, { onStatement, busyTimeoutMs = 5000, afterCommit }: DialectOptions) {
    this.#file = file
    this.#afterCommit = afterCommit
    this.#connection = new NodeSqliteConnection(file, onStatement)
    this.#busyTimeoutMs = busyTimeoutMs
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    // The first look fixes what is seen until the end.
    if (accessMode === 'read only') {
      await this.#connection.executeQuery(CompiledQuery.raw('begin'))
      return
    }
    const givenUpAt = performance.now() + this.#busyTimeoutMs
    for (;;) {
      try {
        // Immediate: what a guard reads must still be true when we write, also against other processes.
        await this.#connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() >= givenUpAt) throw error
        // SQLite's own waiting would stop everything else in this process, reads included.
        await pause(1)
      }
    }
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('commit'))
    this.#afterCommit?.()
  }

  async rollbackTransaction(): Promise<void> {
    // On a full disk SQLite rolls back by itself; a second rollback would hide the first error.
    if (this.#connection.isInTransaction) await this.#connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    if (this.#file.isOpen) this.#file.close()
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === busy

/** Kysely over `node:sqlite`. Kysely itself lets one caller at a time hold the single connection, so writers queue. */
export const nodeSqliteDialect = (file: DatabaseSync, options: DialectOptions = {}): Dialect => ({
  createDriver: () => new NodeSqliteDriver(file, options),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
})
