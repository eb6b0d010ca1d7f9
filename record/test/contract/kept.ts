import { describe, expect, test } from 'vitest'
import { type Alongside, apart, challenges, sha256 } from '../../index.ts'
import { ada, behindOurBack, ben, create, freshFolder, isOnPostgres, nurse, opened, task, write } from '../fixture.ts'

/** A passkey as somebody with access to the database would put it beside those there are. */
const passkeyBeside = `insert into passkey (tenant_id, id, account_id, name, public_key, counter, transports, created)
  select tenant_id, 'key-9', account_id, name, 'BBBB', counter, transports, created from passkey`

/** What is promised of what is kept beside the resources, and told of in the trail. */
export function kept(): void {
  describe('tampering with a file, a number of the site, an account, a way of signing in, a session or a link is found and named', () => {
    /** A scan that came with a referral, and belongs to Ada since the referral was taken on. */
    async function sentScan() {
      const folder = freshFolder('apart')
      const record = await opened(folder)
      await write(record, create(ada), create(ben))
      const scan = { id: 'scan', subject: 'Task/t', name: 'scan.pdf', mediaType: 'application/pdf' }
      await record.act({
        actor: nurse,
        action: 'refer',
        changes: [create(task('t'))],
        alongside: async ({ attachments }) => {
          await attachments.add({ ...scan, bytes: Buffer.from('No tumour.') })
          return undefined
        },
      })
      const takenOn = await record.act({
        actor: nurse,
        action: 'accept',
        patientId: 'ada',
        changes: [],
        alongside: async ({ attachments }) => attachments.giveToPatient('Task/t', 'ada').then(() => undefined),
      })
      expect(takenOn).toMatchObject({ ok: true })
      expect(await record.verify()).toMatchObject({ ok: true, value: { files: 1 } })
      return { folder, record }
    }
    const bytes = (text: string) => (isOnPostgres() ? `convert_to('${text}', 'UTF8')` : `cast('${text}' as blob)`)
    test.each<[string, () => string, string?]>([
      ['one letter of a report that was sent', () => `update attachment set bytes = ${bytes('No tumouR.')}`],
      [
        'a report in the place of another, with a sum of its own',
        () => `update attachment set size = 7, bytes = ${bytes('Tumour.')}, sha256 = '${sha256('Tumour.')}'`,
      ],
      ['a report that is shown with somebody else', () => `update attachment set patient_id = 'ben'`],
      ['a report that is called otherwise', () => `update attachment set name = 'old.pdf'`],
      ['a report that is gone', () => 'delete from attachment'],
      [
        'a report that nobody sent',
        () => `insert into attachment (tenant_id, id, patient_id, subject, name, media_type, size, sha256, created, bytes)
               select tenant_id, 'forged', patient_id, subject, 'new.pdf', media_type, size, sha256, created, bytes
               from attachment`,
        'attachment/forged',
      ],
    ])('%s', async (_, damage, where = 'attachment/scan') => {
      const { folder, record } = await sentScan()
      await behindOurBack(folder, ({ run }) => run(damage()))
      expect(await record.verify()).toMatchObject({
        ok: false,
        problem: { code: 'record-broken', where },
      })
    })

    test('how far it is goes on while one file after the other is looked at', async () => {
      const record = await opened(freshFolder())
      await record.act({
        actor: nurse,
        action: 'refer',
        changes: [],
        alongside: async ({ attachments }) => {
          for (const name of ['one', 'two', 'three'])
            await attachments.add({ subject: 'Task/t', name, mediaType: 'text/plain', bytes: Buffer.from(name) })
          return undefined
        },
      })
      const told: number[] = []
      await record.verify({ progress: (done, total) => told.push(Math.round((done / total) * 9)) })
      expect(told).toEqual([3, 6, 7, 8, 9])
    })

    test('a file of a release that told of none is held against its own sum', async () => {
      const folder = freshFolder('apart')
      const record = await opened(folder)
      const scan = { id: 'scan', subject: 'Task/t', name: 'scan.pdf', mediaType: 'application/pdf' }
      await record.attachments.add({ ...scan, bytes: Buffer.from('No tumour.') })
      expect(await record.verify()).toMatchObject({ ok: true, value: { files: 1 } })
      await behindOurBack(folder, ({ run }) => run(`update attachment set bytes = ${bytes('No tumouR.')}`))
      expect(await record.verify()).toMatchObject({ ok: false, problem: { where: 'attachment/scan' } })
    })

    /** A clinic with numbers of its own and one account, both written by acts. */
    async function withNumbers() {
      const folder = freshFolder('apart')
      const record = await opened(folder)
      const account = { login: 'ann', displayName: 'Demo Ann', roles: ['nurse'], passwordHash: 'argon-1' }
      const device = { name: 'Key', publicKey: 'AAAA', counter: 0, transports: ['usb'] }
      const done = await record.act({
        actor: nurse,
        action: 'set-up',
        changes: [],
        alongside: async ({ accounts, identities, passkeys, settings }) => {
          await settings.put('policy', [{ from: '2026-01-01', values: { 'recall-weeks': 12 } }])
          await settings.put('gone', true)
          await settings.drop('gone')
          const made = await accounts.create(account)
          if (!made.ok) return made
          await passkeys.add({ id: 'key-1', accountId: made.value.id, ...device })
          return identities.bind({ issuer: 'https://clinic.example', subject: 'ann-7' }, made.value.id)
        },
      })
      expect(done).toMatchObject({ ok: true })
      // A secret stands beside it, and is held to nothing.
      await record.settings.put(apart.pageKey, 'secret')
      expect(await record.verify()).toMatchObject({ ok: true, value: { accounts: 1, signIns: 1, settings: 1 } })
      const [kept] = await record.accounts.list()
      if (!kept) throw new Error('Nobody was kept')
      return { folder, record, id: kept.id }
    }
    test.each([
      [
        'a lowered number',
        'setting/policy',
        `update setting set json = replace(json, '12', '10') where key = 'policy'`,
      ],
      ['a number that is gone', 'setting/policy', `delete from setting where key = 'policy'`],
      [
        'a setting that was dropped, and is there again',
        'setting/gone',
        `update setting set key = 'gone' where key = '${apart.pageKey}'`,
      ],
      ['a role that nobody gave', 'account/*', `update account set roles = '["administrator"]'`],
      ['an account that nobody shut', 'account/*', 'update account set disabled = 1'],
      ['an account in somebody else’s name', 'account/*', `update account set display_name = 'Demo Eve'`],
      ['an account that is gone', 'account/*', 'delete from passkey; delete from identity; delete from account'],
      [
        'an administrator whom nobody made',
        'account/eve',
        `insert into account (tenant_id, id, login, display_name, password_hash, roles, disabled, created)
         select tenant_id, 'eve', 'eve', 'Demo Eve', password_hash, '["administrator"]', 0, created from account`,
      ],
      [
        'a setting that nobody made',
        'setting/team',
        `insert into setting (tenant_id, key, json, updated)
         select tenant_id, 'team', '[]', updated from setting where key = 'policy'`,
      ],
      ['a password that was put in the place of another', 'sign-in/*', `update account set password_hash = 'argon-3'`],
      ['a password that was taken away', 'sign-in/*', 'update account set password_hash = null'],
      ['a passkey that nobody made', 'sign-in/*', passkeyBeside],
      ['a passkey that was taken away', 'sign-in/*', 'delete from passkey'],
      ['another key under the name of a passkey', 'sign-in/*', `update passkey set public_key = 'BBBB'`],
      ['somebody else of another sign-in', 'sign-in/*', `update identity set subject = 'eve-1'`],
      ['nobody of another sign-in', 'sign-in/*', 'delete from identity'],
    ])('%s', async (_, where, damage) => {
      const { folder, record, id } = await withNumbers()
      await behindOurBack(folder, ({ run }) => run(damage))
      expect(await record.verify()).toMatchObject({
        ok: false,
        problem: { code: 'record-broken', where: where.replace('*', id) },
      })
    })

    /** Somebody is signed in, and somebody else may follow a referral. */
    async function withDoors() {
      const { folder, record, id } = await withNumbers()
      const expires = '2030-01-01T00:00:00Z'
      const done = await record.act({
        actor: { id },
        action: 'sign-in',
        changes: [],
        alongside: async ({ sessions, links }) => {
          await sessions.start({ token: 'of-ann', accountId: id, expires })
          await links.issue({ token: 'of-a-referral', purpose: 'referral-status', subject: 'Task/t', expires })
          return undefined
        },
      })
      expect(done).toMatchObject({ ok: true })
      await record.links.issue({ token: 'asked', purpose: challenges.enter, subject: '', expires })
      expect(await record.verify()).toMatchObject({ ok: true, value: { sessions: 1, links: 1 } })
      return { folder, record }
    }
    test.each([
      [
        'a session that nobody began',
        'session/forged',
        `insert into session (tenant_id, token_hash, account_id, created, last_seen, expires)
         select tenant_id, 'forged', account_id, created, last_seen, expires from session`,
      ],
      ['a session in the name of another token', 'session/forged', `update session set token_hash = 'forged'`],
      ['a session that goes on for ever', `session/${sha256('of-ann')}`, `update session set expires = '2999'`],
      [
        'a link that nobody made',
        'link/forged',
        `insert into link (tenant_id, token_hash, purpose, subject, created, expires)
         select tenant_id, 'forged', 'administrator', 'ann', created, expires from link
         where purpose = 'referral-status'`,
      ],
      [
        'a link that leads to another referral',
        `link/${sha256('of-a-referral')}`,
        `update link set subject = 'Task/u' where purpose = 'referral-status'`,
      ],
      [
        'what a device was to sign, made a link',
        `link/${sha256('asked')}`,
        `update link set purpose = 'administrator' where subject = ''`,
      ],
    ])('%s', async (_, where, damage) => {
      const { folder, record } = await withDoors()
      await behindOurBack(folder, ({ run }) => run(damage))
      expect(await record.verify()).toMatchObject({ ok: false, problem: { code: 'record-broken', where } })
    })

    test('a session that ended and a link that was used, taken back or swept away are no fault', async () => {
      const { record } = await withDoors()
      const shown = { token: 'of-a-referral', purpose: 'referral-status' }
      expect(await record.links.use(shown)).toMatchObject({ ok: true })
      await record.sessions.touch('of-ann', { everySeconds: 0 })
      expect(await record.verify()).toMatchObject({ ok: true, value: { sessions: 1, links: 1 } })
      await record.sessions.end('of-ann')
      await record.links.revoke(shown.purpose, 'Task/t')
      expect(await record.verify()).toMatchObject({ ok: true, value: { sessions: 0, links: 0 } })
    })

    test('what an act changes last is what counts, and an act that is refused tells of nothing', async () => {
      const { folder, record, id } = await withNumbers()
      const change = (roles: string[], refused: boolean) =>
        record.act({
          actor: nurse,
          action: 'change',
          changes: [],
          alongside: async ({ accounts, settings }) => {
            await settings.put('policy', [{ from: '2026-02-01', values: { 'recall-weeks': roles.length } }])
            const done = await accounts.change(id, { roles, passwordHash: 'argon-2' })
            return refused ? { ok: false, problem: { code: 'no', sentence: 'No.', where: 'no' } } : done
          },
        })
      expect(await change(['nurse', 'administrator'], false)).toMatchObject({ ok: true })
      expect(await change([], true)).toMatchObject({ ok: false })
      expect(await record.verify()).toMatchObject({ ok: true, value: { accounts: 1, signIns: 1, settings: 1 } })
      await behindOurBack(folder, ({ run }) => run(`update account set roles = '["nurse"]'`))
      expect(await record.verify()).toMatchObject({ ok: false, problem: { where: `account/${id}` } })
    })

    test('a passkey that is used, taken away by its owner or forgotten with all others is no fault', async () => {
      const { record, id } = await withNumbers()
      const whole = { ok: true, value: { signIns: 1 } }
      await record.passkeys.used('key-1', 7)
      expect(await record.verify()).toMatchObject(whole)
      const act = (alongside: Alongside) => record.act({ actor: nurse, action: 'change', changes: [], alongside })
      const second = { id: 'key-2', accountId: id, name: 'Other', publicKey: 'CCCC', counter: 0, transports: [] }
      expect(await act(({ passkeys }) => passkeys.add(second))).toMatchObject({ ok: true })
      expect(await record.verify()).toMatchObject(whole)
      expect(await act(({ passkeys }) => passkeys.remove(id, 'key-1'))).toMatchObject({ ok: true })
      expect(await record.verify()).toMatchObject(whole)
      const forgotten = await act(async ({ passkeys, identities }) => {
        await passkeys.forget(id)
        await identities.forget(id)
        return undefined
      })
      expect(forgotten).toMatchObject({ ok: true })
      expect(await record.verify()).toMatchObject(whole)
    })

    test('the trail holds neither a password, nor its hash', async () => {
      const { record, id } = await withNumbers()
      const trail = JSON.stringify(await record.auditEntries({ limit: 9 }))
      expect(trail).toContain(id)
      expect(trail).not.toContain('argon')
      expect(trail).not.toContain(sha256('argon-1'))
    })

    test('an account and a number of a release that told of none are held to nothing', async () => {
      const folder = freshFolder('apart')
      const record = await opened(folder)
      await record.accounts.create({ login: 'ann', displayName: 'Demo Ann', roles: ['nurse'], passwordHash: null })
      await record.settings.put('policy', [])
      await behindOurBack(folder, ({ run }) => run(`update account set roles = '[]'`))
      expect(await record.verify()).toMatchObject({
        ok: true,
        value: { accounts: 0, signIns: 0, settings: 0, untold: 3 },
      })
    })
  })
}
