import type { Endpoints } from '@facialis/wire/api/endpoint.ts'
import { describe, expect, it } from 'vitest'
import { answer, fhirRoute, route } from '../../http/route.ts'

const nothing = { not: 'it is made up' }
const done = async () => answer()

describe('a route does not compile', () => {
  it('without a permission', () => {
    // @ts-expect-error nobody says who may ask
    route('POST', '/api/sign-out', { audit: nothing }, done)
    // @ts-expect-error nobody says who may ask
    fhirRoute('GET', '/fhir/Demo', { audit: nothing }, done)
  })

  it('without what the trail tells of it', () => {
    // @ts-expect-error nobody says how it is told
    route('POST', '/api/sign-out', { may: 'anyone' }, done)
    // @ts-expect-error nobody says how it is told
    fhirRoute('GET', '/fhir/Demo', { may: 'anyone' }, done)
  })

  it('without the ownership of the thing that it names', () => {
    const open = { may: 'anyone', audit: nothing } as const
    // @ts-expect-error nobody says who may have which
    fhirRoute('GET', '/fhir/Demo/:id', open, done)
    // @ts-expect-error nobody says who may have which
    fhirRoute('GET', '/fhir/:compartment/:id/:type', open, done)
    expect(fhirRoute('GET', '/fhir/:type', open, done)).not.toHaveProperty('ownership')
    expect(fhirRoute('GET', '/fhir/Demo/:id', { ...open, ownership: 'asker' }, done)).toMatchObject({
      ownership: 'asker',
    })
  })

  it('without a word on the version that was seen, where it changes something or takes it back', () => {
    const demo = { name: 'demo', does: 'It is made up.' }
    // @ts-expect-error nobody says whether what somebody else changed may be lost
    const put = { 'PUT /api/demo': demo } satisfies Endpoints
    // @ts-expect-error nobody says whether what somebody else took back may be lost
    const taken = { 'DELETE /api/demo': demo } satisfies Endpoints
    const told = { 'PUT /api/demo': { ...demo, ifMatch: nothing }, 'GET /api/demo': demo } satisfies Endpoints
    expect([put, taken, told].flatMap(Object.keys)).toHaveLength(4)
    const open = { may: 'anyone', audit: nothing } as const
    // @ts-expect-error the same of what speaks FHIR
    fhirRoute('PATCH', '/fhir/Demo', open, done)
    expect(fhirRoute('PATCH', '/fhir/Demo', { ...open, ifMatch: nothing }, done)).not.toHaveProperty('ifMatch')
    expect(fhirRoute('PATCH', '/fhir/Demo', { ...open, ifMatch: 'always' }, done)).toMatchObject({ ifMatch: 'always' })
  })
})
