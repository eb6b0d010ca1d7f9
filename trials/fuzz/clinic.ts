import { isServed } from '@facialis/server/search-indexing/parameters.ts'
import { accountRoles } from '@facialis/wire'
import { prefetchFrom, samples } from '../../spec/cds-hooks/hooks.ts'
import { trickyRecords } from '../../spec/fhir/tricky-records.ts'
import { password, referral, setUp, waitingRequests } from '../clinic.ts'
import type { Product } from '../product.ts'

export type Json = Readonly<Record<string, unknown>>

/** What a clinic holds that requests can name, and somebody who may do everything in it. */
export type Known = Readonly<{
  cookie: string
  people: readonly string[]
  /** Where what one of them has is kept: `Observation/1`. */
  addresses: readonly string[]
  request: string
  account: string
}>

/** Fills a clinic with so many people. */
export async function fill(product: Product, many: number): Promise<Known> {
  const first = await setUp(product)
  const post = async <T>(path: string, body: unknown, cookie = first): Promise<T> => {
    const { status, body: answer } = await product.ask<T>('POST', path, { cookie, body })
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`)
    return answer
  }
  const everybody = {
    login: 'ola',
    name: 'Demo Ola Overall',
    roles: accountRoles,
    profession: 'neurologist',
    senior: true,
    password,
  }
  await post('/api/accounts', everybody)
  const cookie = await signIn(product)
  const { id: account } = await post<{ id: string }>('/api/accounts', {
    login: 'nils',
    name: 'Demo Nils',
    roles: ['nurse'],
    password,
  })
  const people: string[] = []
  for (let at = 0; at < many; at += 1)
    people.push((await post<{ patientId: string }>('/api/patients', referral(`Fuzz ${at}`))).patientId)
  await post('/api/front-door/referrals', referral('Waiting'))
  const [waiting] = await waitingRequests(product, cookie)
  const entry = goodResources.map((one) => ({
    resource: about(one, people[0] ?? ''),
    request: { method: 'POST', url: one.resourceType },
  }))
  const done = await post<{ entry: readonly { response: { location?: string } }[] }>(
    '/fhir',
    { resourceType: 'Bundle', type: 'batch', entry },
    cookie,
  )
  const addresses = done.entry.flatMap(
    ({ response }) => /([A-Z]\w+\/[^/]+)\/_history/.exec(response.location ?? '')?.[1] ?? [],
  )
  return { cookie, people, addresses, request: waiting?.id ?? '', account }
}

/** @returns the cookie of whoever may do everything */
async function signIn(product: Product): Promise<string> {
  const { cookie, body } = await product.ask('POST', '/api/sign-in', { body: { login: 'ola', password } })
  if (cookie === null) throw new Error(`Nobody could sign in: ${JSON.stringify(body)}`)
  return cookie
}

type Kept = Json & Readonly<{ resourceType: string }>
type Entry = Readonly<{ fullUrl: string; resource: Kept }>

/** Whole records of made-up people as other systems write them. Words of ours, which only acts may use, become theirs. */
const records: readonly (readonly Entry[])[] = Object.values(trickyRecords).map(({ entry }) => {
  const entries = JSON.parse(
    JSON.stringify(entry).replaceAll('facialis.invalid', 'elsewhere.example').replaceAll('/_history/1"', '"'),
  ) as Entry[]
  return entries.filter(({ resource }) => isServed(resource.resourceType))
})

/** Each to be taken in one transaction. */
export const goodTransactions: readonly Json[] = records.map((entries) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: entries.map((one) => ({ ...one, request: { method: 'POST', url: one.resource.resourceType } })),
}))

const alone = records.flatMap((entries) => {
  const person = entries.find(({ resource }) => resource.resourceType === 'Patient')?.fullUrl ?? ''
  return entries
    .map(({ resource: { id: _id, ...resource } }) => JSON.stringify(resource).replaceAll(person, 'Patient/demo'))
    .filter((text) => !text.includes('urn:uuid:') && text.includes('Patient/demo'))
})

const words = (text: string) => ({ coding: [{ system: 'http://snomed.info/sct', code: '84299009' }], text })

const subject = { reference: 'Patient/demo' }
const oneOfEach: readonly Kept[] = [
  { resourceType: 'Patient', name: [{ family: 'Demo', given: ['Pat'] }], gender: 'female', birthDate: '1970-05-04' },
  { resourceType: 'Practitioner', name: [{ text: 'Demo Dr Pia' }] },
  { resourceType: 'PractitionerRole', code: [words('Neurologist')] },
  { resourceType: 'Organization', name: 'Demo Hospital' },
  { resourceType: 'Location', name: 'Demo Room 1' },
  { resourceType: 'RelatedPerson', patient: subject, name: [{ text: 'Demo Relative' }] },
  {
    resourceType: 'Condition',
    subject,
    code: words('Hemifacial spasm'),
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    recordedDate: '2026-11-01',
    bodySite: [{ text: 'Left face' }],
  },
  {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject,
    medicationCodeableConcept: { text: 'Carbamazepine 200 mg' },
    authoredOn: '2026-11-01',
  },
  {
    resourceType: 'MedicationStatement',
    status: 'active',
    subject,
    medicationCodeableConcept: { text: 'Warfarin' },
    effectivePeriod: { start: '2025' },
  },
  {
    resourceType: 'MedicationDispense',
    status: 'completed',
    subject,
    medicationCodeableConcept: { text: 'Warfarin' },
    whenHandedOver: '2026-10-01T10:00:00Z',
  },
  {
    resourceType: 'Medication',
    code: { text: 'Botox 100 units' },
    batch: { lotNumber: 'L-1', expirationDate: '2028-01' },
  },
  {
    resourceType: 'ImagingStudy',
    status: 'available',
    subject,
    started: '2026-10-01',
    series: [{ uid: '1.2.3', modality: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'MR' } }],
  },
  {
    resourceType: 'Consent',
    status: 'active',
    scope: words('Treatment'),
    category: [words('Consent')],
    patient: subject,
    policyRule: words('Opt in'),
  },
  {
    resourceType: 'AllergyIntolerance',
    patient: subject,
    code: words('Latex'),
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
  },
  { resourceType: 'QuestionnaireResponse', status: 'completed', subject, item: [{ linkId: '1', text: 'How is it?' }] },
  { resourceType: 'Task', status: 'requested', intent: 'order', for: subject },
  { resourceType: 'Communication', status: 'completed', subject, payload: [{ contentString: 'Demo' }] },
  {
    resourceType: 'DocumentReference',
    status: 'current',
    subject,
    content: [{ attachment: { contentType: 'text/plain', data: 'RGVtbw==' } }],
  },
  { resourceType: 'EpisodeOfCare', status: 'active', patient: subject },
  {
    resourceType: 'Encounter',
    status: 'finished',
    class: { code: 'AMB' },
    subject,
    period: { start: '2026-11-01', end: '2026-11-01' },
  },
  { resourceType: 'CarePlan', status: 'active', intent: 'plan', subject },
  { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Demo' }, subject, startDate: '2026-11' },
  { resourceType: 'FamilyMemberHistory', status: 'completed', patient: subject, relationship: words('Mother') },
  { resourceType: 'Group', type: 'person', actual: true, member: [{ entity: subject }] },
  {
    resourceType: 'Provenance',
    target: [subject],
    recorded: '2026-11-01T10:00:00Z',
    agent: [{ who: { display: 'Demo' } }],
  },
]

/** Resources as other systems send them one by one, of each type that is kept; each about `Patient/demo`. */
export const goodResources: readonly Kept[] = [
  ...[...new Set(alone)].map((text) => JSON.parse(text) as Kept),
  ...oneOfEach,
]

/** The same about somebody else. */
export const about = (resource: Kept, patientId: string): Kept =>
  JSON.parse(JSON.stringify(resource).replaceAll('Patient/demo', `Patient/${patientId}`)) as Kept

/** What is sent with a question of the CDS services: some thirty resources of one of the example people. */
export const goodPrefetches: readonly Json[] = samples()
  .filter((_, at) => at % 60 === 0)
  .map(({ bundle }) => prefetchFrom(bundle))
