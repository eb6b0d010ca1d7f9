import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { assessRecord } from '../../clinic/src/smart/assess-record.ts'
import { listening } from '../../server/test/identity/open-id-provider.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** Looks at a record that holds this person and nothing else. */
async function lookAt(patient: object) {
  const empty = { resourceType: 'Bundle', type: 'searchset', total: 0 }
  const server = createServer((request, response) => {
    const found = request.url?.startsWith('/fhir/Patient/')
      ? { resourceType: 'Patient', id: 'demo', ...patient }
      : empty
    response.writeHead(200, { 'content-type': 'application/fhir+json', connection: 'close' }).end(JSON.stringify(found))
  })
  const iss = `http://127.0.0.1:${await listening(server)}/fhir`
  endings.push(() => new Promise<void>((done) => server.close(() => done())))
  const issuer = {
    iss,
    name: 'Demo Hospital',
    clientId: 'demo',
    tokenEndpoint: null,
    lastingAccess: null,
    framedBy: [],
  }
  const pass = { patientId: 'demo', token: 'demo', scopes: 'patient/*.rs', refresh: null }
  const setting = { issuers: [issuer], clinic: 'Demo clinic', today: '2026-11-23', zone: 'UTC', policy: {} }
  const looked = await assessRecord(issuer, { now: () => pass, renew: async () => false }, setting)
  if (!looked.ok) throw new Error('Nothing is shown.')
  return looked.value
}

it('a record that its keeper has taken out of use says so, as in every card about it', async () => {
  const outOfUse = 'Whoever keeps this record has taken it out of use.'
  expect((await lookAt({ active: false })).read).toContain(outOfUse)
  expect((await lookAt({ active: true })).read).not.toContain(outOfUse)
  expect((await lookAt({})).read).not.toContain(outOfUse)
})
