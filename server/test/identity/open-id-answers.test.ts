import { createServer, type ServerResponse } from 'node:http'
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { storedRoles } from '../../identity/account.ts'
import { cleanUp, openHouse, standingClock } from '../support.ts'
import { listening } from './open-id-provider.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const end of endings.splice(0).toReversed()) await end()
  await cleanUp()
})

const url = 'http://localhost:3999'
const clientId = 'demo-clinic'
const clientSecret = 'demo-secret-of-the-clinic, which is long'

/** What a provider tells of Rosa, who has an account here without a password, before something is wrong with it. */
type Told = Readonly<{ claims: JWTPayload; header: JWTHeaderParameters; key: CryptoKey }>
type Answering = Readonly<{
  /** The word for who somebody is. */
  word: (told: Told) => Promise<string>
  /** In place of all that goes with the word. */
  instead?: Raw
  /** In place of the keys by which a word is looked at; null where nobody answers. */
  keys?: Raw | null
}>
type Raw = Readonly<{ status: number; type: string; body: string }>

const asIs = ({ claims, header, key }: Told): Promise<string> =>
  new SignJWT(claims).setProtectedHeader(header).sign(key)

/** A provider that says whatever a test wants, where no real one would. */
async function openHouseBeside(answering: Answering) {
  const server = createServer((request, response) => void handle(request.url ?? '', response))
  const issuer = `http://localhost:${await listening(server)}`
  endings.push(() => new Promise<void>((done) => server.close(() => done())))
  const before = await generateKeyPair('RS256')
  const since = await generateKeyPair('RS256')
  const published = [
    { ...(await exportJWK(before.publicKey)), kid: 'before', alg: 'RS256', use: 'sig' },
    { ...(await exportJWK(since.publicKey)), kid: 'since', alg: 'RS256', use: 'sig' },
  ]
  const current = { kid: 'before', key: before.privateKey }
  let nonce = ''
  const handle = async (path: string, response: ServerResponse): Promise<void> => {
    const json = (body: object, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body))
    }
    if (path.startsWith('/.well-known/'))
      return json({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    const raw = ({ status, type, body }: Raw) =>
      void response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body)
    if (path === '/jwks' && answering.keys === null) return void response.destroy()
    if (path === '/jwks' && answering.keys) return raw(answering.keys)
    if (path === '/jwks') return json({ keys: published.filter(({ kid }) => kid === current.kid) })
    if (answering.instead) return raw(answering.instead)
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      sub: 'rosa-1',
      aud: clientId,
      iat: now,
      exp: now + 60,
      nonce,
      preferred_username: 'rosa',
    }
    const header = { alg: 'RS256', kid: current.kid }
    json({
      access_token: 'a',
      token_type: 'Bearer',
      id_token: await answering.word({ claims, header, key: current.key }),
    })
  }
  const house = await openHouse(standingClock(), {
    url,
    openId: { issuer, clientId, clientSecret, name: 'Demo Hospital', claim: 'preferred_username', url },
  })
  await house.built.clinic.record.accounts.create({
    login: 'rosa',
    displayName: 'Demo Rosa',
    roles: storedRoles({ roles: ['nurse'], profession: 'nurse' }),
    passwordHash: null,
  })
  /** @returns where the browser is led to, or the status where it is led nowhere */
  const comesBack = async (): Promise<string | number> => {
    const { app } = house.built
    const left = await app.inject({
      method: 'POST',
      url: '/api/sign-in/openid',
      headers: { 'x-facialis': '1' },
      payload: { back: '/board' },
    })
    const to = new URL(left.json().url)
    nonce = to.searchParams.get('nonce') ?? ''
    const back = await app.inject({
      method: 'GET',
      url: `/api/sign-in/openid/back?code=c&state=${to.searchParams.get('state')}`,
      headers: { cookie: left.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    })
    return /url=([^"]+)"/.exec(back.body)?.[1] ?? back.statusCode
  }
  const rotate = (): void => {
    Object.assign(current, { kid: 'since', key: since.privateKey })
  }
  return { comesBack, rotate }
}

describe('what the sign-in of a hospital says of somebody', () => {
  it('is believed when it holds, also after the hospital has changed its key', async () => {
    const { comesBack, rotate } = await openHouseBeside({ word: asIs })
    expect(await comesBack()).toBe('/board')
    rotate()
    // Keys are asked for anew once they are a minute old.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(await comesBack()).toBe('/board')
  })

  const but = (claims: JWTPayload) => (told: Told) => asIs({ ...told, claims: { ...told.claims, ...claims } })
  it.each<[string, Answering['word']]>([
    ['from another issuer', but({ iss: 'https://elsewhere.example' })],
    ['for another clinic', but({ aud: 'another-clinic' })],
    ['that has expired', but({ exp: Math.floor(Date.now() / 1000) - 600 })],
    ['that answers another question', but({ nonce: 'another' })],
    ['without what was asked', but({ nonce: undefined })],
    ['about nobody', but({ sub: undefined })],
    ['that nobody signed', async ({ claims }) => new UnsecuredJWT(claims).encode()],
    [
      'signed with the secret that both know',
      ({ claims }) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(clientSecret)),
    ],
    ['signed by somebody else', async (told) => asIs({ ...told, key: (await generateKeyPair('RS256')).privateKey })],
    [
      'signed by a key that the hospital does not have',
      async (told) =>
        asIs({ ...told, header: { ...told.header, kid: 'nobody' }, key: (await generateKeyPair('RS256')).privateKey }),
    ],
    [
      'in which somebody else was put',
      async (told) => {
        const [header, , signature] = (await asIs(told)).split('.')
        const claims = Buffer.from(JSON.stringify({ ...told.claims, sub: 'somebody-else' })).toString('base64url')
        return [header, claims, signature].join('.')
      },
    ],
    ['that is none', async () => 'no word'],
  ])('a word %s lets nobody in', async (_, word) => {
    const { comesBack } = await openHouseBeside({ word })
    expect(await comesBack()).toBe('/sign-in?openid=openid-failed')
  })

  it.each<[string, NonNullable<Answering['instead']>]>([
    ['a page', { status: 200, type: 'text/html', body: '<p>Maintenance</p>' }],
    ['a fault', { status: 500, type: 'text/html', body: '<p>Oops</p>' }],
    ['that it is asked too often', { status: 429, type: 'application/json', body: '{"error":"slow_down"}' }],
    ['half of an answer', { status: 200, type: 'application/json', body: '{"access_token":' }],
    ['a list', { status: 200, type: 'application/json', body: '[]' }],
    ['nothing', { status: 200, type: 'application/json', body: '' }],
    ['no word', { status: 200, type: 'application/json', body: '{"access_token":"a","token_type":"Bearer"}' }],
    [
      'another kind of token',
      { status: 200, type: 'application/json', body: '{"access_token":"a","token_type":"MAC"}' },
    ],
  ])('%s in its place is told as such, and is no fault of ours', async (_, instead) => {
    const { comesBack } = await openHouseBeside({ word: asIs, instead })
    expect(await comesBack()).toBe('/sign-in?openid=openid-failed')
  })

  const keys = (...some: readonly object[]): Raw => ({
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ keys: some }),
  })
  const broken = { kty: 'RSA', kid: 'before', alg: 'RS256', use: 'sig', e: 'AQAB' }
  it.each<[string, Answering['keys']]>([
    ['are not to be had', null],
    ['are a page', { status: 200, type: 'text/html', body: '<p>Maintenance</p>' }],
    ['are a fault', { status: 500, type: 'text/html', body: '<p>Oops</p>' }],
    ['are no list', { status: 200, type: 'application/json', body: '{"keys":"all"}' }],
    ['are none', keys()],
    ['are half of one', keys(broken)],
    ['are one that anybody could guess', keys({ ...broken, n: 'AQAB' })],
    ['are two without names', keys({ ...broken, kid: undefined, n: 'AQAB' }, { ...broken, kid: undefined, n: 'AQAC' })],
  ])('a word lets nobody in while the keys of the hospital %s, and that is no fault of ours', async (_, keys) => {
    const { comesBack } = await openHouseBeside({ word: asIs, keys })
    expect(await comesBack()).toBe('/sign-in?openid=openid-failed')
  })
})
