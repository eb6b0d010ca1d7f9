import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse, pressure } from './support.ts'

let ada: string
const { house, send, made } = oneHouse(async (opened) => {
  ada = await opened.patient()
})

describe('a reference', () => {
  const to = (reference: string, more: Json = {}): Json => ({ reference, ...more })
  it.each<[string, string, Json]>([
    ['to a type that is not its', 'subject.reference', { subject: to('Observation/1') }],
    ['by a search of such a type', 'subject.reference', { subject: to('Observation?identifier=1') }],
    ['to one at another server', 'subject.reference', { subject: to('https://elsewhere.invalid/fhir/Observation/1') }],
    [
      'to what stands inside',
      'subject.reference',
      { subject: to('#m'), contained: [{ resourceType: 'Medication', id: 'm' }] },
    ],
    ['to itself', 'subject.reference', { subject: to('#') }],
    ['with a type that is not its', 'performer[0].type', { performer: [{ type: 'Medication', display: 'Demo' }] }],
    [
      'with a type beside another',
      'performer[1].type',
      { performer: [{ display: 'Demo' }, to('Practitioner/1', { type: 'Patient' })] },
    ],
    ['with a type that nobody made', 'subject.type', { subject: { type: 'Banana', display: 'Demo' } }],
    ['with one where any may stand', 'focus[0].type', { focus: [{ type: 'patient', display: 'Demo' }] }],
    ['further inside', 'identifier[0].assigner.reference', { identifier: [{ value: '1', assigner: to('Patient/1') }] }],
  ])('%s is refused, and it is said where', async (_, where, more) => {
    const told = await send('nurse', '/Observation', pressure(ada, more))
    expect([told.status, told.issues[0]?.expression]).toEqual([422, [`Observation.${where}`]])
    expect(told.issues[0]?.details.text).toMatch(
      /^(This refers to .*, not to|The reference is to|There is no type of resource)/,
    )
  })

  it.each<[string, Json]>([
    ['at an address that tells no type', { performer: [to('https://elsewhere.invalid/rooms/12')] }],
    [
      'to any of several types',
      { performer: [to('Organization/1', { type: 'Organization' }), to('PractitionerRole/1')] },
    ],
    ['to anything, where that is allowed', { focus: [to('Appointment/1')] }],
    [
      'in an extension of somebody’s own',
      { extension: [{ url: 'http://example.org/x', valueReference: to('Basic/1') }] },
    ],
  ])('%s is kept', async (_, more) => {
    expect((await send('nurse', '/Observation', pressure(ada, more))).status).toBe(201)
  })

  it.each<[string, string, Json]>([
    [
      'a Provenance',
      'target',
      {
        resourceType: 'Provenance',
        target: [to('https://elsewhere.invalid/fhir/Patient/7')],
        recorded: '2026-11-23T09:00:00Z',
        agent: [{ who: { display: 'Demo' } }],
      },
    ],
    [
      'a Group',
      'member',
      {
        resourceType: 'Group',
        type: 'person',
        actual: true,
        member: [{ entity: to('https://elsewhere.invalid/fhir/Patient/7') }],
      },
    ],
    [
      'a Task',
      'focus',
      {
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        focus: { type: 'Patient', identifier: { value: '7' } },
      },
    ],
  ])('%s tells of nobody who is somebody of another server', async (_, member, resource) => {
    const told = await fhir(house(), 'neurologist', 'POST', `/${resource.resourceType}`, resource)
    expect([told.status, told.issues[0]?.expression, told.issues[0]?.details.coding?.[0]?.code]).toEqual([
      422,
      [`${resource.resourceType}.${member}`],
      'no-such-person',
    ])
  })

  it.each<[string, string, Json]>([
    [
      'a Provenance',
      'target[1].reference',
      {
        resourceType: 'Provenance',
        target: [to('Group/1'), to('Patient/nobody')],
        recorded: '2026-11-23T09:00:00Z',
        agent: [{ who: { display: 'Demo' } }],
      },
    ],
    [
      'a Group',
      'member[0].entity.reference',
      { resourceType: 'Group', type: 'person', actual: true, member: [{ entity: to('Patient/nobody') }] },
    ],
    [
      'a Task',
      'focus.reference',
      { resourceType: 'Task', status: 'requested', intent: 'order', focus: to('Patient/nobody') },
    ],
  ])('%s tells of nobody who is not here', async (_, place, resource) => {
    const told = await send('neurologist', `/${resource.resourceType}`, resource)
    expect([told.status, told.issues[0]?.expression, told.issues[0]?.details.coding?.[0]?.code]).toEqual([
      422,
      [`${resource.resourceType}.${place}`],
      'no-such-person',
    ])
  })

  it('a group takes somebody in who comes with it, or is here', async () => {
    const fullUrl = 'urn:uuid:0a1b2c3d-0000-4000-8000-0000000000ab'
    const member = [{ entity: to(fullUrl) }, { entity: to(`Patient/${ada}`) }]
    const entry = [
      { fullUrl, request: { method: 'POST', url: 'Patient' }, resource: { resourceType: 'Patient' } },
      {
        request: { method: 'POST', url: 'Group' },
        resource: { resourceType: 'Group', type: 'person', actual: true, member },
      },
    ]
    const told = await send('neurologist', '', { resourceType: 'Bundle', type: 'transaction', entry })
    expect(told.status).toBe(200)
  })

  it('is held against its place once it is known which entry of a bundle it leads to, and what a patch makes of it', async () => {
    const fullUrl = 'urn:uuid:0a1b2c3d-0000-4000-8000-0000000000aa'
    const request = { method: 'POST', url: 'Observation' }
    const entry = [
      { fullUrl, request, resource: pressure(ada) },
      { request, resource: pressure(ada, { subject: to(fullUrl) }) },
    ]
    const told = await send('nurse', '', { resourceType: 'Bundle', type: 'transaction', entry })
    expect([told.status, told.issues[0]?.expression]).toEqual([422, ['Bundle.entry[1].resource.subject.reference']])
    const { id } = await made('nurse', pressure(ada))
    const encounter = [{ op: 'add', path: '/encounter', value: to('Patient/1') }]
    const as = 'application/json-patch+json'
    const patched = await fhir(house(), 'nurse', 'PATCH', `/Observation/${id}`, encounter, {
      as,
      headers: { 'if-match': '"1"' },
    })
    expect([patched.status, patched.issues[0]?.expression]).toEqual([422, ['Observation.encounter.reference']])
  })
})
