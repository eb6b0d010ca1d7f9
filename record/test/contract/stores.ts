import { describe, expect, test } from 'vitest'
import { sha256 } from '../../index.ts'
import { opened } from '../fixture.ts'
import { later, withAccount } from '../with-account.ts'

/** What else is kept beside the resources. */
export function stores(): void {
  describe('attachments, settings, and what counts once', () => {
    test('an attachment comes back byte for byte, and follows its subject to the patient', async () => {
      const { record } = await withAccount()
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251)
      const added = await record.attachments.add({
        subject: 'Task/1',
        name: 'scan.bin',
        mediaType: 'application/x',
        bytes,
      })
      expect(added).toMatchObject({ size: 300_000, sha256: sha256(bytes), patientId: null })
      await record.attachments.giveToPatient('Task/1', 'ada')
      expect(await record.attachments.list({ patientId: 'ada' })).toEqual([{ ...added, patientId: 'ada' }])
      const got = await record.attachments.get(added.id)
      expect(Buffer.from(got?.bytes ?? []).equals(bytes)).toBe(true)
    })

    test('a setting is what was put last', async () => {
      const { record } = await withAccount()
      expect(await record.settings.get('clinic')).toBeUndefined()
      await record.settings.put('clinic', { name: 'Demo' })
      await record.settings.put('clinic', { name: 'Demo Clinic' })
      expect(await record.settings.get('clinic')).toEqual({ name: 'Demo Clinic' })
      await record.settings.drop('clinic')
      expect(await record.settings.get('clinic')).toBeUndefined()
    })

    test('what may be shown once is spent by exactly one, also after the record was closed', async () => {
      const { record, folder } = await withAccount()
      const nonce = { name: 'issuer one', expires: '2026-11-23T08:05:00.000Z' }
      const shown = await Promise.all(Array.from({ length: 20 }, () => record.spend(nonce)))
      expect(shown.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await record.spend({ ...nonce, name: 'issuer two' })).toBe(true)
      const told = (what: string) => ({ actor: { id: 'demo' }, what, action: 'shown' })
      const third = { ...nonce, name: 'issuer three' }
      expect(await record.isSpent(third)).toBe(false)
      expect(await Promise.all(['first', 'second'].map((what) => record.spend(third, told(what))))).toEqual([
        true,
        false,
      ])
      expect(await record.isSpent(third)).toBe(true)
      const entries = await record.auditEntries({ actorId: 'demo', limit: 10 })
      expect(entries.filter(({ action }) => action === 'shown').map(({ beside }) => beside.what)).toEqual(['first'])
      await record.close()
      // A server whose clock is ahead takes others meanwhile, and forgets none that the next one would take.
      const ahead = await opened(folder, { now: () => '2026-11-23T08:08:00.000Z' })
      expect(await ahead.spend({ name: 'issuer four', expires: '2026-11-23T08:09:00.000Z' })).toBe(true)
      await ahead.close()
      const again = await opened(folder, { now: () => '2026-11-23T08:04:59.000Z' })
      expect(await again.spend(nonce)).toBe(false)
    })

    test('what was told of a card counts once, however often it is told', async () => {
      const { record } = await withAccount()
      const told = {
        service: 'order-sign',
        card: 'c1',
        outcome: 'overridden',
        at: '2026-11-23T07:00:00Z',
        client: 'demo',
        reasonSystem: 'https://demo.example',
        reasonCode: 'booked',
        comment: null,
        taken: 0,
      }
      expect(await record.feedback.add([told, { ...told, card: 'c2' }])).toBe(2)
      expect(await record.feedback.add([told])).toBe(0)
      await record.feedback.add([{ ...told, outcome: 'accepted', reasonSystem: null, reasonCode: null, taken: 1 }])
      expect(await record.feedback.counts()).toEqual([
        {
          service: 'order-sign',
          outcome: 'overridden',
          reasonSystem: told.reasonSystem,
          reasonCode: 'booked',
          count: 2,
        },
        { service: 'order-sign', outcome: 'accepted', reasonSystem: null, reasonCode: null, count: 1 },
      ])
    })

    test('sweeping removes what has expired and nothing else', async () => {
      const { record, account, at } = await withAccount()
      await record.sessions.start({ token: 'old', accountId: account.id, expires: '2026-11-24T00:00:00Z' })
      await record.sessions.start({ token: 'new', accountId: account.id, expires: later })
      await record.links.issue({ token: 'old', purpose: 'p', subject: 's', expires: '2026-11-24T00:00:00Z' })
      const act = { actor: { id: 'x' }, action: 'a', idempotencyKey: 'k', changes: [] }
      await record.act(act)
      at('2026-12-24T08:00:00.000Z')
      expect(await record.sweep()).toEqual({ sessions: 1, links: 1, answers: 1 })
      expect(await record.sessions.find('new')).not.toBeNull()
      expect(await record.act(act)).toMatchObject({ value: { replayed: false } })
    })
  })
}
