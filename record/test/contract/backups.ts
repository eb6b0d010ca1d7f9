import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { writeAtomically } from '../../core/atomic-file.ts'
import { portable } from '../../core/portable.ts'
import { type DurableRecord, removeTemporaryFiles, restoreRecord, type Stores, singleUse } from '../../index.ts'
import { steps } from '../../sqlite/migrate.ts'
import {
  ada,
  clinician,
  create,
  databaseOf,
  freshFolder,
  hired,
  makePlace,
  nurse,
  opened,
  refusesWith,
  signedIn,
  task,
  update,
  write,
} from '../fixture.ts'

const done = { type: 'Task', where: [{ name: 'status', value: 'done' }], limit: 9 }

/** A record with something in every table. */
async function lived(folder: string): Promise<DurableRecord> {
  const record = await opened(folder)
  await write(record, create(ada), create(task('t', { status: 'new', note: 'naïve “quotes”, 𝒮igns and \u0000' })))
  await write(record, update(task('t', { status: 'done' })))
  const account = await hired(record, {
    login: 'ann',
    displayName: 'Demo Ann',
    roles: ['nurse'],
    passwordHash: 'argon-1',
  })
  await signedIn(record, { token: 'token', accountId: account.id, expires: '2030-01-01T00:00:00Z' })
  await record.drafts.put({ accountId: account.id, key: 'k', seen: null }, { side: 'left' })
  await record.act({
    actor: clinician,
    action: 'note',
    reason: 'typed',
    idempotencyKey: 'once',
    patientId: 'ada',
    changes: [create(task('u'))],
    decision: { pathway: 'demo', pathwayVersion: '1', input: '{"a": 1}', policy: '{}', advice: '{"x" :1.0}' },
    alongside: async (stores) => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256)
      await stores.attachments.add({ subject: 'Task/u', name: 'scan', mediaType: 'application/x', bytes })
      await stores.links.issue({ token: 'l', purpose: 'status', subject: 'Task/u', expires: '2030-01-01T00:00:00Z' })
      await stores.settings.put('clinic', { name: 'Demo' })
      return undefined
    },
  })
  return record
}

/** What a backup and a restore promise. */
export function backups(): void {
  test('a backup taken while others write is whole, verifies, and opens as a record', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    await write(record, ...Array.from({ length: 200 }, (_, index) => create(task(`t${index}`))))
    const copy = join(folder, 'copy.sqlite')
    const writes = Array.from({ length: 30 }, (_, index) =>
      write(record, create(task(`later${index}`)), create(task(`and${index}`))),
    )
    const [backup] = await Promise.all([record.backup(copy), ...writes])
    expect(backup).toEqual({ file: copy, size: statSync(copy).size })
    const restoredFolder = freshFolder('apart')
    copyFileSync(copy, join(restoredFolder, 'record.sqlite'))
    const restored = await opened(restoredFolder, { database: null })
    expect(await restored.verify()).toMatchObject({ ok: true })
    const counts = await restored.counts()
    expect(counts.resources).toBe(200 + 2 * (counts.audit.seq - 1))
    await write(restored, create(task('after')))
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })

  test('of a copy that is not whole nothing stays where the program is stopped in the middle', async () => {
    const folder = freshFolder('apart')
    const copy = join(folder, 'copy.sqlite')
    await (await lived(folder)).backup(copy)
    const target = freshFolder('apart')
    const left: string[][] = []
    const stopped = (where: string) => () => {
      removeTemporaryFiles()
      left.push(readdirSync(where))
    }
    expect(await restoreRecord(copy, { folder: target, progress: stopped(target) })).toMatchObject({ ok: false })
    const apart = freshFolder('apart')
    await expect(writeAtomically(join(apart, 'other.sqlite'), async () => stopped(apart)())).rejects.toThrow('ENOENT')
    expect(left.length).toBeGreaterThan(1)
    expect(left.flat()).toEqual([])
    expect([...readdirSync(target), ...readdirSync(apart)]).toEqual([])
  })

  test('of two restores into one place the slower one writes over nothing, and is told why', async () => {
    const copy = join(freshFolder('apart'), 'copy.sqlite')
    await (await lived(freshFolder('apart'))).backup(copy)
    const folder = freshFolder('apart')
    const other = join(folder, 'record.sqlite')
    const restored = await restoreRecord(copy, { folder, progress: () => writeFileSync(other, 'of the other') })
    expect(restored).toMatchObject({ ok: false, problem: { code: 'storage-not-empty', where: other } })
    expect([readFileSync(other, 'utf8'), readdirSync(folder)]).toEqual(['of the other', ['record.sqlite']])
  })

  test('of two backups into one file the slower one writes over nothing, and is told why', async () => {
    const folder = freshFolder('apart')
    const record = await lived(folder)
    const copy = join(folder, 'copy.sqlite')
    const both = await Promise.allSettled([record.backup(copy), record.backup(copy)])
    const refused = { status: 'rejected', reason: { problem: { code: 'storage-file-there', where: copy } } }
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject(refused)
    expect(statSync(copy).size).toBeGreaterThan(0)
    expect(readdirSync(folder).filter((name) => /copy|partial/.test(name))).toEqual(['copy.sqlite'])
  })

  test('the empty file that a killed backup leaves does not stand in the way of the next', async () => {
    const folder = freshFolder('apart')
    const record = await lived(folder)
    const copy = join(folder, 'copy.sqlite')
    writeFileSync(copy, '')
    const { size } = await record.backup(copy)
    expect(statSync(copy).size).toBe(size)
    expect(await restoreRecord(copy, { folder: freshFolder('apart') })).toMatchObject({ ok: true })
    await expect(record.backup(copy)).rejects.toMatchObject({ problem: { code: 'storage-file-there' } })
  })

  test('a backup may have as long a name as the disk takes; a longer one is told before anything is copied', async () => {
    const folder = freshFolder('apart')
    const record = await lived(folder)
    const long = join(folder, `${'n'.repeat(248)}.sqlite`)
    expect(await record.backup(long)).toMatchObject({ file: long })
    const tooLong = join(freshFolder('apart'), 'n'.repeat(300))
    await expect(record.backup(tooLong)).rejects.toMatchObject({
      problem: { code: 'storage-unusable', where: tooLong },
    })
    const restored = await restoreRecord(long, { folder: tooLong })
    expect(restored).toMatchObject(refusesWith('storage-unusable'))
  })

  test('whoever stops a restore is heard while the copy is looked at, and what it made is gone, its folders too', async () => {
    const apart = freshFolder('apart')
    const copy = join(freshFolder('apart'), 'copy.sqlite')
    await (await lived(freshFolder('apart'))).backup(copy)
    let seen = 0
    const restoring = restoreRecord(copy, { folder: join(apart, 'one', 'two'), progress: () => seen++ })
    // A signal is heard where anything else is that has its turn.
    await turn()
    removeTemporaryFiles()
    expect([seen, readdirSync(apart)]).toEqual([0, []])
    expect(await restoring).toMatchObject({ ok: false })
    expect(readdirSync(apart)).toEqual([])
  })

  test('a restore that brings nothing leaves no folder that it made', async () => {
    const apart = freshFolder('apart')
    const no = join(apart, 'no.sqlite')
    writeFileSync(no, 'no record')
    expect(await restoreRecord(no, { folder: join(apart, 'one', 'two') })).toMatchObject({ ok: false })
    expect(readdirSync(apart)).toEqual(['no.sqlite'])
  })

  test.skipIf(!existsSync('/dev/full'))(
    'of a copy for which the disk has no space nothing stays, and that is said',
    async () => {
      const apart = freshFolder('apart')
      const whole = writeAtomically(join(apart, 'copy.sqlite'), async (partial) => {
        writeFileSync(`${partial}-journal`, 'begun')
        writeFileSync('/dev/full', 'the rest')
      })
      await expect(whole).rejects.toMatchObject({
        problem: { code: 'storage-full', where: join(apart, 'copy.sqlite') },
      })
      expect(readdirSync(apart)).toEqual([])
    },
  )

  test('a link that works once, and was used since the backup, opens nothing in what is restored', async () => {
    const folder = freshFolder('apart')
    const record = await lived(folder)
    const link = { token: 'o', purpose: singleUse.administrator, subject: 'ann', expires: '2030-01-01T00:00:00Z' }
    const alongside = ({ links }: Stores) => links.issue(link).then(() => undefined)
    expect(await record.act({ actor: nurse, action: 'let-in', changes: [], alongside })).toMatchObject({ ok: true })
    const file = join(folder, 'copy.sqlite')
    await record.backup(file)
    expect(await record.links.use({ token: 'o', purpose: singleUse.administrator })).toMatchObject({ ok: true })
    const target = freshFolder('apart')
    await makePlace(target)
    expect(await restoreRecord(file, { folder: target, database: databaseOf(target) })).toMatchObject({ ok: true })
    const again = await opened(target)
    expect(await again.links.use({ token: 'o', purpose: singleUse.administrator })).toMatchObject({
      problem: { code: 'link-unknown' },
    })
    expect(await again.links.look({ token: 'l', purpose: 'status' })).toMatchObject({ ok: true })
    expect(await again.verify()).toMatchObject({ ok: true, value: { links: 1 } })
  })

  test.each(['the same database', 'the other one, and back'])(
    'a backup is restored into %s row for row, and the clinic goes on there',
    async (where) => {
      const folder = freshFolder('apart')
      const record = await lived(folder)
      const first = join(folder, 'first.sqlite')
      await record.backup(first)

      let file = first
      if (where !== 'the same database') {
        const between = freshFolder('apart')
        expect(await restoreRecord(first, { folder: between })).toMatchObject({ ok: true })
        const there = await opened(between, { database: null })
        file = join(between, 'second.sqlite')
        await there.backup(file)
      }
      const target = freshFolder('apart')
      await makePlace(target)
      const restored = await restoreRecord(file, { folder: target, database: databaseOf(target) })
      expect(restored).toEqual({ ok: true, value: { counts: [await record.counts()] } })

      const again = await opened(target)
      expect(await again.verify({ heads: [await record.auditHead()] })).toMatchObject({ ok: true })
      expect(await again.sessions.find('token')).toBeNull()
      await write(again, create(task('after')))
      const copy = join(target, 'copy.sqlite')
      await again.backup(copy)
      const rows = (path: string, table: string) => {
        const opened = new DatabaseSync(path, { readOnly: true })
        const all = opened.prepare(`select * from ${table}`).all()
        opened.close()
        return all.map((row) => JSON.stringify(row))
      }
      for (const table of ['account', 'draft', 'link', 'attachment', 'setting', 'answered', 'decision'])
        expect(rows(copy, table).toSorted(), table).toEqual(rows(first, table).toSorted())
      for (const table of ['audit', 'resource_version', 'resource_current', 'search_value'])
        expect(rows(copy, table), table).toEqual(expect.arrayContaining(rows(first, table)))
    },
  )

  // A new step brings its file: the one before it, what the step does, and a row in each new table.
  test.each(steps.map((_, index) => index + 1))(
    'a backup of the release with schema %d is restored, with everything in it',
    async (schema) => {
      const folder = freshFolder('apart')
      const file = join(folder, 'old.sqlite')
      const old = new DatabaseSync(file)
      old.exec(readFileSync(join(import.meta.dirname, '..', 'released', `schema-${schema}.sql`), 'utf8'))
      old.close()
      const target = freshFolder('apart')
      await makePlace(target)
      const restored = await restoreRecord(file, { folder: target, database: databaseOf(target) })
      expect(restored).toMatchObject({
        value: { counts: [{ resources: 2, patients: 1, versions: 5, decisions: 1, audit: { seq: 6 } }] },
      })
      const record = await opened(target, { indexVersion: '1' })
      expect((await record.search(done)).resources.map(({ id }) => id)).toEqual(['call'])
      const [ann] = await record.accounts.list()
      expect(await record.drafts.list(ann?.id ?? '')).toMatchObject([{ key: 'evaluate/ada', json: { side: 'left' } }])
      expect(await record.read('Task', 'call')).toMatchObject({ value: { version: 2, resource: { status: 'done' } } })
      const [letter] = await record.attachments.list({ subject: 'Task/call' })
      expect([...((await record.attachments.get(letter?.id ?? ''))?.bytes ?? [])]).toEqual([0, 1, 254, 255])
      const copy = join(target, 'copy.sqlite')
      await record.backup(copy)
      const names = portable.filter(({ since, name }) => since <= schema && name !== 'session').map(({ name }) => name)
      const held = new DatabaseSync(copy, { readOnly: true })
      for (const name of names) expect(held.prepare(`select 1 from ${name}`).all().length, name).toBeGreaterThan(0)
      held.close()
      await write(record, update(task('call', { status: 'held' }), 2))
      expect(await record.verify()).toMatchObject({ ok: true })
      expect(readdirSync(target).filter((name) => name.includes('restoring') || name.includes('before'))).toEqual([])
    },
  )

  test('a restore writes over nothing, and takes nothing that is broken, in use or not there', async () => {
    const folder = freshFolder('apart')
    const record = await lived(folder)
    const file = join(folder, 'backup.sqlite')
    await record.backup(file)
    const into = (target: string, from = file) => restoreRecord(from, { folder: target, database: databaseOf(target) })
    expect(await into(folder)).toMatchObject(refusesWith('storage-not-empty'))
    expect(await record.verify()).toMatchObject({ ok: true })

    const target = freshFolder('apart')
    await makePlace(target)
    expect(await into(target, join(folder, 'nothing'))).toMatchObject({ problem: { code: 'storage-absent' } })
    const cut = join(folder, 'cut.sqlite')
    writeFileSync(cut, '')
    expect(await into(target, cut)).toMatchObject({ problem: { code: 'storage-absent', where: cut } })
    const live = freshFolder('apart')
    await write(await opened(live, { database: null }), create(ada))
    expect(await into(target, join(live, 'record.sqlite'))).toMatchObject({ problem: { code: 'storage-unusable' } })
    const torn = new DatabaseSync(file)
    torn.exec('drop trigger audit_no_update')
    torn.exec(`update audit set aside = replace(aside, 'typed', 'other')`)
    torn.close()
    expect(await into(target)).toMatchObject(refusesWith('audit-broken'))
    // Nothing of it stayed: the place is as empty as it was.
    const empty = await opened(target)
    expect(await empty.counts()).toMatchObject({ versions: 0, audit: { seq: 0 } })
    expect(await empty.act({ actor: nurse, action: 'write', changes: [create(ada)] })).toMatchObject({ ok: true })
  })

  test('whoever looks while the clinic writes sees one moment, and no fault', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    await write(record, ...Array.from({ length: 20 }, (_, index) => create(task(`t${index}`))))
    let looked = false
    const writing = (async () => {
      let count = 0
      for (; !looked; count += 1) await write(record, create(task(`later${count}`)))
      return count
    })()
    for (let look = 0; look < 15; look += 1) {
      const found = await record.verify()
      // Nothing was changed: there are as many resources as versions.
      expect(found).toMatchObject({ ok: true, value: { resources: found.ok ? found.value.versions : 0 } })
    }
    looked = true
    const written = await writing
    expect(await record.counts()).toMatchObject({ audit: { seq: 1 + written } })
  })
}
