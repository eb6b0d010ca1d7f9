import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../files.ts'
import { openRecord } from '../index.ts'
import { migrate, steps } from '../migrate.ts'
import { ada, cleanUp, create, freshFolder, freshRecord, opened, task, write } from './fixture.ts'

afterEach(cleanUp)

const now = () => '2026-11-23T08:00:00.000Z'

test('a record of a newer release is refused in plain words and left as it is', async () => {
  const folder = freshFolder()
  await (await opened(folder)).close()
  const file = new DatabaseSync(join(folder, 'record.sqlite'))
  file.exec("insert into schema_version values (99, '2030-01-01')")
  file.close()
  const result = await openRecord(folder)
  expect(result).toMatchObject({
    ok: false,
    problem: { code: 'schema-newer', sentence: expect.stringContaining('schema 99') },
  })
})

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
  expect(await openRecord(folder)).toMatchObject({ ok: false, problem: { code } })
})

test('a file in place of the folder is refused in plain words', async () => {
  const path = join(freshFolder(), 'file')
  writeFileSync(path, '')
  expect(await openRecord(path)).toMatchObject({ ok: false, problem: { code: 'storage-unusable' } })
})

test.runIf(process.platform === 'linux')(
  'a folder that cannot be made is refused in plain words, and at once',
  async () => {
    expect(await openRecord('/proc/clinic/data')).toMatchObject({ ok: false, problem: { code: 'storage-unusable' } })
  },
)

test('nobody else on the machine may look into the file', async () => {
  const folder = join(freshFolder(), 'new')
  const record = await opened(folder)
  await write(record, create(ada))
  await record.backup(join(folder, 'copy.sqlite'))
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
  expect(statSync(folder).mode & 0o077).toBe(0)
})

test('the writer syncs every commit in full, in write-ahead mode, with foreign keys, and begins by taking the write lock', async () => {
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

test('a backup taken while others write is whole, verifies, and opens as a record', async () => {
  const folder = freshFolder()
  const record = await opened(folder)
  await write(record, ...Array.from({ length: 200 }, (_, index) => create(task(`t${index}`))))
  const copy = join(folder, 'copy.sqlite')
  const writes = Array.from({ length: 30 }, (_, index) =>
    write(record, create(task(`later${index}`)), create(task(`and${index}`))),
  )
  const [backup] = await Promise.all([record.backup(copy), ...writes])
  expect(backup).toEqual({ file: copy, size: statSync(copy).size })
  const restoredFolder = freshFolder()
  copyFileSync(copy, join(restoredFolder, 'record.sqlite'))
  const restored = await opened(restoredFolder)
  expect(await restored.verify()).toMatchObject({ ok: true })
  const counts = await restored.counts()
  expect(counts.resources).toBe(200 + 2 * (counts.audit.seq - 1))
  await write(restored, create(task('after')))
  expect(readdirSync(folder)).not.toContain('copy.sqlite.partial')
})

test('a release that indexes more finds it in old resources too, after one opening', async () => {
  const folder = freshFolder()
  const before = await opened(folder, { index: () => [], indexVersion: '1' })
  await write(before, create(task('a', { status: 'new' })))
  await before.close()
  const question = { type: 'Task', where: [{ name: 'status', value: 'new' }], limit: 9 }
  const same = await opened(folder, { indexVersion: '1' })
  expect((await same.search(question)).resources).toHaveLength(0)
  await same.close()
  const after = await opened(folder, { indexVersion: '2' })
  expect((await after.search(question)).resources).toHaveLength(1)
})
