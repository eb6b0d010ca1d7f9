import { describe, expect, test } from 'vitest'
import { refuse } from '../../index.ts'
import {
  ada,
  behindOurBack,
  ben,
  clinician,
  create,
  freshFolder,
  freshRecord,
  isOnPostgres,
  nurse,
  opened,
  remove,
  task,
  update,
  write,
} from '../fixture.ts'

/** What an act promises. */
export function acts(): void {
  const refusesWith = (code: string) => ({ ok: false, problem: { code } })

  describe('what is worked out inside the transaction', () => {
    test('one of many that make what is not there yet makes it', async () => {
      const record = await freshRecord()
      const once = () =>
        record.act({
          actor: nurse,
          action: 'once',
          changes: async (view) => {
            const { resources } = await view.search({
              type: 'Task',
              where: [{ name: 'status', value: 'only' }],
              limit: 1,
            })
            return {
              ok: true,
              value: { changes: resources.length > 0 ? [] : [create({ resourceType: 'Task', status: 'only' })] },
            }
          },
        })
      const done = await Promise.all(Array.from({ length: 20 }, once))
      expect(done.map((one) => (one.ok ? one.value.resources.length : null)).sort()).toEqual([
        ...Array.from({ length: 19 }, () => 0),
        1,
      ])
    })

    test('a plan tells whom it meant, whether the act is refused by it, refused after it, or done', async () => {
      const record = await freshRecord()
      await write(record, create(ada))
      const told = async () => (await record.auditEntries({ limit: 1 })).map((one) => [one.outcome, one.patientIds])
      const patientIds = ['ben', 'ada']
      const act = { actor: nurse, action: 'planned' }
      await record.act({ ...act, changes: async () => ({ ...refuse('not-so', 'Not so.', 'here'), patientIds }) })
      expect(await told()).toEqual([['refused', ['ada', 'ben']]])
      const again = { changes: [create(ada)] }
      expect(await record.act({ ...act, changes: async () => ({ ok: true, value: again, patientIds }) })).toMatchObject(
        refusesWith('already-exists'),
      )
      expect(await told()).toEqual([['refused', ['ada', 'ben']]])
      await record.act({ ...act, changes: async () => ({ ok: true, value: { changes: [] }, patientIds: ['ben'] }) })
      expect(await told()).toEqual([['done', ['ben']]])
      expect((await record.verify()).ok).toBe(true)
    })

    test('a plan that refuses writes nothing but its refusal; one that decides is logged for whom it is about', async () => {
      const record = await freshRecord()
      const refused = await record.act({
        actor: nurse,
        action: 'planned',
        changes: async () => refuse('not-so', 'Not so.', 'here'),
      })
      expect(refused).toMatchObject(refusesWith('not-so'))
      const [event] = await record.auditEntries({ limit: 1 })
      expect(event).toMatchObject({ action: 'planned', outcome: 'refused', changes: [] })
      const decision = { pathway: 'demo', pathwayVersion: '1', input: 'in', policy: '', advice: '', patientId: 'ada' }
      const done = await record.act({
        actor: nurse,
        action: 'planned',
        changes: async () => ({ ok: true, value: { changes: [create(ada)], decision } }),
      })
      expect(done.ok).toBe(true)
      expect(await record.decisionsOf('ada')).toMatchObject([{ input: 'in', patientId: 'ada' }])
      expect((await record.verify()).ok).toBe(true)
    })
  })

  describe('what an act writes', () => {
    test('goes to the end of the trail, which is looked for once', async () => {
      const said: string[] = []
      const record = await opened(freshFolder(), { onStatement: (sql) => said.push(sql) })
      await write(record, create(ada))
      said.length = 0
      await write(record, create(ben))
      // Its number with its hash, and the event.
      expect(said.filter((sql) => /^select .* from "audit"/.test(sql))).toHaveLength(2)
    })

    test('is written by a few statements, however many rows there are', async () => {
      const said = new Set<string>()
      const record = await opened(freshFolder(), {
        onStatement: (sql) => void (sql.startsWith('insert into "resource_version"') && said.add(sql)),
      })
      for (let many = 20; many < 60; many++)
        await write(record, ...Array.from({ length: many }, () => create({ resourceType: 'Task', status: 'only' })))
      expect(said.size).toBeLessThan(20)
      expect(await record.verify()).toMatchObject({ ok: true })
    })

    test('an acknowledged act survives reopening', async () => {
      const folder = freshFolder()
      const first = await opened(folder)
      const done = await write(first, create(ada), create(task('call', { status: 'requested' })))
      await first.close()
      const again = await opened(folder)
      expect(await again.read('Patient', 'ada')).toMatchObject({
        ok: true,
        value: { version: 1, method: 'create', patientId: 'ada', actId: done.actId, resource: ada },
      })
      expect(await again.patientResources('ada')).toEqual(done.resources)
    })

    test('a stored resource carries its version and its instant', async () => {
      const record = await freshRecord()
      const done = await record.act({
        actor: nurse,
        action: 'write',
        at: '2026-11-23T10:00:00+01:00',
        changes: [create(ada)],
      })
      expect(done).toMatchObject({
        value: { resources: [{ resource: { meta: { versionId: '1', lastUpdated: '2026-11-23T09:00:00.000Z' } } }] },
      })
    })

    test('a new resource without an id is given one', async () => {
      const record = await freshRecord({ newId: () => 'given' })
      const done = await write(record, create({ resourceType: 'Task' }))
      expect(done.resources[0]).toMatchObject({ type: 'Task', id: 'given', patientId: null })
    })

    test('a deleted resource is gone from reading, stays in history, and may come back', async () => {
      const record = await freshRecord()
      await write(record, create(task('call')))
      await write(record, remove('Task', 'call', 1))
      expect(await record.read('Task', 'call')).toMatchObject(refusesWith('deleted'))
      expect(await record.readVersion('Task', 'call', 2)).toMatchObject(refusesWith('deleted'))
      expect(await record.readVersion('Task', 'call', 1)).toMatchObject({ ok: true })
      expect(await record.patientResources('ada')).toEqual([])
      await write(record, update(task('call'), 2))
      expect((await record.history('Task', 'call')).map((one) => [one.version, one.method])).toEqual([
        [3, 'create'],
        [2, 'delete'],
        [1, 'create'],
      ])
    })

    test('what never was is absent, not deleted', async () => {
      const record = await freshRecord()
      expect(await record.read('Task', 'nothing')).toMatchObject(refusesWith('absent'))
      expect(await record.history('Task', 'nothing')).toEqual([])
    })

    test('five hundred resources go into one act', async () => {
      const record = await freshRecord()
      const many = Array.from({ length: 500 }, (_, index) =>
        create(task(`t${index}`, { status: 'done', tag: ['a', 'b'] })),
      )
      const done = await write(record, ...many)
      expect(done.resources.map((one) => one.id)).toEqual(many.map((_, index) => `t${index}`))
      expect(await record.counts()).toMatchObject({ resources: 500, patients: 1, versions: 500, audit: { seq: 1 } })
    })
  })

  describe('who wins', () => {
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
      expect(await record.act({ ...forBen, changes: [update(task('call', { patient: 'ben' }))] })).toMatchObject(
        refused,
      )
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
  })

  describe('retries', () => {
    const asked = {
      actor: nurse,
      action: 'refer',
      idempotencyKey: 'k1',
      changes: [create({ resourceType: 'Task' }), create(ada)],
    }

    test('a retried act with the same key happens once and is answered as the first time', async () => {
      const folder = freshFolder()
      const record = await opened(folder)
      const first = await record.act(asked)
      await record.close()
      const again = await (await opened(folder)).act(asked)
      if (!first.ok) throw new Error(first.problem.sentence)
      expect(again).toEqual({ ok: true, value: { ...first.value, replayed: true } })
    })

    test('twenty retries at once happen once', async () => {
      const record = await freshRecord()
      const results = await Promise.all(Array.from({ length: 20 }, () => record.act(asked)))
      expect(results.every((one) => one.ok)).toBe(true)
      expect(await record.counts()).toMatchObject({ versions: 2, audit: { seq: 1 } })
    })

    test('the same key for another request is refused, also when only the body given by the caller differs', async () => {
      const record = await freshRecord()
      await record.act(asked)
      expect(await record.act({ ...asked, changes: [create(ben)] })).toMatchObject(refusesWith('key-reused'))
      expect(await record.act({ ...asked, idempotencyBody: 'other' })).toMatchObject(refusesWith('key-reused'))
    })

    test("another actor's key is another key", async () => {
      const record = await freshRecord()
      await record.act(asked)
      const other = await record.act({ ...asked, actor: clinician, changes: [create(ben)] })
      expect(other).toMatchObject({ ok: true, value: { replayed: false } })
    })

    test('a refused request may be sent again with its key', async () => {
      const record = await freshRecord()
      const shut = await record.act({ ...asked, guard: () => refuse('gate-shut', 'No.', 'gate') })
      expect(shut).toMatchObject(refusesWith('gate-shut'))
      expect(await record.act(asked)).toMatchObject({ ok: true, value: { replayed: false } })
    })
  })

  describe('alongside', () => {
    test('what goes alongside stands with the act', async () => {
      const record = await freshRecord()
      const done = await record.act({
        actor: nurse,
        action: 'refer',
        changes: [create(task('referral'))],
        alongside: async (stores, { resources }) => {
          const subject = `Task/${resources[0]?.id}`
          await stores.attachments.add({
            subject,
            name: 'letter.txt',
            mediaType: 'text/plain',
            bytes: Buffer.from('hi'),
          })
          await stores.links.issue({ token: 't', purpose: 'status', subject, expires: '2027-01-01T00:00:00Z' })
          return undefined
        },
      })
      expect(done).toMatchObject({ ok: true })
      expect(await record.links.look({ token: 't', purpose: 'status' })).toMatchObject({
        value: { subject: 'Task/referral' },
      })
      expect(await record.attachments.list({ subject: 'Task/referral' })).toHaveLength(1)
    })

    test('a link that works once makes one of two acts, and the other writes nothing', async () => {
      const record = await freshRecord()
      await record.links.issue({ token: 't', purpose: 'set-up', subject: 'x', expires: '2027-01-01T00:00:00Z' })
      const attempts = ['a', 'b'].map((id) =>
        record.act({
          actor: nurse,
          action: 'set-up',
          changes: [create(task(id))],
          alongside: (stores) => stores.links.use({ token: 't', purpose: 'set-up' }),
        }),
      )
      const results = await Promise.all(attempts)
      expect(results.map((one) => (one.ok ? 'ok' : one.problem.code)).sort()).toEqual(['link-used', 'ok'])
      expect(await record.counts()).toMatchObject({ versions: 1, audit: { seq: 2 } })
    })
  })

  describe('when the disk fails', () => {
    test('another process that holds the record for too long makes a plain refusal, and the record works on', async () => {
      const folder = freshFolder()
      const record = await opened(folder, { busyTimeoutMs: 20 })
      let refused: unknown
      const other = await opened(folder)
      await other.act({
        actor: nurse,
        action: 'hold',
        changes: [],
        guard: async () => {
          refused = await record.act({ actor: nurse, action: 'write', changes: [create(ada)] })
          return { ok: true }
        },
      })
      expect(refused).toMatchObject(refusesWith('storage-busy'))
      expect(await record.act({ actor: nurse, action: 'write', changes: [create(ada)] })).toMatchObject({ ok: true })
    })

    test('when the audit event cannot be written, the act does not happen', async () => {
      const folder = freshFolder('apart')
      const record = await opened(folder)
      await behindOurBack(folder, ({ run }) =>
        run(
          isOnPostgres()
            ? `create function broken() returns trigger language plpgsql as $$ begin raise exception 'no audit'; end $$;
               create trigger broken before insert on audit for each row execute function broken();`
            : "create trigger broken before insert on audit begin select raise(abort, 'no audit'); end",
        ),
      )
      await expect(record.act({ actor: nurse, action: 'write', changes: [create(ada)] })).rejects.toThrow('no audit')
      expect(await record.read('Patient', 'ada')).toMatchObject(refusesWith('absent'))
    })
  })
}
