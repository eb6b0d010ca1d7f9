import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import {
  type Account,
  type Actor,
  type Change,
  type DurableRecord,
  type NewAccount,
  openRecord,
  type RecordOptions,
  type Resource,
  type Sessions,
} from '../index.ts'
import { knowing } from './fixture-knowledge.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

export const nurse: Actor = { id: 'demo-nurse', role: 'nurse' }
export const clinician: Actor = { id: 'demo-clinician', role: 'clinician' }

const endings: (() => unknown)[] = []

/** Closes and removes what a test opened, the last first. For `afterEach`. */
export async function cleanUp(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end()
}

let running: PostgresServer | null = null

/**
 * From here on, in this file, what is opened is kept by a PostgreSQL. A folder stands for a tenant of a schema that all
 * share, as making tables takes longer than most tests; one of `freshFolder('apart')` for a schema of its own.
 */
export function onPostgres(): void {
  beforeAll(async () => {
    running = startPostgres()
    await behindOurBack(sharing, ({ run }) => run('create schema shared'))
  })
  afterAll(() => {
    running?.stop()
    // The next file may be run by the same worker, and wants the file in its folder.
    running = null
  })
}

/** The server of this file, after `onPostgres`. */
export function server(): PostgresServer {
  if (!running) throw new Error('There is no PostgreSQL in this file')
  return running
}

export const isOnPostgres = (): boolean => running !== null

/** The address of the database that keeps the record of a folder, or null for the file in it. */
export const databaseOf = (folder: string): string | null => running?.address({ schema: schemaOf(folder) }) ?? null

const schemaOf = (folder: string): string => (isShared(folder) ? 'shared' : `"${basename(folder)}"`)

const sharing = 'facialis-record-'
const isShared = (folder: string): boolean => basename(folder).startsWith(sharing)

/** An empty folder that is gone after the test. `apart` for whoever looks at tables or has several tenants. */
export function freshFolder(how: 'shared' | 'apart' = 'shared'): string {
  const folder = mkdtempSync(join(tmpdir(), how === 'apart' ? 'facialis-apart-' : sharing))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that moves one second at each look. */
function tickingClock(start = '2026-11-23T08:00:00.000Z'): () => string {
  let time = new Date(start).getTime()
  return () => {
    time += 1000
    return new Date(time).toISOString()
  }
}

export async function opened(folder: string, options: RecordOptions = {}): Promise<DurableRecord> {
  await makePlace(folder)
  const tenant = running && isShared(folder) ? { tenantId: basename(folder) } : {}
  const result = await openRecord(folder, {
    now: tickingClock(),
    ...knowing,
    database: databaseOf(folder),
    ...tenant,
    ...options,
  })
  if (!result.ok) throw new Error(result.problem.sentence)
  const record = result.value
  endings.push(() => record.close().catch(() => {}))
  return record
}

/** What an administrator does before the first start; a folder needs nothing. */
export async function makePlace(folder: string): Promise<void> {
  if (running && !isShared(folder))
    await behindOurBack(folder, ({ run }) => run(`create schema if not exists ${schemaOf(folder)}`))
}

export const freshRecord = (options: RecordOptions = {}): Promise<DurableRecord> => opened(freshFolder(), options)

export const create = (resource: Resource): Change => ({ method: 'create', resource })
export const update = (resource: Resource & { id: string }, expectedVersion: number | 'any' = 'any'): Change => ({
  method: 'update',
  resource,
  expectedVersion,
})
export const remove = (type: string, id: string, expectedVersion: number | 'any' = 'any'): Change => ({
  method: 'delete',
  type,
  id,
  expectedVersion,
})

export const ada = { resourceType: 'Patient', id: 'ada', name: 'Demo Ada Sample' }
export const ben = { resourceType: 'Patient', id: 'ben', name: 'Demo Ben Sample' }
export const task = (id: string, more: Record<string, unknown> = {}) => ({
  resourceType: 'Task',
  id,
  patient: 'ada',
  ...more,
})

/** The shape of a refusal, whatever its sentence. */
export const refusesWith = (code: string) => ({ ok: false, problem: { code } })

/** Begins the same some times, each a moment after the one before, so that they meet in different places. */
export const oneAfterAnother = <T>(many: number, begin: () => Promise<T>): readonly Promise<T>[] => {
  let last: Promise<unknown> = Promise.resolve()
  return Array.from({ length: many }, () => {
    const turn = last.then(() => new Promise((next) => setImmediate(next)))
    last = turn
    return turn.then(begin)
  })
}

/** Writes and insists. */
export async function write(record: DurableRecord, ...changes: Change[]) {
  const result = await record.act({ actor: nurse, action: 'write', changes })
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

/** By an act, as in the product: what no act tells of, the trail does not know. */
export async function hired(record: DurableRecord, account: NewAccount): Promise<Account> {
  const done = await record.act({
    actor: nurse,
    action: 'hire',
    changes: [],
    alongside: ({ accounts }) => accounts.create(account),
  })
  const made = await record.accounts.byLogin(account.login)
  if (!done.ok || !made) throw new Error(`${account.login} was not hired`)
  return made
}

/** Somebody who signs in, by an act, as the product does. */
export async function signedIn(record: DurableRecord, session: Parameters<Sessions['start']>[0]): Promise<void> {
  const done = await record.act({
    actor: { id: session.accountId },
    action: 'sign-in',
    changes: [],
    alongside: ({ sessions }) => sessions.start(session).then(() => undefined),
  })
  if (!done.ok) throw new Error(done.problem.sentence)
}

/** The database as somebody with access to it sees it, past our code. */
export type Behind = {
  readonly run: (sql: string) => Promise<void>
  readonly rows: (sql: string) => Promise<readonly Record<string, unknown>[]>
}

export async function behindOurBack(folder: string, look: (behind: Behind) => Promise<unknown>): Promise<void> {
  const address = databaseOf(folder)
  if (address === null) {
    const file = new DatabaseSync(join(folder, 'record.sqlite'))
    try {
      await look({ run: async (sql) => file.exec(sql), rows: async (sql) => file.prepare(sql).all() })
    } finally {
      file.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await look({
      run: async (sql) => void (await client.query(sql)),
      rows: async (sql) => (await client.query(sql)).rows,
    })
  } finally {
    await client.end()
  }
}

/** The same with everything taken away that guards the past inside the database. */
export const unguarded = (folder: string, look: (behind: Behind) => Promise<unknown>): Promise<void> =>
  behindOurBack(folder, async (behind) => {
    const triggers = await behind.rows(
      isOnPostgres()
        ? `select distinct trigger_name || ' on ' || event_object_table as name from information_schema.triggers
           where trigger_schema = current_schema()`
        : `select name from sqlite_master where type = 'trigger'`,
    )
    for (const { name } of triggers) await behind.run(`drop trigger ${String(name)}`)
    await look(behind)
  })
