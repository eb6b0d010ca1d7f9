import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { comeBack } from '../../clinic/src/smart/come-back.ts'
import { getting } from '../../clinic/src/smart/getting.ts'
import type { KnownIssuer } from '../../clinic/src/smart/issuer.ts'
import { leaveFor } from '../../clinic/src/smart/leave.ts'

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
  issuer: { iss: `${origin}/fhir`, name: 'Demo Hospital', clientId: 'demo', tokenEndpoint: null },
  server: { issuer: origin, authorization_endpoint: `${origin}/auth`, token_endpoint: `${origin}/token` },
  capabilities: [],
})
const pass = { token: 'a-token', patientId: 'demo', scopes: 'patient/*.rs' }

describe('a token comes', () => {
  const given = async (more: Readonly<Record<string, unknown>>) => {
    const origin = await serving((_request, response) => {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ access_token: 'a-token', token_type: 'Bearer', patient: 'demo', ...more }))
    })
    const { away } = await leaveFor(known(origin), { iss: origin, launch: null, origin: 'https://f.example', now: 0 })
    const answer = new URLSearchParams({ code: 'a-code', state: away.state })
    return comeBack(known(origin), answer, { away, origin: 'https://f.example' })
  }

  it('with the scopes that were granted', async () => {
    expect(await given({ scope: 'patient/Condition.rs' })).toEqual({
      ok: true,
      value: { ...pass, scopes: 'patient/Condition.rs' },
    })
  })

  it('without them: then nobody knows what was granted, and it is not taken for all that was asked', async () => {
    expect(await given({})).toEqual({ ok: true, value: { ...pass, scopes: null } })
  })
})

it('whoever signs in is sent with the very address that the launch came with, and comes back to it', async () => {
  for (const iss of ['https://ehr.example/fhir/', 'https://ehr.example/fhir']) {
    const by = { iss, launch: 'a-launch', origin: 'https://f.example', now: 0 }
    const { address, away } = await leaveFor(known('https://ehr.example'), by)
    expect(new URL(address).searchParams.get('aud')).toBe(iss)
    expect(away.iss).toBe(iss)
  }
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
  expect(await getting(base, pass)('Observation')).toEqual({ ok: false, why: 'cut short' })
  expect(sent).toBeLessThan(200)
})
