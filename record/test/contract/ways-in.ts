import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newToken, sha256 } from '../../index.ts'
import { freshRecord } from '../fixture.ts'
import { demoAccount, kept, later, withAccount } from '../with-account.ts'

/** By what somebody comes in: accounts, other sign-ins and passkeys, sessions, and links for whoever has none. */
export function waysIn(): void {
  describe('other sign-ins and passkeys', () => {
    const elsewhere = { issuer: 'https://id.example', subject: 'person-7' }
    const key = { id: 'key-1', name: 'Telephone', publicKey: 'AAAA', counter: 0, transports: ['internal'] }

    test('an identity belongs to one account, and an account to one person of each issuer', async () => {
      const { record, account } = await withAccount()
      const other = kept(await record.accounts.create({ ...demoAccount, login: 'ben' }))
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
        record.accounts.create(demoAccount),
        record.accounts.create({ ...demoAccount, login: 'demo.ada@clinic' }),
      ])
      expect(results.map((one) => (one.ok ? 'ok' : one.problem.code))).toEqual(['ok', 'login-taken'])
    })

    test('an empty name, a taken new name and an unknown account are refused', async () => {
      const { record, account } = await withAccount()
      await record.accounts.create({ ...demoAccount, login: 'ben' })
      expect(await record.accounts.create({ ...demoAccount, login: '  ' })).toMatchObject({
        problem: { code: 'bad-login' },
      })
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
}
