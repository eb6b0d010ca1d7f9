import { describe, expect, it } from 'vitest'
import { type Json, ordersOf, requestOf, subject, toxin } from './hooks.ts'
import { hooksHere } from './hooks-here.ts'

const hooks = hooksHere()

describe('what cannot be taken is refused in a sentence that says where', () => {
  const other = { reference: 'Patient/somebody-else' }
  it.each([
    ['another hook', { ...requestOf('order-sign', {}), hook: 'patient-view' }, 'hook'],
    ['no patient', requestOf('order-sign', { context: { patientId: undefined } }), 'context.patientId'],
    ['no orders', requestOf('order-sign', {}), 'context.draftOrders'],
    [
      'orders that are null',
      requestOf('order-sign', { context: { draftOrders: { resourceType: 'Bundle', entry: null } } }),
      'context.draftOrders.entry',
    ],
    [
      'orders that are no list',
      requestOf('order-sign', { context: { draftOrders: { resourceType: 'Bundle', entry: 1 } } }),
      'context.draftOrders.entry',
    ],
    [
      'an entry without an order',
      requestOf('order-sign', { context: { draftOrders: { resourceType: 'Bundle', entry: [{}] } } }),
      'context.draftOrders.entry[0]',
    ],
    [
      'an order that is none',
      requestOf('order-sign', { context: { draftOrders: { resourceType: 'Bundle', entry: [{ resource: {} }] } } }),
      'context.draftOrders.entry[0].resource',
    ],
    [
      'an order for somebody else',
      requestOf('order-sign', { context: ordersOf(toxin(), toxin({ subject: other })) }),
      'context.draftOrders.entry[1].resource.subject',
    ],
    [
      'a record of somebody else',
      requestOf('order-sign', { prefetch: { patient: { resourceType: 'Patient', id: 'x' } }, context: ordersOf() }),
      'prefetch',
    ],
    [
      'a problem of nobody knows whom',
      requestOf('order-sign', {
        prefetch: {
          condition: {
            resourceType: 'Bundle',
            type: 'searchset',
            entry: [{ resource: { resourceType: 'Condition', id: 'c', subject: 'Patient/demo' } }],
          },
        },
        context: ordersOf(),
      }),
      'prefetch.condition.entry[0].resource.subject',
    ],
    [
      'orders within an order',
      requestOf('order-sign', {
        prefetch: {},
        context: ordersOf({ resourceType: 'Bundle', entry: [{ resource: toxin() }] }),
      }),
      'context.draftOrders.entry[0].resource',
    ],
    [
      'an order of what cannot be read',
      requestOf('order-sign', { prefetch: {}, context: ordersOf(toxin({ medicationCodeableConcept: 'Botox' })) }),
      'context.draftOrders.entry[0].resource.medicationCodeableConcept',
    ],
    [
      'a patient without an id',
      requestOf('order-sign', { prefetch: { patient: { resourceType: 'Patient' } }, context: ordersOf() }),
      'prefetch.patient',
    ],
    [
      'a prefetch that is a word',
      requestOf('order-sign', { prefetch: { condition: 'none' }, context: ordersOf() }),
      'prefetch.condition',
    ],
    [
      'a date that is none',
      requestOf('order-sign', {
        prefetch: { patient: { resourceType: 'Patient', id: 'demo', birthDate: 'May' } },
        context: ordersOf(),
      }),
      'prefetch.patient.birthDate',
    ],
    [
      'a problem that is sent twice and says two things',
      requestOf('order-sign', {
        prefetch: {
          condition: {
            resourceType: 'Bundle',
            type: 'searchset',
            entry: ['G51.31', 'G51.32'].map((code) => ({
              resource: { resourceType: 'Condition', id: 'c1', subject, code: { coding: [{ code }] } },
            })),
          },
        },
        context: ordersOf(),
      }),
      'prefetch.condition.entry[1].resource',
    ],
    [
      'two people in one prefetch',
      requestOf('order-sign', {
        prefetch: {
          condition: {
            resourceType: 'Bundle',
            type: 'searchset',
            entry: [
              { resource: { resourceType: 'Condition', subject } },
              { resource: { resourceType: 'Condition', subject: other } },
            ],
          },
        },
        context: ordersOf(),
      }),
      'prefetch.condition.entry[1].resource.subject',
    ],
  ])('%s', async (_what, request, where) => {
    const { status, body } = await hooks().post('/cds-services/facialis-order-sign', request)
    expect([status, (body.problem as Json).where]).toEqual([400, where])
    expect(String((body.problem as Json).sentence).length).toBeGreaterThan(15)
  })

  it.each([
    [
      'an identifier',
      { identifier: { system: 'urn:demo:mrn', value: '4711' } },
      /^This order names its patient only by an identifier; .* Refer to "Patient\/demo"\.$/,
    ],
    ['a name', { display: 'Demo Sample' }, /^This order names its patient only in words; .*"Patient\/demo"/],
    ['nothing', {}, /^This order does not say whom it is for; .*"Patient\/demo"/],
  ])('an order that names whom it is for by %s is not said to be for nothing', async (_by, named, sentence) => {
    const request = requestOf('order-sign', { context: ordersOf(toxin({ subject: named })) })
    const { status, body } = await hooks().post('/cds-services/facialis-order-sign', request)
    expect([status, body.problem]).toEqual([
      400,
      {
        code: 'bad-orders',
        where: 'context.draftOrders.entry[0].resource.subject',
        sentence: expect.stringMatching(sentence),
      },
    ])
  })

  const told = { card: 'c1', outcome: 'accepted', outcomeTimestamp: '2026-11-23T08:00:00Z' }
  it.each([
    ['nothing', {}],
    ['an empty list', { feedback: [] }],
    ['no list', { feedback: told }],
    ['a list of a thousand', { feedback: Array(1000).fill({ ...told, acceptedSuggestions: [{ id: 's1' }] }) }],
  ])('feedback that is %s, with how much is taken', async (_what, sent) => {
    const { status, body } = await hooks().post('/cds-services/facialis-order-sign/feedback', sent)
    expect([status, body.problem]).toEqual([
      400,
      {
        code: 'bad-shape',
        where: 'feedback',
        sentence: 'A list of 1 to 500 items of feedback is expected.',
      },
    ])
  })

  it.each([
    ['1e400', 2],
    ['-1e+400', 2],
    ['9'.repeat(400), 2],
    [`${'9'.repeat(250)}e99`, 2],
    ['1e400', 2000],
  ])('a number that nobody can hold, %s, at its place, whichever thread would have read it', async (number, many) => {
    const tell = (value: unknown) => ({
      resource: {
        resourceType: 'Observation',
        status: 'final',
        subject,
        code: { text: 'height in a unit that makes it worth telling' },
        valueQuantity: { value },
      },
    })
    const entry = [...Array.from({ length: many - 1 }, () => tell(1)), tell('here')]
    const prefetch = { observation: { resourceType: 'Bundle', type: 'searchset', entry } }
    const sent = JSON.stringify(requestOf('patient-view', { prefetch })).replace('"here"', number)
    const { status, body } = await hooks().post('/cds-services/facialis-patient-view', sent)
    expect([status, body.problem]).toEqual([
      400,
      {
        code: 'number-too-large',
        sentence: 'This number is too large to represent.',
        where: `prefetch.observation.entry[${many - 1}].resource.valueQuantity.value`,
      },
    ])
  })

  it('a selection that is none of the orders', async () => {
    const context = { ...ordersOf(toxin()), selections: ['MedicationRequest/none'] }
    const { status, body } = await hooks().post(
      '/cds-services/facialis-order-select',
      requestOf('order-select', { context }),
    )
    expect([status, (body.problem as Json).where]).toEqual([400, 'context.selections[0]'])
  })

  it('what is no JSON, and a service that does not exist', async () => {
    expect((await hooks().post('/cds-services/facialis-order-sign', '{"hook":')).status).toBe(400)
    expect((await hooks().post('/cds-services/no-such-service', {})).status).toBe(404)
  })
})
