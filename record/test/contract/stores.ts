import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newToken, type Result, sha256 } from '../../index.ts'
import { freshFolder, freshRecord, hired, opened, signedIn } from '../fixture.ts'

/** What is kept beside the resources. */
export function stores(): void {
  const demo = { login: ' Demo.Ada@Clinic ', displayName: 'Demo Ada Sample', roles: ['nurse'], passwordHash: 'argon-1' }
  const later = '2030-01-01T00:00:00Z'

  async function withAccount() {
    let present = '2026-11-23T08:00:00.000Z'
    const folder = freshFolder()
    const record = await opened(folder, { now: () => present })
    const account = await hired(record, demo)
    const at = (instant: string) => {
      present = instant
    }
    return { record, folder, account, at }
  }

  function kept<T>(result: Result<T>): T {
    if (!result.ok) throw new Error(result.problem.sentence)
    return result.value
  }

  describe('other sign-ins and passkeys', () => {
    const elsewhere = { issuer: 'https://id.example', subject: 'person-7' }
    const key = { id: 'key-1', name: 'Telephone', publicKey: 'AAAA', counter: 0, transports: ['internal'] }

    test('an identity belongs to one account, and an account to one person of each issuer', async () => {
      const { record, account } = await withAccount()
      const other = kept(await record.accounts.create({ ...demo, login: 'ben' }))
      const both = await Promise.all([account, other].map(({ id }) => record.identities.bind(elsewhere, id)))
      expect(both.map((one) => (one.ok ? 'ok' : one.problem.code)).sort()).toEqual(['identity-taken', 'ok'])
      const owner = (await record.identities.accountOf(elsewhere)) ?? ''
      expect(await record.identities.bind(elsewhere, owner)).toMatchObject({ ok: true })
      expect(await record.identities.bind({ ...elsewhere, subject: 'person-8' }, owner)).toMatchObject({
        problem: { code: 'identity-other' },
      })
      await record.identities.forget(owner)
      expect(await record.identities.accountOf(elsewhere)).toBeNull()
    })

    test('a passkey is known once, counts its uses, and is removed by nobody but its owner', async () => {
      const { record, account } = await withAccount()
      const added = kept(await record.passkeys.add({ ...key, accountId: account.id }))
      expect(added).toMatchObject({ ...key, lastUsed: null })
      expect(await record.passkeys.add({ ...key, accountId: account.id })).toMatchObject({
        problem: { code: 'passkey-known' },
      })
      await record.passkeys.used('key-1', 9)
      expect(await record.passkeys.byId('key-1')).toMatchObject({ counter: 9, lastUsed: '2026-11-23T08:00:00.000Z' })
      expect(await record.passkeys.remove('somebody', 'key-1')).toMatchObject({ problem: { code: 'absent' } })
      expect(await record.passkeys.remove(account.id, 'key-1')).toMatchObject({ ok: true })
      expect(await record.passkeys.ofAccount(account.id)).toEqual([])
    })
  })

  describe('accounts', () => {
    test('a sign-in name is found however it is typed, and the hash does not travel with the account', async () => {
      const { record, account } = await withAccount()
      expect(await record.accounts.byLogin('DEMO.ada@clinic')).toEqual(account)
      expect(JSON.stringify(await record.accounts.list())).not.toContain('argon')
      expect(await record.accounts.passwordHash(account.id)).toBe('argon-1')
    })

    test('a name is taken once, also by two at the same moment', async () => {
      const record = await freshRecord()
      const results = await Promise.all([
        record.accounts.create(demo),
        record.accounts.create({ ...demo, login: 'demo.ada@clinic' }),
      ])
      expect(results.map((one) => (one.ok ? 'ok' : one.problem.code))).toEqual(['ok', 'login-taken'])
    })

    test('an empty name, a taken new name and an unknown account are refused', async () => {
      const { record, account } = await withAccount()
      await record.accounts.create({ ...demo, login: 'ben' })
      expect(await record.accounts.create({ ...demo, login: '  ' })).toMatchObject({ problem: { code: 'bad-login' } })
      expect(await record.accounts.change(account.id, { login: 'BEN' })).toMatchObject({
        problem: { code: 'login-taken' },
      })
      expect(await record.accounts.change('nobody', { roles: [] })).toMatchObject({ problem: { code: 'absent' } })
    })

    test.each([
      ['disabling', { disabled: true }],
      ['a new password', { passwordHash: 'argon-2' }],
    ])('%s ends every session', async (_, change) => {
      const { record, account } = await withAccount()
      await record.sessions.start({ token: 't1', accountId: account.id, expires: later })
      await record.sessions.start({ token: 't2', accountId: account.id, expires: later })
      await record.accounts.change(account.id, change)
      expect(await record.sessions.ofAccount(account.id)).toEqual([])
      expect(await record.sessions.find('t1')).toBeNull()
    })

    test('other changes keep what was not named, and the sessions', async () => {
      const { record, account } = await withAccount()
      await record.sessions.start({ token: 't1', accountId: account.id, expires: later })
      const changed = await record.accounts.change(account.id, { roles: ['clinician'] })
      expect(changed).toEqual({ ok: true, value: { ...account, roles: ['clinician'] } })
      expect(await record.sessions.find('t1')).toMatchObject({ account: { roles: ['clinician'] } })
    })
  })

  describe('sessions', () => {
    test('none begins by a password that was changed, or of an account that was shut, while it was looked at', async () => {
      const { record, account } = await withAccount()
      const by = (token: string, passwordHash: string) =>
        record.sessions.startBy({ token, accountId: account.id, expires: later, passwordHash })
      await record.accounts.change(account.id, { passwordHash: 'old' })
      expect(await by('t1', 'old')).toMatchObject({ accountId: account.id })
      await record.accounts.change(account.id, { passwordHash: 'new' })
      expect(await by('t2', 'old')).toBeNull()
      expect(await by('t3', 'new')).toMatchObject({ accountId: account.id })
      await record.accounts.change(account.id, { disabled: true })
      expect(await by('t4', 'new')).toBeNull()
      await record.accounts.change(account.id, { disabled: false })
      for (const token of ['t1', 't2', 't3', 't4']) expect(await record.sessions.find(token)).toBeNull()
    })

    test('a session lives until it expires, idles or ends', async () => {
      const { record, account, at } = await withAccount()
      const token = newToken()
      await record.sessions.start({ token, accountId: account.id, expires: '2026-11-23T20:00:00Z' })
      const limits = { idleSeconds: 900 }
      expect(await record.sessions.find(token, limits)).toMatchObject({ account: { id: account.id } })
      at('2026-11-23T08:14:59.000Z')
      expect(await record.sessions.find(token, limits)).not.toBeNull()
      await record.sessions.touch(token)
      at('2026-11-23T08:29:58.000Z')
      expect(await record.sessions.find(token, limits)).not.toBeNull()
      at('2026-11-23T08:29:59.000Z')
      expect(await record.sessions.find(token, limits)).toBeNull()
      at('2026-11-23T20:00:00.000Z')
      expect(await record.sessions.find(token)).toBeNull()
    })

    test('only its own token opens a session, and the token is nowhere in the file', async () => {
      const { record, folder, account } = await withAccount()
      const token = newToken()
      const session = await record.sessions.start({ token, accountId: account.id, expires: later })
      expect(await record.sessions.find(session.id)).toBeNull()
      expect(session.id).toBe(sha256(token))
      await record.backup(`${folder}/copy.sqlite`)
      expect(readFileSync(`${folder}/copy.sqlite`).includes(token)).toBe(false)
      await record.sessions.endById(session.id)
      expect(await record.sessions.find(token)).toBeNull()
    })

    test('a session for nobody is a bug', async () => {
      const record = await freshRecord()
      await expect(record.sessions.start({ token: 't', accountId: 'nobody', expires: later })).rejects.toThrow(
        /foreign key/i,
      )
    })
  })

  describe('links', () => {
    test('a link opens for its purpose only, until it expires', async () => {
      const { record, at } = await withAccount()
      await record.links.issue({ token: 't', purpose: 'status', subject: 'Task/1', expires: '2026-12-01T00:00:00Z' })
      expect(await record.links.look({ token: 't', purpose: 'status' })).toMatchObject({
        value: { subject: 'Task/1', used: null },
      })
      expect(await record.links.look({ token: 't', purpose: 'set-up' })).toMatchObject({
        problem: { code: 'link-unknown' },
      })
      expect(await record.links.look({ token: 'u', purpose: 'status' })).toMatchObject({
        problem: { code: 'link-unknown' },
      })
      at('2026-12-01T00:00:00.000Z')
      expect(await record.links.look({ token: 't', purpose: 'status' })).toMatchObject({
        problem: { code: 'link-expired' },
      })
    })

    test('of ten uses at once one works; a revoked link does not', async () => {
      const { record } = await withAccount()
      const link = { token: 't', purpose: 'set-up' }
      await record.links.issue({ ...link, subject: 'x', expires: later })
      const uses = await Promise.all(Array.from({ length: 10 }, () => record.links.use(link)))
      expect(uses.filter((one) => one.ok)).toHaveLength(1)
      expect(await record.links.look(link)).toMatchObject({ problem: { code: 'link-used' } })
      await record.links.issue({ token: 't2', purpose: 'set-up', subject: 'x', expires: later })
      await record.links.revoke('set-up', 'x')
      expect(await record.links.use({ token: 't2', purpose: 'set-up' })).toMatchObject({
        problem: { code: 'link-unknown' },
      })
    })
  })

  describe('drafts, attachments, settings', () => {
    test('a draft is kept per account and key, each over the one its writer saw', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada' }
      const first = kept(await record.drafts.put({ ...ada, seen: null }, { side: 'left' }))
      const second = kept(await record.drafts.put({ ...ada, seen: first.version }, { side: 'right' }))
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toEqual(second)
      expect(second.json).toEqual({ side: 'right' })
      expect(await record.drafts.list(account.id)).toHaveLength(1)
      expect(await record.drafts.drop({ ...ada, seen: second.version })).toMatchObject({ ok: true })
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toBeNull()
    })

    test('a draft typed over an older one is refused, and what is there stays', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada' }
      const refused = { ok: false, problem: { code: 'version-conflict' } }
      const first = kept(await record.drafts.put({ ...ada, seen: null }, { note: 'tab one' }))
      expect(await record.drafts.put({ ...ada, seen: null }, { note: 'tab two' })).toMatchObject(refused)
      const newer = kept(await record.drafts.put({ ...ada, seen: first.version }, { note: 'tab one, more' }))
      expect(await record.drafts.put({ ...ada, seen: first.version }, { note: 'tab two' })).toMatchObject(refused)
      expect(await record.drafts.drop({ ...ada, seen: first.version })).toMatchObject(refused)
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toEqual(newer)
    })

    test('of ten tabs that write over the same draft at once, one is kept', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada', seen: null }
      const writes = await Promise.all(
        Array.from({ length: 10 }, (_, tab) => record.drafts.put(ada, { note: `tab ${tab}` })),
      )
      expect(writes.filter((one) => one.ok)).toHaveLength(1)
      expect(await record.drafts.get(account.id, 'evaluate/ada')).toEqual(
        kept(
          writes.find((one) => one.ok) ?? { ok: false, problem: { code: '', sentence: 'none was kept', where: '' } },
        ),
      )
    })

    test('what nobody went on with since a day is dropped, everybody’s, and nothing else', async () => {
      const { record, account, at } = await withAccount()
      const put = async (key: string) =>
        kept(await record.drafts.put({ accountId: account.id, key, seen: null }, { note: key }))
      const old = await put('old')
      at('2026-11-24T08:00:00.000Z')
      const young = await put('young')
      expect(await record.drafts.forget(old.updated)).toBe(0)
      expect(await record.drafts.forget(young.updated)).toBe(1)
      expect(await record.drafts.list(account.id)).toEqual([young])
    })

    test('a draft begun anew is not mistaken for the one thrown away', async () => {
      const { record, account } = await withAccount()
      const ada = { accountId: account.id, key: 'evaluate/ada' }
      const thrown = kept(await record.drafts.put({ ...ada, seen: null }, { note: 'first' }))
      await record.drafts.drop({ ...ada, seen: thrown.version })
      await record.drafts.put({ ...ada, seen: null }, { note: 'anew' })
      expect(await record.drafts.put({ ...ada, seen: thrown.version }, { note: 'first, more' })).toMatchObject({
        problem: { code: 'version-conflict' },
      })
    })

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
