import { readFileSync } from 'node:fs'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { servedTypes } from '../../search-indexing/parameters.ts'
import { about, allPages, fhir, idsIn, type Json, oneHouse, pressure, refusal } from './support.ts'

let ada: string
let ben: string
const { house, get, made, post, put, patch, remove, send } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient({ patient: { name: 'Demo Ben Sample', birthDate: '1965-01-02', phone: '555-0102' } })
})

const form = { as: 'application/x-www-form-urlencoded' }
const patient = () => ({ patient: about(ada).subject })
const concept = { text: 'demo' }
/** As little of each type as R4 takes. */
const least: Readonly<Record<string, () => Json>> = {
  Patient: () => ({}),
  Practitioner: () => ({}),
  PractitionerRole: () => ({}),
  Organization: () => ({ name: 'Demo Practice' }),
  Location: () => ({}),
  RelatedPerson: patient,
  Observation: () => pressure(ada),
  Condition: () => ({ ...about(ada), code: concept }),
  Procedure: () => ({ ...about(ada), status: 'completed', code: concept, performedDateTime: '2026-11-20' }),
  MedicationRequest: () => ({ ...about(ada), status: 'active', intent: 'order', medicationCodeableConcept: concept }),
  MedicationAdministration: () => ({
    ...about(ada),
    status: 'completed',
    medicationCodeableConcept: concept,
    effectiveDateTime: '2026-11-20',
  }),
  MedicationStatement: () => ({ ...about(ada), status: 'active', medicationCodeableConcept: concept }),
  MedicationDispense: () => ({ ...about(ada), status: 'completed', medicationCodeableConcept: concept }),
  Medication: () => ({ code: concept }),
  ServiceRequest: () => ({ ...about(ada), status: 'active', intent: 'order', code: concept }),
  DiagnosticReport: () => ({ ...about(ada), status: 'final', code: concept }),
  ImagingStudy: () => ({ ...about(ada), status: 'available' }),
  Consent: () => ({
    ...patient(),
    status: 'active',
    scope: concept,
    category: [concept],
    policyRule: concept,
  }),
  AllergyIntolerance: () => ({ ...patient(), clinicalStatus: clinical, code: concept }),
  QuestionnaireResponse: () => ({ ...about(ada), status: 'completed' }),
  Flag: () => ({ ...about(ada), status: 'active', code: concept }),
  Task: () => ({ status: 'requested', intent: 'order', for: about(ada).subject }),
  Communication: () => ({ ...about(ada), status: 'completed' }),
  DocumentReference: () => ({ ...about(ada), status: 'current', content: [{ attachment: { title: 'demo' } }] }),
  EpisodeOfCare: () => ({ ...patient(), status: 'active' }),
  Encounter: () => ({
    ...about(ada),
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  }),
  CarePlan: () => ({ ...about(ada), status: 'active', intent: 'plan' }),
  Goal: () => ({ ...about(ada), lifecycleStatus: 'active', description: concept }),
  FamilyMemberHistory: () => ({ ...patient(), status: 'completed', relationship: concept }),
  Group: () => ({ type: 'person', actual: true, member: [{ entity: about(ada).subject }] }),
  Provenance: () => ({
    target: [about(ada).subject],
    recorded: '2026-11-20T09:00:00Z',
    agent: [{ who: { display: 'Demo Dr Rowan Refer' } }],
  }),
}
const clinical = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
}
const leastOf = (type: string): Json => ({ resourceType: type, ...least[type]!() })

type Stated = Readonly<{ type: string; interaction: readonly { code: string }[]; operation?: readonly object[] }>
type Rest = Readonly<{
  interaction: readonly { code: string }[]
  resource: readonly Stated[]
  compartment: readonly string[]
}>
const stated = async (): Promise<Rest> => {
  const { body } = await fhir(house(), null, 'GET', '/metadata')
  return (body as unknown as { rest: readonly Rest[] }).rest[0]!
}

it('tells the version of the software apart from that of the pathway it follows', async () => {
  const { body } = await fhir(house(), null, 'GET', '/metadata')
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  expect(body).toMatchObject({
    software: { name: 'Facialis', version },
    implementation: { description: expect.stringContaining(`${hemifacialSpasm.id} ${hemifacialSpasm.version}`) },
  })
})

describe('what the CapabilityStatement claims is answered, and what it does not claim is not', () => {
  it.each(servedTypes)('of %s', async (type) => {
    const { resource } = await stated()
    const claimed = resource.find((one) => one.type === type)?.interaction.map(({ code }) => code)
    const { id } = await made('neurologist', leastOf(type))
    const again = { ...leastOf(type), id }
    const asked = {
      read: await get('neurologist', `/${type}/${id}`),
      vread: await get('neurologist', `/${type}/${id}/_history/1`),
      'history-instance': await get('neurologist', `/${type}/${id}/_history`),
      'history-type': await get('neurologist', `/${type}/_history`),
      'search-type': await get('neurologist', `/${type}?_id=${id}`),
      create: await post('neurologist', leastOf(type)),
      update: await put('neurologist', `/${type}/${id}`, again, 1),
      patch: await patch('neurologist', `${type}/${id}`, [{ op: 'add', path: '/language', value: 'en' }], 2),
      delete: await remove('neurologist', `${type}/${id}`, 3),
    }
    const answered = Object.entries(asked).filter(([, { status }]) => status < 300)
    expect(answered.map(([code]) => code)).toEqual(claimed)
    const refused = Object.values(asked).flatMap(({ status }) => (status < 300 ? [] : [status]))
    expect(refused.filter((status) => status !== 405)).toEqual([])
  })

  it('of the audit trail', async () => {
    const { resource } = await stated()
    const claimed = resource.find(({ type }) => type === 'AuditEvent')?.interaction.map(({ code }) => code)
    expect(claimed).toEqual(['read', 'search-type'])
    expect((await get('privacy', '/AuditEvent/1')).status).toBe(200)
    expect((await get('privacy', '/AuditEvent?_count=1')).status).toBe(200)
    expect((await get('privacy', '/AuditEvent/1/_history')).status).toBe(404)
  })

  it('of operations, each by what describes it', async () => {
    const { resource } = await stated()
    const operations = Object.fromEntries(
      resource.flatMap(({ type, operation }) => (operation === undefined ? [] : [[type, operation]])),
    )
    const bulk = 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition'
    expect(operations).toEqual({
      Patient: [
        { name: 'everything', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything' },
        { name: 'export', definition: `${bulk}/patient-export` },
      ],
      Group: [{ name: 'export', definition: `${bulk}/group-export` }],
      PlanDefinition: [{ name: 'apply', definition: 'http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply' }],
    })
  })

  it('of the server as a whole', async () => {
    const { interaction, compartment } = await stated()
    expect(interaction.map(({ code }) => code)).toEqual(['transaction', 'batch', 'history-system'])
    expect(compartment).toEqual(['http://hl7.org/fhir/CompartmentDefinition/patient'])
    for (const type of ['transaction', 'batch'])
      expect((await send('neurologist', '', { resourceType: 'Bundle', type, entry: [] })).status).toBe(200)
    expect((await get('nurse', '/_history?_count=1')).status).toBe(200)
    for (const told of [
      await get('nurse', '?_type=Patient,Observation'),
      await get('nurse', '/?_lastUpdated=ge2026'),
      await send('nurse', '/_search', '_type=Patient', form),
    ]) {
      expect(refusal(told)).toEqual([405, 'not-supported'])
      expect(told.issues[0]?.details.text).toMatch(/^Several types cannot be searched at once/)
    }
  })
})

describe('the history of everything', () => {
  it('is every version of every type that is kept, the newest first, on as many pages as one likes', async () => {
    const whole = await get('nurse', '/_history?_count=500')
    expect(whole.bundle.link.map(({ relation }) => relation)).toEqual(['self'])
    const versions = (entries: typeof whole.bundle.entry) =>
      entries.map(({ fullUrl, response }) => `${fullUrl} ${response?.etag}`)
    const written = whole.bundle.entry.map(
      ({ response }) => (response as unknown as { lastModified: string }).lastModified,
    )
    expect(written).toEqual([...written].sort().toReversed())
    expect(new Set(whole.bundle.entry.map(({ fullUrl }) => fullUrl.split('/').at(-2)))).toEqual(new Set(servedTypes))
    const byFew = await allPages(house(), 'nurse', '/_history?_count=70', () => made('nurse', pressure(ada)))
    expect(versions(byFew)).toEqual(versions(whole.bundle.entry))
  })

  it('of what was written by one act, in whatever size of page', async () => {
    const id = 'one-id-of-two'
    const write = (type: string) => ({
      resource: { ...leastOf(type), id },
      request: { method: 'PUT', url: `${type}/${id}` },
    })
    await send('nurse', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: ['Organization', 'Location', 'Practitioner'].map(write),
    })
    let [page, seen] = ['/_history?_count=1', [] as readonly string[]]
    while (seen.length < 4) {
      const { bundle } = await get('nurse', page)
      seen = [...seen, ...bundle.entry.map(({ fullUrl }) => fullUrl.replace(/^.*fhir/, ''))]
      page = bundle.link.find(({ relation }) => relation === 'next')!.url.replace(/^.*fhir/, '')
    }
    expect(seen.slice(0, 3)).toEqual([`/Practitioner/${id}`, `/Organization/${id}`, `/Location/${id}`])
    expect(seen[3]).not.toContain(id)
  })

  it('is for whoever may read charts, and told in the trail', async () => {
    await get('nurse', '/_history?_count=1')
    const [told] = await house().built.clinic.record.auditEntries({ limit: 1 })
    expect(told).toMatchObject({ action: 'fhir-history', beside: { what: 'the history of everything' } })
    const absent = await get('nurse', '/Patient/absent')
    expect([(await get('researcher', '/_history')).text]).toEqual([absent.text])
  })
})

describe('a search among what is one person’s', () => {
  it.each(servedTypes)('of %s finds what the search by that person finds, or is nothing', async (type) => {
    const by = { Group: 'member', Patient: '_id' }[type] ?? 'patient'
    const plain = await get('nurse', `/${type}?${by}=${ada}&_count=500`)
    const own = await get('nurse', `/Patient/${ada}/${type}?_count=500`)
    const isSomebodys = plain.status === 200
    expect(own.status).toBe(isSomebodys ? 200 : 404)
    if (isSomebodys) {
      expect(idsIn(own.bundle).length).toBeGreaterThan(0)
      expect(idsIn(own.bundle)).toEqual(idsIn(plain.bundle))
    }
  })

  it('page after page, by form and in a bundle, and never of anybody else', async () => {
    const theirs = await made('nurse', pressure(ben))
    const url = `/Patient/${ada}/Observation`
    const whole = idsIn((await get('nurse', `${url}?code=8480-6&_count=500`)).bundle)
    expect(whole.length).toBeGreaterThan(2)
    expect(whole).not.toContain(`Observation/${theirs.id}`)
    const pages = await allPages(house(), 'nurse', `${url}?code=8480-6&_count=2`)
    expect(pages.map(({ resource }) => `Observation/${resource?.id}`)).toEqual(whole)
    const byForm = await send('nurse', `${url}/_search`, 'code=8480-6&_count=500', form)
    expect(idsIn(byForm.bundle)).toEqual(whole)
    const request = { method: 'GET', url: `Patient/${ada}/Observation?code=8480-6&_count=500` }
    const batch = await send('nurse', '', { resourceType: 'Bundle', type: 'batch', entry: [{ request }] })
    expect(idsIn(batch.bundle.entry[0]?.resource as unknown as typeof batch.bundle)).toEqual(whole)
    expect(idsIn((await get('nurse', `${url}?patient=${ben}`)).bundle)).toEqual([])
  })

  it('is told in the trail as that search is, with the person, also where nothing is found', async () => {
    await get('nurse', `/Patient/${ada}/Observation?code=nothing-of-the-kind`)
    const [told] = await house().built.clinic.record.auditEntries({ limit: 1 })
    expect(told).toMatchObject({
      action: 'fhir-search',
      beside: { what: 'Observation, searched by compartment, code' },
      patientIds: [ada],
    })
  })

  it.each([
    ['of somebody who is not there', 'nurse', '/Patient/absent/Observation'],
    ['of two people at once', 'nurse', '/Patient/:ada,:ben/Observation'],
    ['by who may not read charts', 'researcher', '/Patient/:ada/Observation'],
    ['by who may not, of somebody who is not there', 'researcher', '/Patient/absent/Observation'],
  ] as const)('%s is answered like what is absent', async (_, who, url) => {
    const absent = await get('nurse', '/Patient/absent')
    const told = await get(who, url.replace(':ada', ada).replace(':ben', ben))
    expect([told.status, told.text]).toEqual([404, absent.text])
  })
})
