import { describe, expect, test } from 'vitest'
import { sha256 } from '../../index.ts'
import {
  ada,
  type Behind,
  behindOurBack,
  ben,
  clinician,
  create,
  freshFolder,
  isOnPostgres,
  nurse,
  opened,
  task,
  unguarded,
  update,
  write,
} from '../fixture.ts'

/** What is promised of the past. */
export function past(): void {
  const decision = { pathway: 'demo', pathwayVersion: '1', input: 'in', policy: 'p', advice: 'a' }

  /** A record with five audit events: three acts, a refusal, a read. */
  async function lived() {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    await write(record, create(ada))
    await record.act({
      actor: clinician,
      action: 'note',
      reason: 'typed',
      decision,
      patientId: 'ada',
      changes: [create(task('t'))],
    })
    await record.act({ actor: clinician, action: 'late', changes: [update(task('t'), 7)] })
    await write(record, update(task('t'), 1))
    await record.auditRead({ actor: nurse, what: 'chart', patientId: 'ada' })
    return { folder, record }
  }

  describe('of whom something was written since', () => {
    test('whoever asks again is told of each person once, whoever wrote it, and of what is nobody’s', async () => {
      const { folder, record } = await lived()
      const start = await record.writtenSince(0)
      expect(start).toEqual({ position: 5, patients: ['ada'], nobodys: [] })
      expect(await record.writtenSince(start.position)).toEqual({ position: 5, patients: [], nobodys: [] })
      const other = await opened(folder)
      await write(other, create(ben), update(task('t')))
      await write(other, create({ resourceType: 'Medication', id: 'm' }))
      const since = await record.writtenSince(start.position)
      expect(since.patients.toSorted()).toEqual(['ada', 'ben'])
      expect(since.nobodys).toEqual(['Medication/m'])
    })
  })

  test.each(['', 'a', '1e99.Task.t', 'NaN.Task.t', '9.9.9', '\u0000'])(
    'versions from a place %j that nobody was given are few or none, and no fault',
    async (after) => {
      const { record } = await lived()
      const asked = { types: ['Task', 'Patient'], asOf: 5, limit: 9, after }
      expect((await record.versionsOf(asked)).versions.length).toBeLessThanOrEqual(3)
    },
  )

  describe('nobody can rewrite the past', () => {
    test.each(['resource_version', 'audit', 'audit_subject', 'decision'])('%s', async (table) => {
      const { folder, record } = await lived()
      const again = `into ${table} select * from ${table}`
      const attempts = [
        `update ${table} set tenant_id = 'x'`,
        `delete from ${table}`,
        ...(isOnPostgres() ? [`truncate ${table}`] : []),
        // Which subjects an event has is fixed by the keys of this table.
        ...(table === 'audit_subject' ? [] : [`insert ${again}`]),
        ...(table === 'audit_subject' || isOnPostgres() ? [] : [`insert or replace ${again}`]),
      ]
      await behindOurBack(folder, async ({ run }) => {
        for (const sql of attempts) await expect(run(sql), sql).rejects.toThrow(`${table} is append-only`)
      })
      expect(await record.verify()).toMatchObject({ ok: true, value: { head: { seq: 5 }, versions: 3, decisions: 1 } })
    })
  })

  describe('tampering with the database is found and named', () => {
    const forged = (text: string) => text.replace('demo-clinician', 'somebody-else')
    const statements =
      (...all: string[]) =>
      async ({ run }: Behind) => {
        for (const sql of all) await run(sql)
      }
    test.each<[string, string, (behind: Behind) => Promise<unknown>]>([
      ['an edited event', 'audit/2', (behind) => editEvent(behind, 2, forged)],
      ['an edited event with its hash made anew', 'audit/3', (behind) => editEvent(behind, 2, forged, true)],
      ['a last event that can no longer be read', 'audit/5', (behind) => editEvent(behind, 5, () => 'no event', true)],
      [
        'a last event of nobody',
        'audit/5',
        (behind) => editEvent(behind, 5, (text) => text.replace('"actor":', '"nobody":'), true),
      ],
      ['a last event that is none', 'audit/5', (behind) => editEvent(behind, 5, () => '{"seq":5}', true)],
      [
        'an edited reason',
        'audit/2',
        statements(`update audit set aside = replace(aside, 'typed', 'other') where seq = 2`),
      ],
      ['a removed event', 'audit/2', statements('delete from audit where seq = 2')],
      ['a removed first event', 'audit/1', statements('delete from audit where seq = 1')],
      [
        'two events in each other’s place',
        'audit/2',
        statements(
          'update audit set seq = 99 where seq = 2',
          'update audit set seq = 2 where seq = 3',
          'update audit set seq = 3 where seq = 99',
        ),
      ],
      [
        'an inserted event',
        'audit/6',
        statements('insert into audit select tenant_id, 6, event, aside, prev, hash from audit where seq = 1'),
      ],
      [
        'a changed resource',
        'Patient/ada/_history/1',
        statements(`update resource_version set json = replace(json, 'Ada', 'Eve') where type = 'Patient'`),
      ],
      [
        'a removed old version',
        'Task/t/_history/1',
        statements(`delete from resource_version where type = 'Task' and version = 1`),
      ],
      [
        'a slipped-in resource',
        'versions',
        statements(
          `insert into resource_version select tenant_id, patient_id, type, 'eve', version, method, last_updated, seq, act_id, json, salt, hash from resource_version where type = 'Patient'`,
        ),
      ],
      ['changed advice', 'decision/', statements(`update decision set advice = 'better'`)],
      [
        'an old version shown as current',
        'Task/t',
        statements(`update resource_current set version = 1 where type = 'Task'`),
      ],
      [
        'a resource hidden as if it were deleted',
        'Task/t',
        statements(`update resource_current set deleted = 1 where type = 'Task'`),
      ],
      [
        'a resource that nobody finds in the record it belongs to',
        'Task/t',
        statements(`update resource_current set patient_id = 'ben' where type = 'Task'`),
      ],
      [
        'a resource moved to somebody else',
        'Task/t/_history/',
        statements(
          `update resource_version set patient_id = 'ben' where type = 'Task'`,
          `update resource_current set patient_id = 'ben' where type = 'Task'`,
        ),
      ],
      [
        'a resource dated back',
        'Task/t/_history/2',
        statements(
          `update resource_version set last_updated = '2020-01-01T00:00:00.000Z' where type = 'Task' and version = 2`,
        ),
      ],
      [
        'a look at a record that is no longer listed under the person',
        'audit/1',
        statements(`delete from audit_subject where subject = 'patient/ada' and seq = 1`),
      ],
      [
        'an event listed under somebody whom it does not name',
        'audit/5',
        statements(`insert into audit_subject select tenant_id, 'patient/ben', seq from audit where seq = 4`),
      ],
    ])('%s', async (_, where, damage) => {
      const { folder, record } = await lived()
      await unguarded(folder, damage)
      const found = await record.verify()
      expect(found.ok ? 'nothing found' : found.problem.where).toContain(where)
    })

    test('a tail that was cut off is found against a head noted elsewhere', async () => {
      const { folder, record } = await lived()
      const noted = await record.auditHead()
      await unguarded(folder, statements('delete from audit where seq > 3', 'delete from audit_subject where seq > 3'))
      expect(await record.verifyAudit()).toMatchObject({ ok: true })
      expect(await record.verifyAudit([noted])).toMatchObject({ ok: false, problem: { where: 'audit/4' } })
    })

    test('a chain computed anew from one forged event is found against a head noted elsewhere', async () => {
      const { folder, record } = await lived()
      const noted = await record.auditHead()
      await unguarded(folder, async (behind) => {
        await editEvent(behind, 2, forged, true)
        await behind.run(
          `update audit_subject set subject = 'actor/somebody-else' where seq = 2 and subject like 'actor/%'`,
        )
        for (const seq of [3, 4, 5]) {
          await behind.run(`update audit set prev = (select hash from audit where seq = ${seq - 1}) where seq = ${seq}`)
          await editEvent(behind, seq, (text) => text, true)
        }
      })
      expect(await record.verifyAudit()).toMatchObject({ ok: true })
      expect(await record.verifyAudit([noted])).toMatchObject({ ok: false, problem: { where: 'audit/5' } })
    })
  })

  async function editEvent(
    { run, rows }: Behind,
    seq: number,
    edit: (text: string) => string,
    rehash = false,
  ): Promise<void> {
    const [row] = await rows(`select event, prev, hash from audit where seq = ${seq}`)
    const event = edit(String(row?.event))
    const hash = rehash ? sha256(String(row?.prev) + event) : String(row?.hash)
    await run(`update audit set event = '${event.replaceAll("'", "''")}', hash = '${hash}' where seq = ${seq}`)
  }

  describe('reads in the trail', () => {
    test('a read is told, in the order asked, and many share a transaction', async () => {
      const folder = freshFolder()
      const begun: string[] = []
      const record = await opened(folder, {
        onStatement: (sql) => void (/^(begin|start transaction)/.test(sql) && begun.push(sql)),
      })
      begun.length = 0
      const reads = Array.from({ length: 50 }, (_, index) =>
        record.auditRead({ actor: nurse, what: `Task/${index}`, patientId: 'ada' }),
      )
      await Promise.all(reads)
      const told = await record.auditEntries({ actorId: nurse.id, limit: 100 })
      expect(told.map((one) => one.beside.what)).toEqual(reads.map((_, index) => `Task/${49 - index}`))
      expect(begun).toHaveLength(1)
      expect(await record.verifyAudit()).toMatchObject({ ok: true, value: { head: { seq: 50 } } })
    })

    test('an audited read hands its answer over only after it is told', async () => {
      const record = await opened(freshFolder())
      await write(record, create(ada))
      const chart = await record.audited({ actor: nurse, what: 'chart', patientId: 'ada', purpose: 'TREAT' }, (view) =>
        view.patientResources('ada'),
      )
      expect(chart).toHaveLength(1)
      expect(await record.auditEntries({ patientId: 'ada', limit: 1 })).toMatchObject([
        { outcome: 'read', purpose: 'TREAT', beside: { what: 'chart' } },
      ])
    })

    test('a read of more people than one statement takes is told, and each of them may ask who it was', async () => {
      const record = await opened(freshFolder())
      const patientIds = Array.from({ length: 25_000 }, (_, at) => `person-${at}`)
      await record.auditRead({ actor: nurse, what: 'an export of a group', patientIds })
      const told = await record.auditEntries({ patientId: 'person-24999', limit: 1 })
      expect(told).toMatchObject([{ beside: { what: 'an export of a group' } }])
    })

    test('reads still waiting are told before closing', async () => {
      const folder = freshFolder()
      const record = await opened(folder, { readAuditDelayMs: 60_000 })
      await record.auditRead({ actor: nurse, what: 'chart' })
      const told = record.auditRead({ actor: nurse, what: 'chart' })
      await record.close()
      await told
      expect(await (await opened(folder)).counts()).toMatchObject({ audit: { seq: 2 } })
    })

    test('a read after a while without any waits for no other, and those that come with it share its transaction', async () => {
      const record = await opened(freshFolder(), { readAuditDelayMs: 60_000 })
      await Promise.all([1, 2, 3].map((at) => record.auditRead({ actor: nurse, what: `chart ${at}` })))
      expect(await record.counts()).toMatchObject({ audit: { seq: 3 } })
    })
  })
}
