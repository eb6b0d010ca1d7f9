import { describe, expect, test } from 'vitest'
import {
  ada,
  behindOurBack,
  ben,
  create,
  freshFolder,
  freshRecord,
  isOnPostgres,
  nurse,
  opened,
  refusesWith,
  remove,
  task,
  update,
  write,
} from '../fixture.ts'

/** What an act writes, and what it writes nothing of. */
export function acts(): void {
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
