import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import type { Schema } from '../core/schema.ts'
import { openRecord, restoreRecord, StorageFailure } from '../index.ts'
import { poolOf } from '../postgres/connection.ts'
import { migrate, newestOf, steps } from '../postgres/migrate.ts'
import { whyNoPostgres } from './find-postgres.ts'
import {
  behindOurBack,
  cleanUp,
  create,
  databaseOf,
  freshFolder,
  makePlace,
  nurse,
  oneAfterAnother,
  onPostgres,
  opened,
  server,
  task,
  write,
} from './fixture.ts'

afterEach(cleanUp)

describe.skipIf(whyNoPostgres() !== null)('what PostgreSQL brings with it', () => {
  onPostgres()

  test('when the database dies in the middle of everything, nothing acknowledged is lost, and work goes on when it is back', async () => {
    const record = await opened(freshFolder('apart'))
    const acknowledged: string[] = []
    const refused = new Set<string>()
    let dead = false
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let count = 0; !dead || count < 3; count += 1) {
        const id = `w${writer}-${count}`
        const done = await record.act({ actor: nurse, action: 'write', changes: [create(task(id))] })
        if (done.ok) acknowledged.push(id)
        else refused.add(done.problem.code)
      }
    })
    while (acknowledged.length < 20) await record.counts()
    const reader = (async () => {
      while (!dead) await record.counts()
      return null
    })().catch((error: unknown) => error)
    server().crash()
    dead = true
    await Promise.all(writers)
    const failure = await reader
    expect(failure === null || failure instanceof StorageFailure, String(failure)).toBe(true)
    for (const code of refused) expect(['storage-unreachable', 'storage-unknown']).toContain(code)
    await write(record, create(task('after')))
    for (const id of acknowledged) expect(await record.read('Task', id), id).toMatchObject({ ok: true })
    expect(await record.verify()).toMatchObject({ ok: true })
  })

  /** How many resources it thinks there are. */
  const countedIn = async (folder: string) => {
    let told: unknown
    await behindOurBack(folder, async ({ rows }) => {
      told = await rows("select reltuples::int as many from pg_class where oid = 'resource_current'::regclass")
    })
    return told
  }

  test('after much was written at once it knows how much there is, and plans by that', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    for (let count = 0; count < 20; count += 1) await write(record, create(task(`t${count}`)))
    expect(await countedIn(folder)).toEqual([{ many: -1 }])
    await record.analyze()
    expect(await countedIn(folder)).toEqual([{ many: 20 }])
  })

  test('a record that fills up is planned for as it is, and not as it was when it was empty', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    await record.analyze()
    const fill = (from: number) =>
      write(record, ...Array.from({ length: 150 }, (_, at) => create(task(`t${from + at}`))))
    for (const from of [0, 150]) await fill(from)
    expect(await countedIn(folder)).toEqual([{ many: 0 }])
    await fill(300)
    expect(await countedIn(folder)).toEqual([{ many: 300 }])
  })

  test('what somebody tends a table with (a new index, a vacuum) holds up nothing that is written', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder, { busyTimeoutMs: 200 })
    await write(record, ...Array.from({ length: 250 }, (_, at) => create(task(`t${at}`))))
    await behindOurBack(folder, async ({ run }) => {
      await run('begin')
      await run('lock table resource_current in share update exclusive mode')
      await write(record, create(task('meanwhile')))
      await run('rollback')
    })
    expect(await record.read('Task', 'meanwhile')).toMatchObject({ ok: true })
  })

  test('a database that is down, or is none, is told in plain words without the password', async () => {
    const asked = async (database: string) => {
      const result = await openRecord('unused', { database })
      if (result.ok) throw new Error('It opened')
      expect(JSON.stringify(result.problem)).not.toContain('hush')
      return result.problem.code
    }
    const socket = encodeURIComponent(server().folder)
    expect(await asked(`postgres://ann:hush@localhost/postgres?host=${encodeURIComponent('/nowhere')}`)).toBe(
      'storage-unreachable',
    )
    expect(await asked(`postgres://ann:hush@localhost/postgres?host=${socket}`)).toBe('storage-unusable')
    expect(await asked(`postgres://facialis:hush@localhost/none?host=${socket}`)).toBe('storage-unusable')
    expect(await asked('mysql://ann:hush@localhost/clinic')).toBe('storage-unusable')
    expect(await asked('postgres://ann:hush@local host:port/x')).toBe('storage-unusable')
  })

  test('a database that may lose what it acknowledged, or cannot hold every sign, is refused', async () => {
    const folder = freshFolder('apart')
    await behindOurBack('facialis-record-', ({ run }) => run('alter role facialis set synchronous_commit = off'))
    const unsafe = await openRecord(folder, { database: databaseOf('facialis-record-') })
    await behindOurBack('facialis-record-', ({ run }) => run('alter role facialis reset synchronous_commit'))
    expect(unsafe).toMatchObject({
      ok: false,
      problem: { code: 'storage-unsafe', sentence: expect.stringContaining('turn on synchronous_commit') },
    })
    await behindOurBack('facialis-record-', ({ run }) =>
      run("create database plain encoding 'SQL_ASCII' template template0"),
    )
    const plain = server().address({ database: 'plain' })
    expect(await openRecord(folder, { database: plain })).toMatchObject({
      ok: false,
      problem: { code: 'storage-unusable', sentence: expect.stringContaining('UTF8') },
    })
  })

  test('of several that start at once on an older record one copies it aside, as a whole file that can be restored, and brings it forward', async () => {
    const folder = freshFolder('apart')
    await makePlace(folder)
    const { db, close } = direct(folder)
    await migrate(db, { now, where: 'here', plan: steps.slice(0, 1), copyAside: async () => {} })
    await close()
    const file = readFileSync(join(import.meta.dirname, 'released', 'schema-2.sql'), 'utf8')
    await behindOurBack(folder, async ({ run }) => {
      for (const row of file.split('\n').filter((line) => /^insert into (?!schema_version)/.test(line)))
        await run(row.replace(/x'([0-9a-f]+)'/, "decode('$1', 'hex')"))
    })
    const all = await Promise.all(oneAfterAnother(6, () => opened(folder)))
    for (const each of all) expect(await each.verify()).toMatchObject({ ok: true, value: { versions: 5 } })
    const aside = join(folder, `record.before-${newestOf(steps)}.sqlite`)
    expect(await restoreRecord(aside, { folder: freshFolder('apart') })).toEqual({
      ok: true,
      value: { counts: [await all[0]?.counts()] },
    })
  })

  test('a database with habits of its own is one like any other: where it is, how it writes days and bytes, what a transaction sees', async () => {
    const folder = freshFolder('apart')
    await makePlace(folder)
    const habits = {
      timezone: 'Pacific/Apia',
      datestyle: 'German, DMY',
      bytea_output: 'escape',
      default_transaction_isolation: 'serializable',
    }
    const each = (change: (name: string, value: string) => string) =>
      behindOurBack(folder, async ({ run }) => {
        for (const [name, value] of Object.entries(habits)) await run(`alter role facialis ${change(name, value)}`)
      })
    await each((name, value) => `set ${name} = '${value}'`)
    try {
      // On nothing, and at once: one of them makes the tables.
      const servers = await Promise.all(Array.from({ length: 10 }, () => opened(folder, { now })))
      const all = await Promise.all(
        servers.flatMap((record, server) =>
          Array.from({ length: 4 }, (_, at) =>
            record.act({ actor: nurse, action: 'write', changes: [create(task(`t${server}-${at}`))] }),
          ),
        ),
      )
      expect(all.filter(({ ok }) => !ok)).toEqual([])
      expect(await servers[0]?.verify()).toMatchObject({ ok: true, value: { versions: 40 } })
      expect(await servers[1]?.read('Task', 't0-0')).toMatchObject({ ok: true, value: { lastUpdated: now() } })
    } finally {
      await each((name) => `reset ${name}`)
    }
  })

  test('clocks that are further apart than half a minute are told, whichever is ahead', async () => {
    const shifted = (seconds: number) => () => new Date(Date.now() + 1000 * seconds).toISOString()
    const told = async (seconds: number) => (await opened(freshFolder(), { now: shifted(seconds) })).clockSkew()
    expect(await told(0)).toBeNull()
    expect(await told(20)).toBeNull()
    expect(await told(-90)).toContain('90 seconds ahead of')
    expect(await told(90)).toContain('90 seconds behind')
  })

  test('a step that fails leaves the schema of the step before, and takes up from there', async () => {
    const folder = freshFolder('apart')
    await (await opened(folder)).close()
    const { db, close } = direct(folder)
    const newest = newestOf(steps)
    const plan = [
      ...steps,
      { version: newest + 1, sql: 'create table second (a text)' },
      { version: newest + 2, sql: 'create table third (a text); select nonsense from nowhere' },
    ]
    const migrating = { now, where: 'here', copyAside: async () => {} }
    await expect(migrate(db, { ...migrating, plan })).rejects.toThrow('nowhere')
    expect(await migrate(db, { ...migrating, plan: plan.slice(0, -1) })).toEqual({
      ok: true,
      value: { from: newest + 1, to: newest + 1 },
    })
    await close()
  })
})

const now = () => '2026-11-23T08:00:00.000Z'

/** The database of a folder, without a record over it. */
function direct(folder: string) {
  const pool = poolOf(databaseOf(folder) ?? '', { most: 1, settings: [] })
  if (!pool.ok) throw new Error(pool.problem.sentence)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool.value }) })
  return { db, close: () => db.destroy() }
}
