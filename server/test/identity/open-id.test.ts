import { afterEach, describe, expect, it } from 'vitest'
import { storedRoles } from '../../identity/account.ts'
import { cleanUp, type House, openHouse, type Person, password, standingClock } from '../support.ts'
import { openProvider, type TestProvider } from './open-id-provider.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
  await cleanUp()
})

const url = 'http://localhost:3999'
const comingBack = `${url}/api/sign-in/openid/back`

async function houseBesideProvider(claim = 'preferred_username'): Promise<{ house: House; provider: TestProvider }> {
  const provider = await openProvider(comingBack)
  endings.push(provider.close)
  const { issuer, clientId, clientSecret } = provider
  const openId = { issuer, clientId, clientSecret, name: 'Demo Hospital', claim, url }
  const house = await openHouse(standingClock(), { url, openId })
  return { house, provider }
}

/** Somebody's browser: it keeps the cookies of each site and goes where it is sent. */
function browserOf(house: House) {
  const jars = new Map<string, Map<string, string>>()
  const jar = (site: string) => jars.get(site) ?? jars.set(site, new Map()).get(site)!
  const cookie = (site: string) => [...jar(site)].map(([name, value]) => `${name}=${value}`).join('; ')
  const hear = (site: string, lines: readonly string[]) => {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar(site).delete(name)
      else jar(site).set(name, value)
    }
  }
  const here = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const answer = await house.built.app.inject({
      method,
      url: path,
      headers: { cookie: cookie(url), ...(method === 'POST' ? { 'x-facialis': '1' } : {}) },
      ...(body === undefined ? {} : { payload: body }),
    })
    hear(url, [answer.headers['set-cookie'] ?? []].flat())
    return answer
  }
  /** At the provider: gives the name, agrees, and comes back with what it sends along. */
  const there = async (from: string, name: string, agree = true): Promise<string> => {
    let [to, form]: [string, URLSearchParams | null] = [from, null]
    for (let step = 0; step < 12; step++) {
      const site = new URL(to).origin
      const answer: Response = await fetch(to, {
        redirect: 'manual',
        headers: { cookie: cookie(site) },
        ...(form === null ? {} : { method: 'POST', body: form }),
      })
      hear(site, answer.headers.getSetCookie())
      const location = answer.headers.get('location')
      if (location !== null) {
        const next: URL = new URL(location, to)
        if (next.origin === url) return next.pathname + next.search
        ;[to, form] = [next.href, null]
        continue
      }
      const page = await answer.text()
      if (!agree) {
        to = new URL(/href="([^"]*abort)"/.exec(page)?.[1] ?? '', to).href
        form = null
        continue
      }
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
      to = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', to).href
      form = new URLSearchParams({ prompt, login: name, password: 'anything' })
    }
    throw new Error('The provider never sends anybody back.')
  }
  const leave = async (back = '/board') => (await here('POST', '/api/sign-in/openid', { back })).json().url as string
  return {
    here,
    there,
    leave,
    signIn: (login: string, password: string) => here('POST', '/api/sign-in', { login, password }),
  }
}

const ledTo = (page: string): string => /url=([^"]+)"/.exec(page)?.[1]?.replaceAll('&#38;', '&') ?? ''

const withoutPassword = (house: House, login: string) =>
  house.built.clinic.record.accounts.create({
    login,
    displayName: `Demo ${login}`,
    roles: storedRoles({ roles: ['nurse'], profession: 'nurse' }),
    passwordHash: null,
  })

describe('signing in with the sign-in of a hospital', () => {
  it('lets somebody in whose account was made for it, and knows them again by who they are, not by their name', async () => {
    const { house, provider } = await houseBesideProvider()
    await withoutPassword(house, 'rosa')
    const browser = browserOf(house)
    const back = await browser.here('GET', await browser.there(await browser.leave(), 'rosa'))
    expect(back.statusCode).toBe(200)
    expect(ledTo(back.body)).toBe('/board')
    expect((await browser.here('GET', '/api/me')).json()).toMatchObject({ account: { name: 'Demo rosa' } })
    provider.rename('rosa', 'rosa.married')
    const later = browserOf(house)
    await later.here('GET', await later.there(await later.leave(), 'rosa'))
    expect((await later.here('GET', '/api/me')).json()).toMatchObject({ account: { name: 'Demo rosa' } })
    const trail = await house.built.clinic.record.auditEntries({ limit: 10 })
    expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['openid-connected', 'sign-in-by-openid']))
  })

  it('lets nobody take over an account with a password by its name; its owner connects it', async () => {
    const { house } = await houseBesideProvider()
    const stranger = browserOf(house)
    const refused = await stranger.here('GET', await stranger.there(await stranger.leave(), 'nurse'))
    expect(ledTo(refused.body)).toBe('/sign-in?openid=openid-not-connected')
    expect((await stranger.here('GET', '/api/me')).json().account).toBeNull()

    const owner = browserOf(house)
    await owner.signIn('nurse', password)
    const connect = (await owner.here('POST', '/api/me/openid', { current: password })).json().url as string
    const connected = await owner.here('GET', await owner.there(connect, 'n.demo'))
    expect(ledTo(connected.body)).toBe('/sign-in-ways')
    expect((await owner.here('GET', '/api/me/sign-in')).json()).toMatchObject({ password: true, openIdConnected: true })

    const later = browserOf(house)
    await later.here('GET', await later.there(await later.leave(), 'n.demo'))
    expect((await later.here('GET', '/api/me')).json()).toMatchObject({ account: { name: 'Demo nurse' } })
    // Of each session and of the link by which it was connected the trail tells.
    const told = { ok: true, value: { sessions: 2, links: 1, untold: 0 } }
    expect(await house.built.clinic.record.verify()).toMatchObject(told)
  })

  it('asks whoever connects for the password, and forgets what was begun when they sign out', async () => {
    const { house } = await houseBesideProvider()
    const owner = browserOf(house)
    await owner.signIn('nurse', password)
    const without = await owner.here('POST', '/api/me/openid', {})
    expect([without.statusCode, without.json().problem.where]).toEqual([422, 'current'])
    const connect = (await owner.here('POST', '/api/me/openid', { current: password })).json().url as string
    await owner.here('POST', '/api/sign-out')
    const late = await owner.here('GET', await owner.there(connect, 'n.demo'))
    expect(ledTo(late.body)).toBe('/sign-in-ways?openid=openid-failed')
    expect((await owner.here('GET', '/api/me')).json().account).toBeNull()
  })

  it('lets nobody take over an account that a passkey opens, by its name', async () => {
    const { house } = await houseBesideProvider()
    const made = await withoutPassword(house, 'rosa')
    if (!made.ok) throw new Error()
    const { passkeys } = house.built.clinic.record
    await passkeys.add({ id: 'k', accountId: made.value.id, name: 'Key', publicKey: 'AA', counter: 0, transports: [] })
    const stranger = browserOf(house)
    const refused = await stranger.here('GET', await stranger.there(await stranger.leave(), 'rosa'))
    expect(ledTo(refused.body)).toBe('/sign-in?openid=openid-not-connected')
  })

  it('of an account without a password asks for a sign-in of the last minutes before another way in is added', async () => {
    const { house } = await houseBesideProvider()
    await withoutPassword(house, 'rosa')
    const browser = browserOf(house)
    await browser.here('GET', await browser.there(await browser.leave(), 'rosa'))
    expect((await browser.here('POST', '/api/me/passkeys/options', {})).statusCode).toBe(200)
    house.clock.later(11 * 60_000)
    const late = await browser.here('POST', '/api/me/passkeys/options', {})
    expect([late.statusCode, late.json().problem.code]).toEqual([403, 'sign-in-again'])
  })

  it('connects a sign-in with one account only', async () => {
    const { house } = await houseBesideProvider()
    const connect = async (login: Person) => {
      const browser = browserOf(house)
      await browser.signIn(login, password)
      const away = (await browser.here('POST', '/api/me/openid', { current: password })).json().url as string
      return ledTo((await browser.here('GET', await browser.there(away, 'shared'))).body)
    }
    expect(await connect('nurse')).toBe('/sign-in-ways')
    expect(await connect('coordinator')).toBe('/sign-in-ways?openid=identity-taken')
  })

  it('says who has no account, who turned back, and whose account is shut', async () => {
    const { house } = await houseBesideProvider()
    const unknown = browserOf(house)
    const nobody = await unknown.here('GET', await unknown.there(await unknown.leave(), 'nobody-here'))
    expect(ledTo(nobody.body)).toBe('/sign-in?openid=openid-no-account')
    const shy = browserOf(house)
    const turned = await shy.here('GET', await shy.there(await shy.leave(), 'rosa', false))
    expect(ledTo(turned.body)).toBe('/sign-in?openid=openid-refused')
    const made = await withoutPassword(house, 'rosa')
    if (!made.ok) throw new Error()
    await house.built.clinic.record.accounts.change(made.value.id, { disabled: true })
    const shut = browserOf(house)
    const refused = await shut.here('GET', await shut.there(await shut.leave(), 'rosa'))
    expect(ledTo(refused.body)).toBe('/sign-in?openid=openid-no-account')
  })

  it('believes no answer that another browser asked for, none twice and none that was touched', async () => {
    const { house } = await houseBesideProvider()
    await withoutPassword(house, 'rosa')
    const [one, other] = [browserOf(house), browserOf(house)]
    const answer = await one.there(await one.leave(), 'rosa')
    expect(ledTo((await other.here('GET', answer)).body)).toBe('/sign-in?openid=openid-late')
    await other.leave()
    expect(ledTo((await other.here('GET', answer)).body)).toBe('/sign-in?openid=openid-failed')
    await one.leave()
    const own = await one.there(await one.leave(), 'rosa')
    const touched = own.replace(/state=[^&]+/, 'state=another')
    expect(ledTo((await one.here('GET', touched)).body)).toBe('/sign-in?openid=openid-failed')
    expect(ledTo((await one.here('GET', own)).body)).toBe('/sign-in?openid=openid-late')
    expect((await one.here('GET', '/api/me')).json().account).toBeNull()
  })

  it('takes an e-mail address for a name only where it was verified', async () => {
    const { house } = await houseBesideProvider('email')
    await withoutPassword(house, 'rosa@demo.example')
    await withoutPassword(house, 'unverified@demo.example')
    const enter = async (name: string) => {
      const browser = browserOf(house)
      return ledTo((await browser.here('GET', await browser.there(await browser.leave(), name))).body)
    }
    expect(await enter('rosa')).toBe('/board')
    expect(await enter('unverified')).toBe('/sign-in?openid=openid-no-account')
  })

  it('leads nobody away from the clinic afterwards', async () => {
    const { house } = await houseBesideProvider()
    const browser = browserOf(house)
    for (const back of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
    ])
      expect((await browser.here('POST', '/api/sign-in/openid', { back })).statusCode).toBe(422)
  })

  it('says so when the hospital cannot be reached, and lets people in by password meanwhile', async () => {
    const { house, provider } = await houseBesideProvider()
    await provider.close()
    const asked = await house.ask(null, 'POST', '/api/sign-in/openid', { back: '/' })
    expect([asked.status, asked.problem.code]).toEqual([502, 'openid-failed'])
    expect((await browserOf(house).signIn('nurse', password)).statusCode).toBe(200)
  })

  it('is not offered where nobody has set it up', async () => {
    const house = await openHouse()
    expect((await house.ask(null, 'POST', '/api/sign-in/openid', { back: '/' })).status).toBe(409)
    const back = await house.ask<string>(null, 'GET', '/api/sign-in/openid/back?code=1&state=2')
    expect(ledTo(back.body)).toBe('/sign-in?openid=openid-late')
  })
})
