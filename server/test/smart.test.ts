import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SmartIssuer } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { readIssuers } from '../smart/issuers.ts'
import { houseWithScreens, leave, newFolder } from './screens-house.ts'

afterEach(leave)

const house = (smartIssuers?: readonly SmartIssuer[]) =>
  houseWithScreens(
    { 'smart/index.html': '<!doctype html><title>Demo page for others</title>' },
    { now: () => '2026-11-23T09:00:00.000Z', ...(smartIssuers ? { smartIssuers } : {}) },
  )

const plain = { lastingAccess: null, framedBy: [] }
const hospital = {
  iss: 'https://ehr.example/fhir',
  name: 'Demo Hospital',
  clientId: 'demo',
  tokenEndpoint: null,
  ...plain,
}
const college = {
  iss: 'https://records.example/r4',
  name: 'Demo College',
  clientId: 'demo',
  tokenEndpoint: 'https://sign-in.example/token',
  ...plain,
}

const spokenWith = (policy: unknown): string =>
  String(policy)
    .split(';')
    .find((one) => one.startsWith('connect-src')) ?? ''

describe('the page that record systems open', () => {
  it('may speak with the registered systems and with nobody else; every other page with us alone', async () => {
    const { app } = await house([hospital, college])
    for (const url of ['/smart/', '/smart/launch?iss=https%3A%2F%2Felsewhere.example&launch=1']) {
      const { statusCode, headers, body } = await app.inject(url)
      expect(statusCode).toBe(200)
      expect(body).toContain('Demo page for others')
      expect(spokenWith(headers['content-security-policy'])).toBe(
        "connect-src 'self' https://ehr.example https://records.example https://sign-in.example/token",
      )
      expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cache-control']).toBe('no-store')
    }
    for (const url of ['/', '/board', '/smart/index.html', '/smart/else'])
      expect(spokenWith((await app.inject(url)).headers['content-security-policy'])).toBe("connect-src 'self'")
    expect((await app.inject('/smart')).headers.location).toBe('/smart/')
  })

  it('may stand inside the pages that were named for a system, and no other page of ours inside any', async () => {
    const framedBy = ['https://ehr.example', 'https://portal.example']
    const { app } = await house([{ ...hospital, framedBy }, college])
    for (const url of ['/smart/', '/smart/launch?iss=x&launch=1']) {
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy']).toContain('frame-ancestors https://ehr.example https://portal.example')
      expect(headers['x-frame-options']).toBeUndefined()
    }
    for (const url of [
      '/',
      '/board',
      '/sign-in',
      '/smart',
      '/smart/index.html',
      '/smart/else',
      '/api/smart',
      '/fhir/metadata',
    ]) {
      const { headers } = await app.inject(url)
      expect([url, headers['content-security-policy']]).toEqual([
        url,
        expect.stringContaining("frame-ancestors 'none'"),
      ])
      expect(headers['x-frame-options']).toBe('DENY')
    }
  })

  it('speaks with nobody as long as nobody is registered', async () => {
    const { app } = await house()
    expect(spokenWith((await app.inject('/smart/')).headers['content-security-policy'])).toBe("connect-src 'self'")
    const told = (await app.inject('/api/smart')).json()
    expect(told).toMatchObject({ issuers: [], today: '2026-11-23', zone: 'UTC' })
    // Inside the clinic they are for those who may read them.
    expect(told.policy).toEqual({})
  })

  it('leaves neither a launch nor a code in the log', async () => {
    const { app, lines } = await house([hospital])
    await app.inject('/smart/launch?iss=https%3A%2F%2Fehr.example%2Ffhir&launch=canary-launch')
    await app.inject('/smart/?code=canary-code&state=canary-state')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('\n')).not.toContain('canary')
  })

  it('learns the systems and the numbers of the site, and nothing of anybody', async () => {
    const { app } = await house([hospital])
    const told = (await app.inject('/api/smart')).json()
    expect(Object.keys(told).toSorted()).toEqual(['clinic', 'issuers', 'policy', 'today', 'zone'])
    expect(told.issuers).toEqual([hospital])
    expect(Object.keys(told.policy).length).toBeGreaterThan(0)
  })
})

describe('the file that registers them', () => {
  const read = (issuers: unknown) => {
    const path = join(newFolder(), 'issuers.json')
    writeFileSync(path, typeof issuers === 'string' ? issuers : JSON.stringify({ issuers }))
    return readIssuers(path)
  }
  const one = { iss: 'https://ehr.example/fhir/', name: 'Demo Hospital', clientId: 'demo' }

  it('names each by its address, without the slash at its end', async () => {
    expect(await read([one])).toEqual([hospital])
    expect(await read([{ ...one, iss: 'http://localhost:8080/fhir' }])).toMatchObject([
      { iss: 'http://localhost:8080/fhir' },
    ])
    const more = { lastingAccess: 'online_access', framedBy: ['https://ehr.example/'] }
    expect(await read([{ ...one, ...more }])).toEqual([{ ...hospital, ...more, framedBy: ['https://ehr.example'] }])
    expect(await read([{ ...one, iss: 'https://ehr.example' }])).toMatchObject([{ iss: 'https://ehr.example' }])
  })

  const address =
    'An address begins with https:// (http:// is allowed on this machine), without user name, password, ?, # or characters such as *.'
  const asWritten =
    'Write the address as browsers do: its host in lower case, without :443 or :80, and without dot segments.'
  const wholeOrigin = 'Name a page that may frame ours by its origin, such as https://ehr.example, without a path.'
  it.each([
    ['{', / is not JSON\.$/],
    ['[]', /, at its outermost part: it is missing or not of the expected kind\.$/],
    [[{ ...one, iss: 'http://ehr.example/fhir' }], `, at issuers[0].iss: ${address}`],
    [[{ ...one, iss: 'https://*.example/fhir' }], `, at issuers[0].iss: ${address}`],
    [[{ ...one, iss: "https://ehr.example/fhir; script-src 'unsafe-inline'" }], `, at issuers[0].iss: ${address}`],
    [[{ ...one, iss: 'https://name:word@ehr.example/fhir' }], `, at issuers[0].iss: ${address}`],
    [[{ ...one, iss: 'ehr.example' }], `, at issuers[0].iss: ${address}`],
    [[{ ...one, tokenEndpoint: 'https://sign-in.example/token?x' }], `, at issuers[0].tokenEndpoint: ${address}`],
    [[{ ...one, iss: 'https://EHR.example/fhir' }], `, at issuers[0].iss: ${asWritten}`],
    [[{ ...one, iss: 'https://ehr.example:443/fhir' }], `, at issuers[0].iss: ${asWritten}`],
    [[{ ...one, iss: 'https://ehr.example/r4/../fhir' }], `, at issuers[0].iss: ${asWritten}`],
    [[{ ...one, tokenEndpoint: 'https://Sign-In.example/token' }], `, at issuers[0].tokenEndpoint: ${asWritten}`],
    [[{ ...one, framedBy: ['https://ehr.example/portal'] }], `, at issuers[0].framedBy[0]: ${wholeOrigin}`],
    [[{ ...one, framedBy: ['*'] }], `, at issuers[0].framedBy[0]: ${address}`],
    [[{ ...one, framedBy: ["https://ehr.example 'self'"] }], `, at issuers[0].framedBy[0]: ${address}`],
    [[{ ...one, framedBy: ['http://ehr.example'] }], `, at issuers[0].framedBy[0]: ${address}`],
    [[{ ...one, lastingAccess: 'always' }], /, at issuers\[0\]\.lastingAccess: /],
    [[{ ...one, clientId: '' }], /, at issuers\[0\]\.clientId: /],
    [[{ iss: one.iss, name: one.name }], /, at issuers\[0\]\.clientId: it is missing or not of the expected kind\.$/],
    [[{ ...one, secret: 'x' }], /, at issuers\[0\]: There may stand: iss, /],
    [[one, { ...one, iss: 'https://ehr.example/fhir' }], /, at issuers\[1\]: this address appears twice\.$/],
  ])('is refused with its place: %j', async (issuers, said) => {
    const outcome = await read(issuers)
    expect(outcome).toHaveProperty('sentence')
    const { sentence } = outcome as Readonly<{ sentence: string }>
    expect(sentence).toMatch(/^FACIALIS_SMART_ISSUERS: /)
    if (typeof said === 'string') expect(sentence).toContain(said)
    else expect(sentence).toMatch(said)
  })

  it('is missed in one sentence', async () => {
    expect(await readIssuers(join(newFolder(), 'none.json'))).toMatchObject({
      sentence: expect.stringMatching(/ cannot be read\.$/),
    })
  })
})
