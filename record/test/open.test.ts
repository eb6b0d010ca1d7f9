import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { openRecord } from '../index.ts'
import { openForWriting } from '../sqlite/files.ts'
import { migrate, steps } from '../sqlite/migrate.ts'
import {
  ada,
  ben,
  cleanUp,
  create,
  freshFolder,
  freshRecord,
  nurse,
  oneAfterAnother,
  opened,
  refusesWith,
  write,
} from './fixture.ts'

afterEach(cleanUp)

const now = () => '2026-11-23T08:00:00.000Z'

test('an older record is copied aside, then brought forward one step after another', async () => {
  const folder = freshFolder()
  const record = await opened(folder)
  await write(record, create(ada))
  await record.close()
  const path = join(folder, 'record.sqlite')
  const file = new DatabaseSync(path)
  const plan = [...steps, 'create table second (a text)', 'alter table second add column b text']
  expect(await migrate(file, path, { now, plan })).toEqual({ ok: true, value: { from: steps.length, to: plan.length } })
  expect(await migrate(file, path, { now, plan })).toEqual({ ok: true, value: { from: plan.length, to: plan.length } })
  file.exec("insert into second values ('a', 'b')")
  file.close()
  const before = new DatabaseSync(`${path}.before-${plan.length}`, { readOnly: true })
  expect(before.prepare('select count(*) as many from resource_version').get()).toMatchObject({ many: 1 })
  expect(() => before.prepare('select * from second')).toThrow()
  before.close()
})

test('of several that start at once on an older record each opens it, and the copy is of before', async () => {
  const folder = freshFolder()
  const path = join(folder, 'record.sqlite')
  const old = new DatabaseSync(path)
  old.exec(readFileSync(join(import.meta.dirname, 'released', 'schema-5.sql'), 'utf8'))
  old.close()
  const all = await Promise.all(oneAfterAnother(20, () => opened(folder)))
  for (const record of all) expect(await record.verify()).toMatchObject({ ok: true, value: { versions: 5 } })
  const before = new DatabaseSync(`${path}.before-${steps.length}`, { readOnly: true })
  expect(before.prepare('select max(version) as schema from schema_version').get()).toEqual({ schema: 5 })
  before.close()
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
})

test('a step that fails leaves the schema of the step before', async () => {
  const folder = freshFolder()
  await (await opened(folder)).close()
  const path = join(folder, 'record.sqlite')
  const file = new DatabaseSync(path)
  const plan = [...steps, 'create table second (a text)', 'create table third (a text); select nonsense from nowhere']
  await expect(migrate(file, path, { now, plan })).rejects.toThrow('nowhere')
  const whole = steps.length + 1
  expect(await migrate(file, path, { now, plan: plan.slice(0, whole) })).toEqual({
    ok: true,
    value: { from: whole, to: whole },
  })
  expect(() => file.prepare('select * from third')).toThrow()
  file.close()
})

test.each<[string, string, (path: string) => void]>([
  ['a file that is no database', 'storage-not-a-record', (path) => writeFileSync(path, 'hello '.repeat(1000))],
  [
    "a database with somebody else's tables",
    'storage-not-a-record',
    (path) => new DatabaseSync(path).exec('create table song (a)'),
  ],
  ['a folder in place of the file', 'storage-unusable', (path) => mkdirSync(path)],
])('%s is refused in plain words', async (_, code, prepare) => {
  const folder = freshFolder()
  prepare(join(folder, 'record.sqlite'))
  expect(await openRecord(folder)).toMatchObject(refusesWith(code))
})

test('a file in place of the folder is refused in plain words', async () => {
  const path = join(freshFolder(), 'file')
  writeFileSync(path, '')
  expect(await openRecord(path)).toMatchObject(refusesWith('storage-unusable'))
})

test.runIf(process.platform === 'linux')(
  'a folder that cannot be made is refused in plain words, and at once',
  async () => {
    expect(await openRecord('/proc/clinic/data')).toMatchObject(refusesWith('storage-unusable'))
  },
)

test('a record that the folder only leads to is written to where it lies', async () => {
  const [folder, elsewhere] = [freshFolder(), freshFolder()]
  symlinkSync(join(elsewhere, 'kept.sqlite'), join(folder, 'record.sqlite'))
  const record = await opened(folder)
  await write(record, create(ada))
  await record.close()
  const again = await opened(folder)
  expect(await again.read('Patient', 'ada')).toMatchObject({ ok: true })
  expect(await again.verify()).toMatchObject({ ok: true })
})

test('nobody else on the machine may look into the file', async () => {
  const folder = join(freshFolder(), 'new')
  const record = await opened(folder)
  await write(record, create(ada))
  await record.backup(join(folder, 'copy.sqlite'))
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
  expect(statSync(folder).mode & 0o077).toBe(0)
})

test('a file is opened in write-ahead mode, with full syncs while it is made ready and foreign keys; a writer begins by taking the write lock', async () => {
  const path = join(freshFolder(), 'record.sqlite')
  const file = openForWriting(path, 5000)
  const pragma = (name: string) => Object.values(file.prepare(`pragma ${name}`).get() ?? {})[0]
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual(['wal', 2, 1, 5000])
  file.close()
  const asked: string[] = []
  const record = await freshRecord({ onStatement: (sql) => asked.push(sql) })
  await write(record, create(ada))
  expect(asked[0]).toBe('begin immediate')
})

test.each([
  [13, 'storage-full'],
  [10 | (3 << 8), 'storage-failed'],
  [8, 'storage-read-only'],
])(
  'when SQLite answers %d the act is refused as %s, reads go on, and so does writing once it can',
  async (errcode, code) => {
    let failing = false
    const record = await freshRecord({
      onStatement: (sql) => {
        // What node:sqlite throws, at the statement after the versions were written.
        if (failing && sql.includes('resource_current') && sql.startsWith('insert'))
          throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode })
      },
    })
    await write(record, create(ada))
    failing = true
    const asked = { actor: nurse, action: 'write', changes: [create(ben)] }
    expect(await record.act(asked)).toMatchObject(refusesWith(code))
    expect(await record.read('Patient', 'ada')).toMatchObject({ ok: true })
    expect(await record.counts()).toMatchObject({ versions: 1, audit: { seq: 1 } })
    failing = false
    expect(await record.act(asked)).toMatchObject({ ok: true })
  },
)
