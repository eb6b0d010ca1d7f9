import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import {
  ada,
  ben,
  cleanUp,
  create,
  freshFolder,
  nurse,
  oneAfterAnother,
  opened,
  refusesWith,
  task,
  write,
} from './fixture.ts'

afterEach(cleanUp)

/** A disk that takes what it is given when it is let, and says what it is told to say. */
function heldDisk() {
  const asked: ((failure?: Error) => void)[] = []
  const toDisk = () =>
    new Promise<void>((taken, failed) => asked.push((failure) => (failure ? failed(failure) : taken())))
  const isAsked = async (times: number): Promise<void> => {
    while (asked.length < times) await turn()
  }
  return { toDisk, asked, isAsked }
}

const [file, log] = ['record.sqlite', 'record.sqlite-wal']

/** A disk that once loses of the log what it should take, and says so once: the system takes it for written from then on. */
function forgetfulDisk(folder: string) {
  let place = folder
  let isLosing = false
  let [handed, has] = [Buffer.alloc(0), Buffer.alloc(0)]
  const toDisk = async (): Promise<void> => {
    const before = handed
    handed = readFileSync(join(place, log))
    if (isLosing) {
      isLosing = false
      throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO', syscall: 'fdatasync' })
    }
    const kept = has
    has = Buffer.from(handed.map((byte, at) => (byte === before[at] ? (kept[at] ?? 0) : byte)))
  }
  return {
    toDisk,
    loseOnce: () => {
      isLosing = true
    },
    movedTo: (other: string) => {
      place = other
      return toDisk
    },
    has: () => has,
  }
}

/** Enough turns for whatever waits for nothing else. */
async function aWhile(): Promise<void> {
  for (let at = 0; at < 20; at++) await turn()
}

const saying = (id: string) => ({ actor: nurse, action: 'write', changes: [create(task(id))] })

describe('what is told to be saved is on the disk', () => {
  test('an act is answered when the disk has it, and while it waits others read and write', async () => {
    const { toDisk, asked, isAsked } = heldDisk()
    const record = await opened(freshFolder(), { toDisk })
    const answered: string[] = []
    const first = record.act(saying('first')).then(() => answered.push('first'))
    await isAsked(1)
    const second = record.act(saying('second')).then(() => answered.push('second'))
    const read = async (id: string) => (await record.read('Task', id)).ok
    while (!(await read('second'))) await turn()
    expect(await read('first')).toBe(true)
    expect(answered).toEqual([])
    asked[0]?.()
    await first
    await aWhile()
    // The disk was asked before the second was written: it may not have it.
    expect(answered).toEqual(['first'])
    asked[1]?.()
    await second
    expect(answered).toEqual(['first', 'second'])
  })

  test('all who write while the disk is at work share the next time it is asked', async () => {
    const { toDisk, asked, isAsked } = heldDisk()
    const record = await opened(freshFolder(), { toDisk })
    const first = record.act(saying('first'))
    await isAsked(1)
    const names = Array.from({ length: 9 }, (_, at) => `other-${at}`)
    const others = names.map((name) => record.act(saying(name)))
    while (!(await record.read('Task', 'other-8')).ok) await turn()
    asked[0]?.()
    await isAsked(2)
    asked[1]?.()
    for (const one of await Promise.all([first, ...others])) expect(one).toMatchObject({ ok: true })
    await aWhile()
    expect(asked.length).toBe(2)
  })

  test('a power cut at any moment takes nothing that was acknowledged, and leaves a chain that verifies', async () => {
    const folder = freshFolder()
    const now = () => '2026-11-23T08:00:00.000Z'
    // What a disk has for certain is what there was when it was last asked and said yes to.
    let certain = folder
    const toDisk = async (): Promise<void> => {
      const copy = freshFolder()
      cpSync(folder, copy, { recursive: true })
      await aWhile()
      certain = copy
    }
    const record = await opened(folder, { now, toDisk })
    const acknowledged = new Map<string, string>()
    const acts = oneAfterAnother(40, async () => {
      const id = `act-${acknowledged.size}-${Math.random().toString(36).slice(2)}`
      expect(await record.act(saying(id))).toMatchObject({ ok: true })
      acknowledged.set(id, certain)
    })
    await Promise.all(acts)
    expect(acknowledged.size).toBe(40)
    for (const copy of new Set(acknowledged.values())) {
      const after = await opened(copy, { now })
      for (const [id, at] of acknowledged)
        if (at === copy) expect(await after.read('Task', id), id).toMatchObject({ ok: true })
      expect(await after.verify()).toMatchObject({ ok: true })
      await after.close()
    }
  })

  test('when the disk fails nobody is told that it is saved or is not, nothing more is written, and what is there can be read', async () => {
    const folder = freshFolder()
    const { toDisk, asked, isAsked } = heldDisk()
    const record = await opened(folder, { toDisk })
    const acting = record.act({ actor: nurse, action: 'write', changes: [create(ada)] })
    await isAsked(1)
    asked[0]?.(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO', syscall: 'fdatasync' }))
    expect(await acting).toMatchObject({
      ok: false,
      problem: {
        code: 'storage-unknown',
        sentence: expect.stringContaining('The disk reported an error while saving'),
      },
    })
    const next = await record.act({ actor: nurse, action: 'write', changes: [create(ben)] })
    expect(next).toMatchObject(refusesWith('storage-failed'))
    expect(asked.length).toBe(1)
    expect(await record.read('Patient', 'ada')).toMatchObject({ ok: true })
    expect(await record.read('Patient', 'ben')).toMatchObject({ ok: false })
    await record.close()
    const again = await opened(folder)
    await write(again, create(ben))
    expect(await again.verify()).toMatchObject({ ok: true })
  })

  test('the end of the trail is handed out to be signed when the disk has it, and never where nobody knows whether it has', async () => {
    const { toDisk, asked, isAsked } = heldDisk()
    const record = await opened(freshFolder(), { toDisk })
    const acting = record.act(saying('first'))
    await isAsked(1)
    const ends: number[] = []
    const end = record.auditHead().then(({ seq }) => ends.push(seq))
    await aWhile()
    expect(ends).toEqual([])
    asked[0]?.()
    await isAsked(2)
    asked[1]?.()
    await Promise.all([acting, end])
    expect(ends).toEqual([1])
    const unknown = record.act(saying('second'))
    await isAsked(3)
    asked[2]?.(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO', syscall: 'fdatasync' }))
    expect(await unknown).toMatchObject({ ok: false })
    await expect(record.auditHead()).rejects.toThrow('The disk reported an error')
  })

  test('a server that is started anew after a disk that failed relies on nothing of the log that the disk has lost', async () => {
    const folder = freshFolder()
    const disk = forgetfulDisk(folder)
    const record = await opened(folder, { toDisk: disk.toDisk })
    await write(record, create(task('before')))
    disk.loseOnce()
    expect(await record.act(saying('unknown'))).toMatchObject(refusesWith('storage-unknown'))
    // The process is killed; what the system still holds of its files is what the next one finds.
    const anew = freshFolder()
    for (const name of [file, log]) cpSync(join(folder, name), join(anew, name))
    const after = await opened(anew, { toDisk: disk.movedTo(anew) })
    await write(after, create(task('after')))
    const plugPulled = freshFolder()
    cpSync(join(anew, file), join(plugPulled, file))
    writeFileSync(join(plugPulled, log), disk.has())
    const last = await opened(plugPulled)
    expect(await last.read('Task', 'before')).toMatchObject({ ok: true })
    expect(await last.read('Task', 'after')).toMatchObject({ ok: true })
    expect(await last.verify()).toMatchObject({ ok: true })
  })

  test('a record that was left with a log opens where the disk fails or is full, can be read, and is written to once it can', async () => {
    const [folder, left] = [freshFolder(), freshFolder()]
    const record = await opened(folder)
    await write(record, create(ada))
    for (const name of [file, log]) cpSync(join(folder, name), join(left, name))
    const { toDisk, asked, isAsked } = heldDisk()
    const after = await opened(left, { toDisk })
    expect(await after.read('Patient', 'ada')).toMatchObject({ ok: true })
    const acting = after.act({ actor: nurse, action: 'write', changes: [create(ben)] })
    await isAsked(1)
    asked[0]?.(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO', syscall: 'fdatasync' }))
    expect(await acting).toMatchObject(refusesWith('storage-failed'))
    expect(await after.read('Patient', 'ada')).toMatchObject({ ok: true })
    await after.close()
    await write(await opened(left), create(ben))
  })

  test('a log that was left is folded once nobody looks into the record any more, as a backup does', async () => {
    const [folder, left] = [freshFolder(), freshFolder()]
    await write(await opened(folder), ...Array.from({ length: 50 }, (_, at) => create(task(`t${at}`))))
    for (const name of [file, log]) cpSync(join(folder, name), join(left, name))
    const size = () => statSync(join(left, log)).size
    const whenLeft = size()
    const looking = new DatabaseSync(join(left, file), { readOnly: true })
    looking.exec('begin')
    looking.prepare('select count(*) from audit').get()
    const record = await opened(left)
    await write(record, create(ada))
    expect(size()).toBeGreaterThan(whenLeft)
    looking.close()
    await write(record, create(ben))
    expect(size()).toBeLessThan(whenLeft)
    expect(await record.verify()).toMatchObject({ ok: true })
  })

  test.runIf(process.platform === 'linux')(
    'what is written to a record that was taken away below it is told to be saved to nobody',
    async () => {
      const folder = freshFolder()
      const record = await opened(folder)
      await write(record, create(ada))
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      const acting = record.act({ actor: nurse, action: 'write', changes: [create(ben)] })
      expect(await acting).toMatchObject(refusesWith('storage-unknown'))
      const next = record.act({ actor: nurse, action: 'write', changes: [create(task('more'))] })
      expect(await next).toMatchObject(refusesWith('storage-failed'))
    },
  )
})
