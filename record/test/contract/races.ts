import { expect, test } from 'vitest'
import {
  ada,
  ben,
  create,
  freshFolder,
  freshRecord,
  nurse,
  opened,
  refusesWith,
  remove,
  task,
  update,
  write,
} from '../fixture.ts'

/** Of several who change the same, one wins and the others are told. */
export function racing(): void {
  test('of a hundred writers on one version exactly one wins, the others are told', async () => {
    const record = await freshRecord()
    await write(record, create(task('call')))
    const racers = Array.from({ length: 100 }, (_, index) =>
      record.act({ actor: nurse, action: 'edit', changes: [update(task('call', { by: index }), 1)] }),
    )
    const results = await Promise.all(racers)
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    for (const one of results) if (!one.ok) expect(one.problem.code).toBe('version-conflict')
    expect(await record.history('Task', 'call')).toHaveLength(2)
  })

  test('of two openers of one folder, as two processes are, exactly one wins', async () => {
    const folder = freshFolder()
    const [one, other] = [await opened(folder), await opened(folder)]
    await write(one, create(task('call')))
    const results = await Promise.all(
      [one, other].map((record) => record.act({ actor: nurse, action: 'edit', changes: [update(task('call'), 1)] })),
    )
    expect(results.map((result) => result.ok).sort()).toEqual([false, true])
    expect(await one.verify()).toMatchObject({ ok: true })
  })

  test('someone who saw an old version is told which one is stored', async () => {
    const record = await freshRecord()
    await write(record, create(task('call')))
    await write(record, update(task('call'), 1))
    expect(await record.act({ actor: nurse, action: 'edit', changes: [update(task('call'), 1)] })).toEqual({
      ok: false,
      problem: {
        code: 'version-conflict',
        sentence: 'Task/call was changed by someone else: it is at version 2, not 1.',
        where: 'changes[0].resource',
        detail: { stored: 2, expected: 1 },
      },
    })
  })

  test.each([
    ['an address that is taken', 'already-exists', create(task('call'))],
    ['an update of something expected to be new', 'version-conflict', update(task('call'), 0)],
    ['an update of something expected to exist', 'version-conflict', update(task('other'), 1)],
    ['a delete of nothing', 'absent', remove('Task', 'other')],
    ['a delete of an old version', 'version-conflict', remove('Task', 'call', 7)],
    ['a delete of what was deleted', 'deleted', remove('Task', 'gone')],
    ['an id with a slash', 'bad-resource', create({ resourceType: 'Task', id: '../../etc' })],
    ['an empty id', 'bad-resource', create({ resourceType: 'Task', id: '' })],
    ['a type that is no word', 'bad-resource', create({ resourceType: 'Task; drop table' })],
  ])('%s is refused (%s)', async (_, code, change) => {
    const record = await freshRecord()
    await write(record, create(task('call')), create(task('gone')))
    await write(record, remove('Task', 'gone'))
    expect(await record.act({ actor: nurse, action: 'edit', changes: [change] })).toMatchObject(refusesWith(code))
  })

  test('one act cannot change one thing twice', async () => {
    const record = await freshRecord()
    const asked = { actor: nurse, action: 'edit', changes: [create(task('call')), update(task('call'))] }
    expect(await record.act(asked)).toMatchObject(refusesWith('changed-twice'))
  })

  test("an act for one patient can neither write into another's record nor take from it", async () => {
    const record = await freshRecord()
    await write(record, create(ada), create(ben), create(task('call')))
    const forBen = { actor: nurse, action: 'edit', patientId: 'ben' }
    const refused = refusesWith('wrong-patient')
    expect(await record.act({ ...forBen, changes: [create(task('new'))] })).toMatchObject(refused)
    expect(await record.act({ ...forBen, changes: [remove('Task', 'call')] })).toMatchObject(refused)
    expect(await record.act({ ...forBen, changes: [update(task('call', { patient: 'ben' }))] })).toMatchObject(refused)
  })

  test("an act for one patient may touch what stands under their other ids, and still nobody else's", async () => {
    const record = await freshRecord()
    await write(record, create(ada), create(ben), create(task('call')), create(task('visit', { patient: 'cleo' })))
    const forBen = { actor: nurse, action: 'edit', patientId: 'ben', alsoKeptAs: ['ada'] }
    expect(await record.act({ ...forBen, changes: [update(task('call'))] })).toMatchObject({ ok: true })
    expect(await record.act({ ...forBen, changes: [remove('Task', 'visit')] })).toMatchObject(
      refusesWith('wrong-patient'),
    )
  })

  test('a resource that moves to another patient leaves the first one, and both trails tell of it', async () => {
    const record = await freshRecord()
    await write(record, create(task('call', { status: 'requested' })))
    await write(record, update(task('call', { patient: 'ben', status: 'requested' })))
    expect(await record.patientResources('ada')).toEqual([])
    expect(await record.patientResources('ben')).toHaveLength(1)
    const found = await record.search({ type: 'Task', where: [{ name: 'status', value: 'requested' }], limit: 10 })
    expect(found.resources).toHaveLength(1)
    for (const patientId of ['ada', 'ben']) {
      const [newest] = await record.auditEntries({ patientId, limit: 1 })
      expect(newest?.seq).toBe(2)
    }
  })
}
