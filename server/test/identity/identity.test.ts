import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StaffAccount } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { makeDemoClinic } from '../../demo/seed.ts'
import { checkPassword } from '../../identity/password.ts'
import { administratorPurpose, issueAuditedSetUpLink } from '../../identity/set-up-links.ts'
import { buildServer, issueSetUpLink, setUpPurpose } from '../../index.ts'
import { adaSample, cleanUp, openHouse, password, standingClock } from '../support.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
  await cleanUp()
})

async function freshClinic() {
  const clock = standingClock()
  const folder = mkdtempSync(join(tmpdir(), 'facialis-new-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  const built = await buildServer({ folder, now: () => clock.now, zone: 'UTC' })
  endings.push(() => built.close())
  const post = (url: string, payload: object, cookie?: string) =>
    built.app.inject({ method: 'POST', url, payload, headers: { 'x-facialis': '1', ...(cookie ? { cookie } : {}) } })
  return { ...built, clock, post }
}

const setup = (token: string, more: object = {}) => ({
  token,
  clinic: 'Demo Clinic West',
  name: 'Demo Ann Admin',
  login: 'ann',
  password: 'brown hummingbird tea',
  start: 'empty',
  ...more,
})

describe('setting the place up', () => {
  it('takes the link once and signs the first person in', async () => {
    const { app, clinic, post } = await freshClinic()
    const token = await issueAuditedSetUpLink(clinic, {
      action: 'set-up-link',
      purpose: setUpPurpose,
      subject: 'clinic',
    })
    expect((await app.inject('/api/me')).json()).toMatchObject({ setupNeeded: true, account: null })
    const done = await post('/api/setup', setup(token))
    expect(done.statusCode).toBe(201)
    expect(done.json()).toMatchObject({
      setupNeeded: false,
      clinic: 'Demo Clinic West',
      account: { name: 'Demo Ann Admin' },
    })
    const again = await post('/api/setup', setup(token, { login: 'eve' }))
    expect(again.statusCode).toBe(403)
    expect(await clinic.record.accounts.byLogin('eve')).toBeNull()
    expect(await clinic.record.verify()).toMatchObject({ ok: true, value: { sessions: 1, links: 1, untold: 0 } })
  })

  it('keeps the link good when the form was wrong', async () => {
    const { clinic, clock, post } = await freshClinic()
    const token = await issueSetUpLink(clinic.record, { purpose: setUpPurpose, subject: 'clinic', now: clock.now })
    const weak = await post('/api/setup', setup(token, { password: 'short' }))
    expect(weak.json()).toMatchObject({ problem: { code: 'weak-password', where: 'password' } })
    expect((await post('/api/setup', setup(token))).statusCode).toBe(201)
  })

  it('refuses an old link, an earlier link and no link', async () => {
    const { clinic, clock, post } = await freshClinic()
    const issue = () => issueSetUpLink(clinic.record, { purpose: setUpPurpose, subject: 'clinic', now: clock.now })
    const earlier = await issue()
    const newest = await issue()
    expect((await post('/api/setup', setup(earlier))).statusCode).toBe(403)
    expect((await post('/api/setup', setup('nothing'))).statusCode).toBe(403)
    clock.later(25 * 60 * 60 * 1000)
    expect((await post('/api/setup', setup(newest))).statusCode).toBe(403)
  })

  it('the trail tells of everybody who works in the demo clinic, and of its care team and telephone number', async () => {
    const { clinic } = await freshClinic()
    await makeDemoClinic(clinic)
    const told = await clinic.record.verify()
    const everybody = await clinic.record.accounts.list()
    expect(told).toMatchObject({ ok: true, value: { accounts: everybody.length, settings: 2 } })
  })

  it('the demo clinic lets its administrator in by a link, once, to choose a password', async () => {
    const { app, clinic, post } = await freshClinic()
    await makeDemoClinic(clinic)
    const administrator = await clinic.record.accounts.byLogin('demo.administrator')
    const link = { action: 'let-in', purpose: administratorPurpose, subject: administrator!.id }
    const token = await issueAuditedSetUpLink(clinic, link)
    const done = await post('/api/sign-in/link', { token })
    expect(done.json()).toMatchObject({ passwordNeeded: true, demo: true })
    const cookie = `facialis=${done.cookies[0]?.value}`
    expect((await post('/api/sign-in/link', { token })).statusCode).toBe(403)
    const chosen = await app.inject({
      method: 'PUT',
      url: '/api/me/password',
      headers: { 'x-facialis': '1', cookie },
      payload: { password: 'a door of green glass' },
    })
    expect(chosen.statusCode).toBe(204)
    expect(await clinic.record.verify()).toMatchObject({ ok: true, value: { sessions: 1, untold: 0 } })
    const board = (
      await app.inject({ url: '/api/board', headers: { cookie: `facialis=${chosen.cookies[0]?.value}` } })
    ).json()
    expect(board.rows.length).toBeGreaterThanOrEqual(14)
    const stages = new Set(board.rows.map((row: { stage: string }) => row.stage))
    for (const stage of [
      'referred',
      'evaluating',
      'ruling-out',
      'choosing-treatment',
      'toxin-series',
      'surgical-work-up',
      'after-surgery',
      'follow-up',
      'other-pathway',
      'closed',
    ])
      expect(stages).toContain(stage)
    expect(board.requests).toHaveLength(2)
    for (const row of board.rows) expect(row.name).toMatch(/^Demo \w+ Sample$/)
  })
})

describe('signing in', () => {
  it('gives a cookie scripts cannot read, and ends the session on signing out', async () => {
    const house = await openHouse()
    const { app } = house.built
    const response = await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'x-facialis': '1' },
      payload: { login: 'NURSE ', password },
    })
    expect(response.headers['set-cookie']).toMatch(/^facialis=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const cookie = `facialis=${response.cookies[0]?.value}`
    expect((await app.inject({ url: '/api/board', headers: { cookie } })).statusCode).toBe(200)
    await app.inject({ method: 'POST', url: '/api/sign-out', headers: { 'x-facialis': '1', cookie } })
    expect((await app.inject({ url: '/api/board', headers: { cookie } })).statusCode).toBe(401)
  })

  it('says the same of a wrong password and of a name nobody has', async () => {
    const house = await openHouse()
    const wrong = await house.ask(null, 'POST', '/api/sign-in', { login: 'nurse', password: 'not this one at all' })
    const nobody = await house.ask(null, 'POST', '/api/sign-in', { login: 'nobody', password: 'not this one at all' })
    expect([wrong.status, nobody.status]).toEqual([401, 401])
    expect(nobody.body).toEqual(wrong.body)
  })

  it('slows guessing from one address and leaves the owner of the account alone', async () => {
    const house = await openHouse()
    const guess = () =>
      house.ask(null, 'POST', '/api/sign-in', { login: 'nurse', password: 'guess guess guess' }, { from: '10.0.0.66' })
    const statuses: number[] = []
    for (let at = 0; at < 8; at++) statuses.push((await guess()).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    const slowed = await guess()
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
    const owner = await house.ask(null, 'POST', '/api/sign-in', { login: 'nurse', password }, { from: '10.0.0.7' })
    expect(owner.status).toBe(200)
    house.clock.later(61_000)
    expect(
      (await house.ask(null, 'POST', '/api/sign-in', { login: 'nurse', password }, { from: '10.0.0.66' })).status,
    ).toBe(200)
  })

  it('slows guessing from many addresses of one IPv6 network as from one, and no other network', async () => {
    const house = await openHouse()
    const from = async (from: string, word = 'guess guess guess') =>
      (await house.ask(null, 'POST', '/api/sign-in', { login: 'nurse', password: word }, { from })).status
    const own = ['2001:db8::1', '2001:db8:0:0:9::', '2001:0DB8::abcd:1', '2001:db8::2:0:0:5', '2001:db8:0:0:1:2:3:4']
    for (const address of own) expect(await from(address)).toBe(401)
    expect(await from('2001:db8::ffff')).toBe(429)
    for (const other of ['2001:db8:0:1::1', '2001:db8:1::', '::1', '::ffff:10.0.0.9', '10.0.0.10'])
      expect(await from(other, password)).toBe(200)
    // What comes by IPv4 counts by the whole address, however it is written.
    for (const address of ['::ffff:10.0.0.11', '10.0.0.11', '::FFFF:10.0.0.11', '10.0.0.11', '10.0.0.11'])
      expect(await from(address)).toBe(401)
    expect([await from('::ffff:10.0.0.11'), await from('::ffff:10.0.0.12', password)]).toEqual([429, 200])
  })

  it('ends after 15 idle minutes and after 12 hours, whatever happens', async () => {
    const house = await openHouse()
    const minutes = (count: number) => house.clock.later(count * 60_000)
    expect((await house.ask('nurse', 'GET', '/api/policy')).status).toBe(200)
    for (let at = 0; at < 4; at++) {
      minutes(14)
      expect((await house.ask('nurse', 'GET', '/api/policy')).status).toBe(200)
    }
    minutes(15)
    expect((await house.ask('nurse', 'GET', '/api/policy')).status).toBe(401)

    let last = 0
    for (let at = 0; at < 60; at++) {
      last = (await house.ask('surgeon', 'GET', '/api/policy')).status
      if (last !== 200) break
      minutes(14)
    }
    expect(last).toBe(401)
  })

  it('is not kept alive by a wrong password, typed at a screen that somebody left', async () => {
    const house = await openHouse()
    const looked = async () => (await house.ask('nurse', 'GET', '/api/policy')).status
    expect(await looked()).toBe(200)
    house.clock.later(14 * 60_000)
    expect((await house.ask('nurse', 'POST', '/api/sign-in', { login: 'nurse', password: 'a guess' })).status).toBe(401)
    house.clock.later(60_000)
    expect(await looked()).toBe(401)
  })

  it('does nothing of a page that speaks for somebody else, and is not kept alive by it', async () => {
    const house = await openHouse()
    const idOf = async (who: 'nurse' | 'coordinator') =>
      (await house.ask<{ account: { id: string } }>(who, 'GET', '/api/me')).body.account.id
    const [nurse, coordinator] = [await idOf('nurse'), await idOf('coordinator')]
    const speaking = (id: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
      house.ask('nurse', method, path, body, { headers: { 'x-facialis-for': id } })
    expect((await speaking(nurse, 'GET', '/api/board')).headers['x-facialis-session']).toBe('idle=900, over=43200')
    house.clock.later(10 * 60_000)
    for (const [method, path, body] of [
      ['GET', '/api/board', undefined],
      ['GET', '/fhir/Patient', undefined],
      ['POST', '/api/patients', adaSample],
    ] as const) {
      const refused = await speaking(coordinator, method, path, body)
      expect([refused.status, refused.headers['x-facialis-session']]).toEqual([401, undefined])
    }
    const own = await house.ask('nurse', 'GET', '/api/board', undefined, { headers: { 'x-facialis-by': 'timer' } })
    expect(own.headers['x-facialis-session']).toBe('idle=300, over=42600')
    expect(own.body).toMatchObject({ rows: [] })
    expect((await speaking(nurse, 'POST', '/api/patients', adaSample)).status).toBe(201)
  })

  it('is ended by nobody’s page but that of whose it is', async () => {
    const house = await openHouse()
    const idOf = async (who: 'nurse' | 'coordinator') =>
      (await house.ask<{ account: { id: string } }>(who, 'GET', '/api/me')).body.account.id
    const signOut = async (of: string) =>
      house.ask('nurse', 'POST', '/api/sign-out', undefined, { headers: { 'x-facialis-for': of } })
    const refused = await signOut(await idOf('coordinator'))
    expect([refused.status, refused.problem.code]).toEqual([409, 'other-account'])
    expect(refused.headers['set-cookie']).toBeUndefined()
    expect((await house.ask('nurse', 'GET', '/api/board')).status).toBe(200)
    expect((await signOut(await idOf('nurse'))).status).toBe(204)
    expect((await house.ask('nurse', 'GET', '/api/board')).status).toBe(401)
  })

  it('is not kept alive by a screen that refreshes itself', async () => {
    const house = await openHouse()
    const asked = (by: string) =>
      house.ask('nurse', 'GET', '/api/board', undefined, { headers: { 'x-facialis-by': by } })
    expect((await asked('person')).headers['x-facialis-session']).toBe('idle=900, over=43200')
    house.clock.later(10 * 60_000)
    expect((await asked('timer')).headers['x-facialis-session']).toBe('idle=300, over=42600')
    house.clock.later(4 * 60_000)
    expect((await asked('person')).headers['x-facialis-session']).toBe('idle=900, over=42360')
    house.clock.later(14 * 60_000)
    expect((await asked('timer')).headers['x-facialis-session']).toBe('idle=60, over=41520')
    house.clock.later(2 * 60_000)
    const ended = await asked('timer')
    expect(ended.status).toBe(401)
    expect(ended.headers['x-facialis-session']).toBeUndefined()
  })

  it('tells in the trail whose account was made or changed, and what of it, but no secret', async () => {
    const house = await openHouse()
    const change = async (id: string, body: object) => {
      expect((await house.ask('administrator', 'PUT', `/api/accounts/${id}`, body)).status).toBe(200)
    }
    const made = { login: 'guest', name: 'Demo Guest', roles: ['coordinator'], password }
    const { id } = (await house.ask<{ id: string }>('administrator', 'POST', '/api/accounts', made)).body
    await change(id, { roles: ['coordinator', 'clinician'], profession: 'neurologist' })
    await change(id, { password: `${password} anew`, forgetSignIns: true })
    await change(id, { disabled: true, roles: ['coordinator'] })
    const events = await house.built.clinic.record.auditEntries({ limit: 30 })
    const told = events.filter(({ action }) => action.startsWith('account-')).map(({ beside }) => beside.reason)
    expect(told.toReversed().slice(-4)).toEqual([
      'guest: coordinator',
      'guest: roles coordinator → clinician, coordinator; profession none → neurologist',
      'guest: another password; other ways of signing in forgotten',
      'guest: roles clinician, coordinator → coordinator; account open → shut',
    ])
  })

  it('an account that two administrators change at once becomes what both of them said', async () => {
    const house = await openHouse()
    const accounts = async () => (await house.ask<StaffAccount[]>('administrator', 'GET', '/api/accounts')).body
    const nurse = async () => (await accounts()).find(({ login }) => login === 'nurse')
    const address = `/api/accounts/${(await nurse())?.id}`
    // A new password takes a while to be put out of sight; meanwhile the other one says which roles they have.
    const both = await Promise.all([
      house.ask('administrator', 'PUT', address, { senior: true, password }),
      house.ask('administrator', 'PUT', address, { roles: ['coordinator'] }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await nurse()).toMatchObject({ roles: ['coordinator'], senior: true })
    const events = await house.built.clinic.record.auditEntries({ limit: 9 })
    const told = events.filter(({ action }) => action === 'account-changed').map(({ beside }) => beside.reason)
    expect(told).toContain('nurse: senior no → yes; another password')
    expect(told).toContain('nurse: roles nurse → coordinator')
  })

  it('two administrators who shut each other out at once leave one of them', async () => {
    const house = await openHouse()
    const second = await house.hire('second', { roles: ['administrator'] })
    await house.ask(second, 'GET', '/api/me')
    const accounts = async () => (await house.ask<StaffAccount[]>('administrator', 'GET', '/api/accounts')).body
    const addressOf = async (name: string) =>
      `/api/accounts/${(await accounts()).find(({ login }) => login === name)?.id}`
    const [own, other] = [await addressOf('administrator'), await addressOf('second')]
    // Each may still do it when they ask, and may not once the password is put out of sight.
    const told = await Promise.all([
      house.ask('administrator', 'PUT', other, { roles: ['nurse'], password }),
      house.ask(second, 'PUT', own, { roles: ['nurse'], password }),
    ])
    expect(told.map(({ status }) => status).sort()).toEqual([200, 404])
    const left = (await house.built.clinic.record.accounts.list()).filter(({ roles }) =>
      roles.includes('administrator'),
    )
    expect(left).toHaveLength(1)
  })

  it('shuts a disabled account out at once', async () => {
    const house = await openHouse()
    expect((await house.ask('nurse', 'GET', '/api/policy')).status).toBe(200)
    const accounts = (await house.ask<{ id: string; login: string }[]>('administrator', 'GET', '/api/accounts')).body
    const nurse = accounts.find(({ login }) => login === 'nurse')
    expect((await house.ask('administrator', 'PUT', `/api/accounts/${nurse?.id}`, { disabled: true })).status).toBe(200)
    expect((await house.ask('nurse', 'GET', '/api/policy')).status).toBe(401)

    // Nor is one made a patient: patients have links, and no account.
    for (const [method, url, more] of [
      ['PUT', `/api/accounts/${nurse?.id}`, {}],
      ['POST', '/api/accounts', { login: 'ada', name: 'Demo Ada Sample', password }],
    ] as const)
      expect(await house.ask('administrator', method, url, { ...more, roles: ['patient'] })).toMatchObject({
        status: 422,
        problem: { where: 'roles', sentence: expect.stringContaining('their own link') },
      })
  })
})

describe('what may be a password', () => {
  it.each([
    ['elevenchars', false],
    ['Password2024!!', false],
    ['aaaaaaaaaaaaaaaa', false],
    ['correct horse battery staple', false],
    ['welcome-1234567', false],
    ['hummingbird', false],
    ['grandmother likes plums', true],
    ['ein langer Weg nach Süden', true],
  ])('%s: %s', (candidate, good) => {
    expect(checkPassword(candidate, 'someone').ok).toBe(good)
  })
})
