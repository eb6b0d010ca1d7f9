import { describe, expect, test } from 'vitest'
import { hired, signedIn } from '../fixture.ts'
import { kept, later, withAccount } from '../with-account.ts'

/** Records that somebody opens who may not otherwise. */
export function emergencies(): void {
  describe('a record opened in an emergency', () => {
    const asked = { cause: 'threat-to-life', words: 'found on the floor', expires: '2026-11-23T12:00:00Z' }
    const opening = async () => {
      const house = await withAccount()
      const { record, account } = house
      const ada = { ...asked, patientId: 'ada', accountId: account.id, sessionId: 's1' }
      return { ...house, ada, first: kept(await record.openings.open(ada)) }
    }

    test('is open in its session until its time is over, one at a time', async () => {
      const { record, ada, first, at } = await opening()
      expect(first).toMatchObject({ patientId: 'ada', opened: '2026-11-23T08:00:00.000Z', ended: null, review: null })
      expect(await record.openings.openIn('s1')).toEqual(first)
      expect(await record.openings.openIn('s2')).toBeNull()
      expect(await record.openings.open({ ...ada, patientId: 'ben' })).toMatchObject({
        problem: { code: 'opening-there' },
      })
      at('2026-11-23T11:59:59.999Z')
      expect(await record.openings.openIn('s1')).toEqual(first)
      at('2026-11-23T12:00:00.000Z')
      expect(await record.openings.openIn('s1')).toBeNull()
      expect(await record.openings.endIn('s1', 'closed')).toBeNull()
    })

    test('ends when it is ended, when another session opens one, and when the account becomes another', async () => {
      const { record, ada, account } = await opening()
      expect(await record.openings.endIn('s1', 'closed')).toMatchObject({ ended: { by: 'closed' } })
      expect(await record.openings.openIn('s1')).toBeNull()
      await record.openings.open(ada)
      await record.openings.open({ ...ada, sessionId: 's2', patientId: 'ben' })
      expect(await record.openings.openIn('s1')).toBeNull()
      await record.accounts.change(account.id, { displayName: 'Demo Ada Other' })
      expect(await record.openings.openIn('s2')).toMatchObject({ patientId: 'ben' })
      await record.accounts.change(account.id, { roles: ['researcher'] })
      await record.accounts.change(account.id, { roles: account.roles })
      expect(await record.openings.openIn('s2')).toBeNull()
    })

    test('ends when the clock goes back, for good; one that was over is over; a session stays as old as it was', async () => {
      const { record, ada, account, first, at } = await opening()
      const look = { actor: { id: 'x' }, what: 'something' }
      const other = { login: 'other', displayName: 'Demo Other', roles: [], passwordHash: null }
      const { id } = await hired(record, other)
      await record.openings.open({ ...ada, sessionId: 's2', accountId: id, expires: '2026-11-23T09:00:00Z' })
      await signedIn(record, { token: 't', accountId: account.id, expires: later })
      at('2026-11-23T11:50:00.000Z')
      await record.auditRead(look)
      at('2026-11-23T08:00:00.000Z')
      await record.auditRead(look)
      for (const time of ['08:00', '08:30', '11:50', '11:59']) {
        at(`2026-11-23T${time}:00.000Z`)
        for (const session of ['s1', 's2']) expect(await record.openings.openIn(session)).toBeNull()
      }
      expect(await record.openings.byId(first.id)).toMatchObject({ ended: { by: 'clock-set-back' } })
      const ends = (await record.openings.list({ reviewed: false })).map(({ ended }) => ended?.by)
      expect(ends.toSorted()).toEqual(['clock-set-back', 'time'])
      expect(await record.sessions.ofAccount(account.id)).toMatchObject([{ created: '2026-11-23T04:10:00.000Z' }])
      const [, told] = await record.auditEntries({ limit: 2 })
      expect(told).toMatchObject({ action: 'clock-set-back', patientIds: ['ada'] })
      expect(await record.verify()).toMatchObject({ ok: true })
    })

    test('waits to be looked into, however long, and is judged once', async () => {
      const { record, first, at } = await opening()
      at('2036-11-23T08:00:00.000Z')
      await record.sweep()
      expect(await record.openings.waiting()).toBe(1)
      expect(await record.openings.list({ reviewed: false })).toEqual([first])
      const said = { verdict: 'justified', note: 'known to the ward', reviewerId: 'p' }
      const both = await Promise.all([1, 2].map(() => record.openings.review(first.id, said)))
      expect(both.map((one) => (one.ok ? 'ok' : one.problem.code)).sort()).toEqual(['ok', 'reviewed-already'])
      expect(await record.openings.waiting()).toBe(0)
      expect(await record.openings.list({ reviewed: true, limit: 5 })).toMatchObject([{ id: first.id, review: said }])
      expect(await record.openings.review('none', said)).toMatchObject({ problem: { code: 'absent' } })
    })
  })
}
