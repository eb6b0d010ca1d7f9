import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { openRecord } from '../index.ts'
import { poolOf } from '../postgres/connection.ts'
import { copyToFile } from '../postgres/copy-to-file.ts'
import { migrate, newestOf, steps } from '../postgres/migrate.ts'
import type { Schema } from '../schema.ts'
import { whyNoPostgres } from './find-postgres.ts'
import {
  ada,
  behindOurBack,
  cleanUp,
  create,
  databaseOf,
  freshFolder,
  nurse,
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
    server().crash()
    dead = true
    await Promise.all(writers)
    for (const code of refused) expect(['storage-unreachable', 'storage-unknown']).toContain(code)
    await write(record, create(task('after')))
    for (const id of acknowledged) expect(await record.read('Task', id), id).toMatchObject({ ok: true })
    expect(await record.verify()).toMatchObject({ ok: true })
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
    const plain = server().address().replace('/postgres?', '/plain?')
    expect(await openRecord(folder, { database: plain })).toMatchObject({
      ok: false,
      problem: { code: 'storage-unusable', sentence: expect.stringContaining('UTF8') },
    })
  })

  test('an older record is copied aside as a whole file, then brought forward one step after another', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    await write(record, create(ada))
    await record.close()
    const pool = poolOf(databaseOf(folder) ?? '', { most: 1, settings: [] })
    if (!pool.ok) throw new Error(pool.problem.sentence)
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool.value }) })
    const newest = newestOf(steps)
    const plan = [
      ...steps,
      { version: newest + 1, sql: 'create table second (a text)' },
      { version: newest + 2, sql: 'create table third (a text); select nonsense from nowhere' },
    ]
    const file = join(folder, 'aside.sqlite')
    const at = '2026-11-23T08:00:00.000Z'
    const migrating = {
      now: () => at,
      where: 'here',
      plan,
      copyAside: async (from: number) => {
        await db.transaction().execute((inside) => copyToFile(inside, file, { schema: from, at }))
      },
    }
    await expect(migrate(db, migrating)).rejects.toThrow('nowhere')
    const copy = new DatabaseSync(file, { readOnly: true })
    expect(copy.prepare('select count(*) as many from resource_version').get()).toMatchObject({ many: 1 })
    expect(copy.prepare('select max(version) as version from schema_version').get()).toMatchObject({ version: newest })
    copy.close()
    rmSync(file)
    // The step that failed left the schema of the step before, and takes up from there.
    expect(await migrate(db, { ...migrating, plan: plan.slice(0, -1) })).toEqual({
      ok: true,
      value: { from: newest + 1, to: newest + 1 },
    })
    expect(existsSync(file)).toBe(false)
    await db.destroy()
  })
})
