import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { assessRecord } from '../../clinic/src/smart/assess-record.ts'
import { authorizationRequest } from '../../clinic/src/smart/authorization-request.ts'
import { discover } from '../../clinic/src/smart/discover.ts'
import { exchangeCode } from '../../clinic/src/smart/exchange-code.ts'
import type { KnownIssuer } from '../../clinic/src/smart/issuer.ts'
import { recordFetch } from '../../clinic/src/smart/record-fetch.ts'
import { renewableGrant } from '../../clinic/src/smart/renewable-grant.ts'
import { prefetchOf } from '../../fhir/cards/index.ts'
import { hemifacialSpasm } from '../../knowledge/index.ts'
import type { SmartIssuer } from '../../wire/index.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  endings.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const known = (origin: string): KnownIssuer => ({
  issuer: {
    iss: `${origin}/fhir`,
    name: 'Demo Hospital',
    clientId: 'demo',
    tokenEndpoint: null,
    lastingAccess: null,
    framedBy: [],
  },
  server: { issuer: origin, authorization_endpoint: `${origin}/auth`, token_endpoint: `${origin}/token` },
  capabilities: [],
})
const pass = { token: 'a-token', patientId: 'demo', scopes: 'patient/*.rs', refresh: null }
type Lasting = SmartIssuer['lastingAccess']
const wanting = (origin: string, lastingAccess: Lasting): KnownIssuer => {
  const { issuer, ...rest } = known(origin)
  return { ...rest, issuer: { ...issuer, lastingAccess } }
}

/** Whoever comes back to a page from a sign-in (with `more` in their address), and what is then answered for the code. */
async function backWith(
  token: Readonly<Record<string, unknown>>,
  {
    status = 200,
    lasting = null,
    more = { code: 'a-code' },
  }: Readonly<{ status?: number; lasting?: Lasting; more?: Readonly<Record<string, string>> }> = {},
) {
  const origin = await serving((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(token))
  })
  const there = wanting(origin, lasting)
  const { pending } = await authorizationRequest(there, {
    iss: origin,
    launch: null,
    origin: 'https://f.example',
    now: 0,
  })
  const answer = new URLSearchParams({ ...more, state: pending.state })
  return exchangeCode(there, answer, { pending, origin: 'https://f.example' })
}

describe('a token comes', () => {
  const given = (more: Readonly<Record<string, unknown>>, lasting: Lasting = null) =>
    backWith({ access_token: 'a-token', token_type: 'Bearer', patient: 'demo', ...more }, { lasting })

  it('with the scopes that were granted', async () => {
    expect(await given({ scope: 'patient/Condition.rs' })).toEqual({
      ok: true,
      value: { ...pass, scopes: 'patient/Condition.rs' },
    })
  })

  it('and by what it is renewed only where the clinic wants that; whoever gives it unasked gives it in vain', async () => {
    const more = { scope: 'patient/Condition.rs', refresh_token: 'again' }
    expect(await given(more)).toMatchObject({ ok: true, value: { refresh: null } })
    expect(await given(more, 'online_access')).toMatchObject({ ok: true, value: { refresh: 'again' } })
  })

  it('beside a word about who signed in, for which nobody asked: whatever that says, nobody looks at it', async () => {
    const part = (said: object) => Buffer.from(JSON.stringify(said)).toString('base64url')
    const ofAnother = `${part({ alg: 'RS256' })}.${part({ iss: 'https://sign-in.example', sub: 'demo' })}.c2lnbmVk`
    for (const more of [{ id_token: ofAnother }, { id_token: 'no token' }, { id_token: null, refresh_token: null }])
      expect(await given({ scope: 'patient/*.rs', ...more })).toEqual({ ok: true, value: pass })
  })

  it('without them: then nobody knows what was granted, and it is not taken for all that was asked', async () => {
    expect(await given({})).toEqual({ ok: true, value: { ...pass, scopes: null } })
  })
})

describe('a sign-in that is refused', () => {
  const told = (came: Awaited<ReturnType<typeof backWith>>) => (came.ok ? null : came.stop)
  const about = 'Demo Hospital'

  it('says in the words of the record system why, by which whoever looks after it finds what is amiss', async () => {
    const more = { error: 'invalid_scope', error_description: 'patient/Consent.rs is not for you' }
    const said = 'invalid_scope: patient/Consent.rs is not for you'
    expect(told(await backWith({}, { more }))).toEqual({ stop: 'refused', about, said })
    const no = { error: 'access_denied' }
    expect(told(await backWith({}, { more: no }))).toEqual({ stop: 'refused-consent', about, said: 'access_denied' })
  })

  it('at the exchange for a client it knows otherwise, is a matter of what is registered there', async () => {
    const refusal = { error: 'invalid_client', error_description: 'Client authentication is required' }
    const said = 'invalid_client: Client authentication is required'
    expect(told(await backWith(refusal, { status: 401 }))).toEqual({ stop: 'refused', about, said })
    const late = { error: 'invalid_grant' }
    expect(told(await backWith(late, { status: 400 }))).toEqual({ stop: 'bad-token', about, said: 'invalid_grant' })
  })

  it('is told in one line, however long and of whatever signs the answer is', async () => {
    const more = { error: 'server_error', error_description: `down\n\u202Efor ${'ever '.repeat(200)}` }
    const { said = '' } = told(await backWith({}, { more })) ?? {}
    expect(said).toMatch(/^server_error: down for ever .*…$/)
    expect(said).toHaveLength(300)
  })
})

describe('an answer that says from whom it comes', () => {
  /** A record system that says of itself what a test wants, and whoever comes back from it. */
  const backFrom = async (says: Readonly<Record<string, unknown>>, iss: string | null) => {
    const asked: string[] = []
    const origin: string = await serving((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('Content-Type', 'application/json')
      const own = {
        authorization_endpoint: `${origin}/auth`,
        token_endpoint: `${origin}/token`,
        code_challenge_methods_supported: ['S256'],
        ...says,
      }
      const token = { access_token: 'a-token', token_type: 'Bearer', patient: 'demo', scope: 'patient/*.rs' }
      response.end(JSON.stringify(request.url === '/token' ? token : own))
    })
    const there = await discover(known(origin).issuer)
    if (!there.ok) throw new Error(there.stop.stop)
    const { pending } = await authorizationRequest(there.value, {
      iss: origin,
      launch: null,
      origin: 'https://f.example',
      now: 0,
    })
    const answer = new URLSearchParams({ code: 'a-code', state: pending.state, ...(iss === null ? {} : { iss }) })
    const came = await exchangeCode(there.value, answer, { pending, origin: 'https://f.example' })
    return { ok: came.ok, gaveTheCode: asked.includes('/token') }
  }
  const elsewhere = 'https://other.example/sign-in'

  it('is taken where it says nothing, as most do', async () => {
    expect(await backFrom({}, null)).toEqual({ ok: true, gaveTheCode: true })
    expect(await backFrom({ issuer: elsewhere }, null)).toEqual({ ok: true, gaveTheCode: true })
  })

  it('is given to nobody where another system sent it, even one by whose name this one calls itself', async () => {
    for (const says of [{}, { issuer: elsewhere }])
      expect(await backFrom(says, elsewhere)).toEqual({ ok: false, gaveTheCode: false })
  })

  it('is given to nobody where the system always says it, and here it is missing', async () => {
    const says = { authorization_response_iss_parameter_supported: true }
    expect(await backFrom(says, null)).toEqual({ ok: false, gaveTheCode: false })
  })
})

it('whoever signs in is sent with the very address that the launch came with, and comes back to it', async () => {
  for (const iss of ['https://ehr.example/fhir/', 'https://ehr.example/fhir']) {
    const by = { iss, launch: 'a-launch', origin: 'https://f.example', now: 0 }
    const { address, pending } = await authorizationRequest(known('https://ehr.example'), by)
    expect(new URL(address).searchParams.get('aud')).toBe(iss)
    expect(pending.iss).toBe(iss)
  }
})

it('access that lasts is asked for only where the clinic wants it', async () => {
  const by = { iss: 'https://ehr.example/fhir', launch: null, origin: 'https://f.example', now: 0 }
  for (const lasting of [null, 'online_access', 'offline_access'] as const) {
    const { address } = await authorizationRequest(wanting('https://ehr.example', lasting), by)
    const scopes = new URL(address).searchParams.get('scope')?.split(' ') ?? []
    expect(scopes.filter((scope) => scope.endsWith('_access'))).toEqual(lasting === null ? [] : [lasting])
  }
})

describe('a token that is not taken any more', () => {
  /** A record that takes one token only, and the answers to those who ask for another. */
  const record = async (renewals: readonly Readonly<Record<string, unknown>>[], taken = 'fresh') => {
    const shown: string[] = []
    const origin = await serving(async (request, response) => {
      response.setHeader('Content-Type', 'application/json')
      if (request.url !== '/token') {
        response.statusCode = request.headers.authorization === `Bearer ${taken}` ? 200 : 401
        return response.end(response.statusCode === 200 ? '{"resourceType": "Bundle"}' : '{}')
      }
      let sent = ''
      for await (const part of request) sent += String(part)
      const asked = new URLSearchParams(sent)
      shown.push(`${asked.get('grant_type')} ${asked.get('refresh_token')} ${asked.get('client_id')}`)
      const answer = renewals[shown.length - 1] ?? { error: 'invalid_grant' }
      response.statusCode = 'error' in answer ? 400 : 200
      return response.end(JSON.stringify(answer))
    })
    const held = renewableGrant(known(origin), { ...pass, refresh: 'again' })
    return { get: recordFetch(`${origin}/fhir`, held), held, shown }
  }
  const token = (access: string, more: object = {}) => ({ access_token: access, token_type: 'Bearer', ...more })

  it('is renewed once for all who ask, in the memory of the page, and the record goes on being read', async () => {
    const { get, held, shown } = await record([token('fresh', { refresh_token: 'next' })])
    const got = await Promise.all(['Condition', 'Observation', 'Procedure'].map(get))
    expect(got.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(shown).toEqual(['refresh_token again demo'])
    expect(held.now()).toEqual({ ...pass, token: 'fresh', refresh: 'next' })
    expect((await get('Condition')).ok).toBe(true)
    expect(shown).toHaveLength(1)
  })

  it('is over where it is not renewed, and nobody is asked a second time', async () => {
    for (const answer of [{ error: 'invalid_grant' }, token('fresh', { patient: 'somebody-else' })]) {
      const { get, shown } = await record([answer, token('fresh')])
      expect(await get('Condition')).toEqual({ ok: false, why: 'signed out' })
      expect(await get('Observation')).toEqual({ ok: false, why: 'signed out' })
      expect(shown).toHaveLength(1)
    }
  })

  it('may be renewed for less, and then nothing counts as whole that was read by the one before', async () => {
    const scopes = ['patient/*.rs', 'patient/*.rs?category=laboratory']
    let shown = 'a-token'
    let asked = 0
    const origin: string = await serving((request, response) => {
      response.setHeader('Content-Type', 'application/json')
      if (request.url === '/token') {
        shown = 'fresh'
        response.end(JSON.stringify(token('fresh', { scope: scopes[1] })))
        return
      }
      // The first of them is taken for three answers.
      const isTaken = request.headers.authorization === `Bearer ${shown}` && (shown === 'fresh' || ++asked <= 3)
      response.statusCode = isTaken ? 200 : 401
      const isPerson = request.url?.startsWith('/fhir/Patient/')
      const none = { resourceType: 'Bundle', type: 'searchset', entry: [] }
      response.end(JSON.stringify(isPerson ? { resourceType: 'Patient', id: 'demo' } : none))
    })
    const { issuer } = known(origin)
    const held = renewableGrant(known(origin), { ...pass, scopes: scopes[0] ?? null, refresh: 'again' })
    const setting = { issuers: [issuer], clinic: 'Demo Clinic', today: '2026-11-23', zone: 'UTC', policy: {} }
    const seen = await assessRecord(issuer, held, setting)
    const gaps = seen.ok ? seen.value.gaps.map(({ type, why }) => `${type} ${why}`) : [seen.stop.stop]
    expect(gaps).toEqual(prefetchOf(hemifacialSpasm).map(({ type }) => `${type} granted in part`))
  })

  it('is over where nothing was given to renew it by', async () => {
    expect(await renewableGrant(known('https://ehr.example'), pass).renew(pass)).toBe(false)
  })
})

it('an answer without an end is not read to its end', async () => {
  let sent = 0
  const part = ' '.repeat(1_000_000)
  const base = await serving((_request, response) => {
    const more = () => {
      if (response.destroyed || ++sent === 200) response.end('{}')
      else if (response.write(part)) more()
      else response.once('drain', more)
    }
    more()
  })
  expect(await recordFetch(base, renewableGrant(known(base), pass))('Observation')).toEqual({
    ok: false,
    why: 'cut short',
  })
  expect(sent).toBeLessThan(200)
})
