import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Registered } from '../cds-hooks/clients.ts'
import { fetchOverHttps, isBlockedAddress } from '../cds-hooks/outbound.ts'
import { type Built, buildServer } from '../index.ts'

const address = 'https://facialis.example'
const issuer = 'https://ehr.example'
const jku = 'https://keys.example/jwks'
const at = '/cds-services/facialis-patient-view'
const now = '2026-11-23T09:00:00.000Z'
const seconds = new Date(now).getTime() / 1000

const pair = await generateKeyPair('ES384', { extractable: true })
const stranger = await generateKeyPair('ES384', { extractable: true })
const publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES384', use: 'sig' }
const keys: JSONWebKeySet = { keys: [publicKey] }
const registered: Registered = {
  address,
  clients: [
    {
      name: 'demo-ehr',
      issuer,
      keys,
      jku: null,
      services: ['facialis-patient-view'],
      origins: ['https://ehr.example'],
    },
    {
      name: 'demo-far',
      issuer: 'https://far.example',
      keys: null,
      jku,
      services: ['facialis-patient-view'],
      origins: [],
    },
    {
      name: 'demo-near',
      issuer: 'https://near.example',
      keys,
      jku: 'https://near.example/jwks',
      services: ['facialis-patient-view'],
      origins: [],
    },
  ],
}

let folder: string
let built: Built
/** Where the second client keeps its keys: a real server that answers as a test wants it. */
let keyServer: Server
let keyAnswer: () => readonly [status: number, headers: Record<string, string>, body: string]
let keysAsked = 0
let lines = 0

const open = () =>
  buildServer({
    folder,
    zone: 'UTC',
    now: () => now,
    cds: {
      registered,
      trial: false,
      fetchKeys: async (asked) => {
        // The rules of the real one, over a server of this machine.
        if (asked !== jku) throw new Error(`${asked} is not registered`)
        const { port } = keyServer.address() as AddressInfo
        const answered = await fetch(`http://127.0.0.1:${port}/jwks`, { redirect: 'manual' })
        return answered.status === 200 ? await answered.json() : null
      },
    },
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facialis-tokens-'))
  keyServer = createServer((_request, response) => {
    keysAsked++
    const [status, headers, body] = keyAnswer()
    response.writeHead(status, headers).end(body)
  })
  // Counted line by line: not even a packet may arrive where nobody may be asked.
  keyServer.on('connection', () => lines++)
  await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done))
  built = await open()
})
afterAll(async () => {
  await built.close()
  keyServer.close()
  rmSync(folder, { recursive: true, force: true })
})

let made = 0
type Making = Readonly<{
  head?: Record<string, unknown>
  claims?: Record<string, unknown>
  key?: CryptoKey | Uint8Array
}>
const token = ({ head = {}, claims = {}, key = pair.privateKey }: Making = {}): Promise<string> =>
  new SignJWT({ iss: issuer, aud: address + at, iat: seconds, exp: seconds + 240, jti: `t${++made}`, ...claims })
    .setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid: 'k1', ...head })
    .sign(key)

const request = { hook: 'patient-view', hookInstance: 'x', context: { userId: 'Practitioner/d', patientId: 'demo' } }
const ask = (authorization: string | undefined, url = at) =>
  built.app.inject({
    method: url === '/cds-services' ? 'GET' : 'POST',
    url,
    headers: authorization === undefined ? {} : { authorization },
    ...(url === '/cds-services' ? {} : { payload: request }),
  })
const bearer = async (making?: Making) => `Bearer ${await token(making)}`
const lastTold = async () => (await built.clinic.record.auditEntries({ limit: 1 }))[0]

/** Every way in which somebody is turned away, and what the audit trail then says. */
const refusals: readonly (readonly [string, () => Promise<string | undefined> | string | undefined, string])[] = [
  ['no header', () => undefined, 'no header'],
  ['no bearer', () => 'Basic ZGVtbzpkZW1v', 'no bearer token'],
  [
    'no algorithm',
    () => `Bearer ${new UnsecuredJWT({ iss: issuer, aud: address + at, jti: 'x' }).encode()}`,
    'algorithm',
  ],
  [
    'the public key used as a secret',
    () => bearer({ head: { alg: 'HS256' }, key: new TextEncoder().encode(JSON.stringify(publicKey)) }),
    'algorithm',
  ],
  ['a key nobody knows', () => bearer({ head: { kid: 'k2' } }), 'ERR_JWKS_NO_MATCHING_KEY'],
  [
    'another’s key under a known name',
    () => bearer({ key: stranger.privateKey }),
    'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  ],
  ['another type', () => bearer({ head: { typ: 'at+jwt' } }), 'type'],
  ['no name of a key', () => bearer({ head: { kid: undefined } }), 'no key named'],
  [
    'a key address that is not registered',
    () => bearer({ head: { jku: 'https://evil.example/jwks' } }),
    'key address not registered',
  ],
  ['a key brought along', () => bearer({ head: { jwk: publicKey } }), 'brings a key of its own'],
  [
    'a certificate brought along',
    () => bearer({ head: { x5u: 'https://evil.example/cert' } }),
    'brings a key of its own',
  ],
  ['expired', () => bearer({ claims: { iat: seconds - 300, exp: seconds - 1 } }), 'ERR_JWT_EXPIRED'],
  ['issued in the future', () => bearer({ claims: { iat: seconds + 61, exp: seconds + 200 } }), 'issued in the future'],
  ['a life of more than five minutes', () => bearer({ claims: { exp: seconds + 301 } }), 'lives too long'],
  ['no end', () => bearer({ claims: { exp: undefined } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED exp'],
  ['no beginning', () => bearer({ claims: { iat: undefined } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED iat'],
  ['no name of its own', () => bearer({ claims: { jti: undefined } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED jti'],
  [
    'for another service',
    () => bearer({ claims: { aud: `${address}/cds-services/facialis-order-sign` } }),
    'ERR_JWT_CLAIM_VALIDATION_FAILED aud',
  ],
  [
    'for the list of services',
    () => bearer({ claims: { aud: `${address}/cds-services` } }),
    'ERR_JWT_CLAIM_VALIDATION_FAILED aud',
  ],
  [
    'for this address with a stroke more',
    () => bearer({ claims: { aud: `${address}${at}/` } }),
    'ERR_JWT_CLAIM_VALIDATION_FAILED aud',
  ],
  [
    'for this service and another',
    () => bearer({ claims: { aud: [address + at, 'https://other.example'] } }),
    'audience not exact',
  ],
  [
    'an issuer that is not registered',
    () => bearer({ claims: { iss: 'https://evil.example' } }),
    'issuer not registered',
  ],
  ['a header of 64 KB', () => `Bearer ${'a'.repeat(64 * 1024)}.b.c`, 'too long'],
  ['no token at all', () => 'Bearer a.b.c', 'no token'],
]

describe('who cannot show a token of their own for this very address is turned away', () => {
  it.each(refusals)('%s', async (_what, make, why) => {
    const answered = await ask(await make())
    expect(answered.statusCode).toBe(401)
    expect(answered.headers['www-authenticate']).toBe('Bearer')
    // One answer for all of them: nobody learns what was wrong.
    expect(answered.body).toBe((await ask(undefined)).body)
    const told = await built.clinic.record.auditEntries({ limit: 2 })
    expect(told.map(({ outcome, action }) => [outcome, action])).toEqual(Array(2).fill(['refused', 'cds-refused']))
    expect(told[1]?.beside.reason).toBe(why)
    expect(JSON.stringify(told)).not.toContain('eyJ')
  })

  it('a token shown twice, also after a restart', async () => {
    const shown = await bearer()
    expect((await ask(shown)).statusCode).toBe(200)
    expect((await ask(shown)).statusCode).toBe(401)
    expect((await lastTold())?.beside.reason).toBe('shown before')
    await built.close()
    built = await open()
    expect((await ask(shown)).statusCode).toBe(401)
  })

  it('a token shown again that came with what cannot be read, or with what is no such request', async () => {
    for (const payload of ['{', '{}']) {
      const authorization = await bearer()
      const headers = { authorization, 'content-type': 'application/json' }
      const first = await built.app.inject({ method: 'POST', url: at, headers, payload })
      expect(first.statusCode).toBe(400)
      expect((await ask(authorization)).statusCode).toBe(401)
      expect((await lastTold())?.beside.reason).toBe('shown before')
    }
  })
  it('of a hundred at once with one token, all but one', async () => {
    const shown = await bearer()
    const all = await Promise.all(Array.from({ length: 100 }, () => ask(shown)))
    expect(all.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  it('a service it is not registered for', async () => {
    const url = '/cds-services/facialis-order-sign'
    expect((await ask(await bearer({ claims: { aud: address + url } }), url)).statusCode).toBe(401)
    expect((await lastTold())?.beside.reason).toBe('service not allowed')
  })

  it('over a real line too, where a token is far too long', async () => {
    await built.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = built.app.server.address() as AddressInfo
    const answer = await new Promise<string>((done) => {
      const line = connect(port, '127.0.0.1', () => {
        line.write(
          `POST ${at} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${'a'.repeat(64 * 1024)}\r\nContent-Length: 0\r\n\r\n`,
        )
      })
      line.once('data', (data) => {
        done(data.toString())
        line.destroy()
      })
    })
    expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  })
})

describe('who shows one is answered', () => {
  it('and told of, without the token', async () => {
    expect((await ask(await bearer())).statusCode).toBe(200)
    expect(await lastTold()).toMatchObject({
      actor: { id: 'cds/demo-ehr' },
      action: 'cds-patient-view',
      outcome: 'read',
    })
  })

  it('with the services it is registered for', async () => {
    const answered = await ask(await bearer({ claims: { aud: [`${address}/cds-services`] } }), '/cds-services')
    expect(answered.json().services.map(({ id }: { id: string }) => id)).toEqual(['facialis-patient-view'])
  })

  it('in a browser, where its pages are registered', async () => {
    const from = (origin: string) =>
      built.app.inject({
        method: 'OPTIONS',
        url: at,
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      })
    expect((await from('https://ehr.example')).headers['access-control-allow-origin']).toBe('https://ehr.example')
    expect((await from('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('keys behind a registered address', () => {
  const far = (making: Making = {}) =>
    bearer({ ...making, head: { jku, ...making.head }, claims: { iss: 'https://far.example', ...making.claims } })
  const json = { 'content-type': 'application/json' }

  it('are asked of nobody where they are registered themselves; then it only says what its tokens name', async () => {
    const near = (named: string) => bearer({ head: { jku: named }, claims: { iss: 'https://near.example' } })
    lines = 0
    expect((await ask(await near('https://near.example/jwks'))).statusCode).toBe(200)
    expect(lines).toBe(0)
    expect((await ask(await near('https://evil.example/jwks'))).statusCode).toBe(401)
    expect((await lastTold())?.beside.reason).toBe('key address not registered')
  })

  it('are not taken from where it leads on to', async () => {
    keyAnswer = () => [302, { location: 'https://evil.example/jwks' }, '']
    expect((await ask(await far())).statusCode).toBe(401)
    expect((await lastTold())?.beside.reason).toBe('no keys to be had')
  })

  it('are fetched once, and not again for every name that is made up', async () => {
    await built.close()
    built = await open()
    keyAnswer = () => [200, json, JSON.stringify(keys)]
    keysAsked = 0
    expect((await ask(await far())).statusCode).toBe(200)
    for (let i = 0; i < 5; i++) expect((await ask(await far({ head: { kid: `made-up-${i}` } }))).statusCode).toBe(401)
    expect(keysAsked).toBe(1)
  })

  it('are left aside where they are none or too short, and their owner is turned away like anybody', async () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const rsa = { ...short.publicKey.export({ format: 'jwk' }), kid: 'k1' }
    for (const broken of [
      { ...publicKey, x: 'AAAA' },
      { ...publicKey, x: 7 },
      { kty: 'EC', kid: 'k1', crv: 'P-384' },
      rsa,
    ]) {
      await built.close()
      built = await open()
      keyAnswer = () => [200, json, JSON.stringify({ keys: [broken] })]
      const [, claims, signature] = (await far()).split('.')
      const head = Buffer.from(JSON.stringify({ alg: broken === rsa ? 'RS256' : 'ES384', typ: 'JWT', kid: 'k1' }))
      const shown = `Bearer ${head.toString('base64url')}.${claims}.${signature}`
      expect((await ask(shown)).statusCode, JSON.stringify(broken)).toBe(401)
      expect((await lastTold())?.beside.reason).toBe('ERR_JWKS_NO_MATCHING_KEY')
    }
  })

  it('are never asked of this machine, nor where clouds tell their secrets', async () => {
    for (const never of ['127.0.0.1', '::1', '169.254.169.254', '::ffff:127.0.0.1', 'fe80::1', '0.0.0.0', 'no address'])
      expect(isBlockedAddress(never), never).toBe(true)
    for (const fine of ['10.0.0.7', '192.168.1.1', '93.184.216.34']) expect(isBlockedAddress(fine), fine).toBe(false)
    const { port } = keyServer.address() as AddressInfo
    lines = 0
    for (const lure of [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `https://localhost:${port}/`,
      `https://[::1]:${port}/`,
      `https://2130706433:${port}/`,
      'file:///etc/hostname',
    ])
      expect(await fetchOverHttps(lure), lure).toBeNull()
    expect(lines).toBe(0)
  })
})

it('answers in a trial whoever is on this machine, and nobody who comes through a proxy or from elsewhere', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'facialis-tokens-'))
  const trial = await buildServer({
    folder: alone,
    zone: 'UTC',
    now: () => now,
    cds: { registered: null, trial: true },
  })
  const from = async (more: object) => (await trial.app.inject({ url: '/cds-services', ...more })).statusCode
  expect(await from({})).toBe(200)
  expect(await from({ remoteAddress: '10.0.0.7' })).toBe(401)
  expect(await from({ headers: { 'x-forwarded-for': '10.0.0.7' } })).toBe(401)
  expect(await from({ headers: { forwarded: 'for=10.0.0.7' } })).toBe(401)
  await trial.close()
  rmSync(alone, { recursive: true, force: true })
})

it('answers nobody while nobody is registered', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'facialis-tokens-'))
  const closed = await buildServer({ folder: alone, zone: 'UTC', now: () => now })
  const answered = await closed.app.inject({ url: '/cds-services', headers: { authorization: await bearer() } })
  expect(answered.statusCode).toBe(401)
  await closed.close()
  rmSync(alone, { recursive: true, force: true })
})
