import { validation } from '@facialis/server/fhir/r4/definitions.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Hooks,
  headMri,
  indicators,
  type Json,
  openHooks,
  ordersOf,
  requestOf,
  subject,
  toldOf,
  toxin,
} from './hooks.ts'

let hooks: Hooks
beforeAll(async () => {
  hooks = await openHooks()
})
afterAll(() => hooks.close())

const unread = { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197361' }] }
const both = { coding: ['64612', '64616'].map((code) => ({ system: 'http://www.ama-assn.org/go/cpt', code })) }
const beforeTheScan = toldOf('typical-left-before-the-scan')
const cleared = toldOf('typical-left-after-the-scan')
const nobody = {
  prefetch: {
    ...Object.fromEntries(Object.keys(cleared.prefetch).map((key) => [key, null])),
    patient: { resourceType: 'Patient', id: 'demo', birthDate: '1970-01-01' },
  } as Json,
}
const coded = (system: string, code: string, display = 'as it is called there') => ({
  coding: [{ system, code, display }],
})
const icd = (code: string) => coded('http://hl7.org/fhir/sid/icd-10-cm', code)
const scanBefore = {
  resourceType: 'DiagnosticReport',
  id: 'scan',
  status: 'final',
  subject,
  code: coded('http://loinc.org', '24590-2'),
  effectiveDateTime: '2026-10-01',
}
const unconfirmed = {
  prefetch: {
    ...nobody.prefetch,
    condition: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [{ resource: { resourceType: 'Condition', id: 'c', subject, code: icd('G51.32') } }],
    },
  } as Json,
}

describe('an order of toxin', () => {
  it.each([
    ['for nothing that is said, in somebody with spasm and no scan', beforeTheScan, toxin(), ['critical']],
    ['for spasm, likewise', beforeTheScan, toxin({ reasonCode: [icd('G51.32')] }), ['critical']],
    [
      'by its product code',
      beforeTheScan,
      toxin({ medicationCodeableConcept: coded('http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'J0585') }),
      ['critical'],
    ],
    ['that is said to be only reported', beforeTheScan, toxin({ reportedBoolean: true }), ['critical']],
    ['still without a status', beforeTheScan, toxin({ status: undefined, intent: 'plan' }), ['critical']],
    [
      'as a procedure that is asked for',
      beforeTheScan,
      headMri({ code: coded('http://www.ama-assn.org/go/cpt', '64612') }),
      ['critical'],
    ],
    ['for migraine is not held, and said to count', beforeTheScan, toxin({ reasonCode: [icd('G43.709')] }), ['info']],
    ['once everything is ruled out and signed', cleared, toxin(), []],
    ['where only caution is asked for', toldOf('chair-doac'), toxin(), ['warning']],
    ['covered by a standing exception', toldOf('exception-mri-booked'), toxin(), ['warning']],
    ['for nothing that is said, in somebody whom the pathway does not concern', nobody, toxin(), ['info']],
    ['for migraine, in such a person', nobody, toxin({ reasonCode: [icd('G43.709')] }), []],
    ['for spasm, in somebody of whom nothing is known', nobody, toxin({ reasonCode: [icd('G51.32')] }), ['critical']],
    [
      'for nothing that is said, where spasm is on the list and nobody has confirmed it',
      unconfirmed,
      toxin(),
      ['critical'],
    ],
    ['that says what not to do', beforeTheScan, toxin({ doNotPerform: true }), []],
    ['that was stopped', beforeTheScan, toxin({ status: 'stopped' }), []],
    ['of another medicine', beforeTheScan, toxin({ medicationCodeableConcept: { text: 'Amoxicillin' } }), []],
    [
      'of a medicine that nobody here can name',
      beforeTheScan,
      toxin({ medicationCodeableConcept: unread }),
      ['warning'],
    ],
    [
      'whose note names toxin',
      beforeTheScan,
      toxin({ medicationCodeableConcept: { text: 'saline' }, note: [{ text: 'Botox' }] }),
      ['warning'],
    ],
    [
      'for migraine, whose note names the spasm',
      beforeTheScan,
      toxin({ reasonCode: [icd('G43.709')], note: [{ text: 'and the hemifacial spasm' }] }),
      ['warning', 'info'],
    ],
    ['of such a one, while the gate is open', cleared, toxin({ medicationCodeableConcept: unread }), []],
    [
      'of such a one, in somebody whom the pathway does not concern',
      nobody,
      toxin({ medicationCodeableConcept: unread }),
      [],
    ],
    [
      'of both the face and the neck, for the neck alone',
      beforeTheScan,
      { ...headMri(), code: both, reasonCode: [icd('G24.3')] },
      ['critical'],
    ],
    [
      'by a reference that leads nowhere',
      beforeTheScan,
      toxin({ medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/x' } }),
      ['warning'],
    ],
    [
      'by such a reference, whose words name toxin',
      beforeTheScan,
      toxin({
        medicationCodeableConcept: undefined,
        medicationReference: { reference: 'Medication/x', display: 'Botox' },
      }),
      ['critical'],
    ],
  ] as const)('%s', async (_what, told, order, expected) => {
    expect(indicators(await hooks.cards('order-sign', { ...told, context: ordersOf(order) }))).toEqual(expected)
  })

  it('by a reference is followed among what was sent', async () => {
    const order = (reference: string) =>
      toxin({ medicationCodeableConcept: undefined, medicationReference: { reference } })
    const vial = { resourceType: 'Medication', id: 'vial', code: { text: 'onabotulinumtoxinA' } }
    const page = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: vial }] }
    const prefetch = { ...beforeTheScan.prefetch, medicationRequest: page }
    // Also a version of it.
    for (const reference of ['Medication/vial', 'Medication/vial/_history/2']) {
      const call = { ...beforeTheScan, prefetch, context: ordersOf(order(reference)) }
      expect(indicators(await hooks.cards('order-sign', call)), reference).toEqual(['critical'])
    }
  })

  it('names the person, and is selected, by a version too', async () => {
    const orders = ordersOf(toxin({ subject: { reference: 'Patient/demo/_history/3' } }))
    const context = { ...orders, selections: ['MedicationRequest/toxin-1/_history/1'] }
    expect(indicators(await hooks.cards('order-select', { ...beforeTheScan, context }))).toEqual(['critical'])
  })

  it('tells the facts used in words that people read', async () => {
    const [card] = await hooks.cards('order-sign', { ...beforeTheScan, context: ordersOf(toxin()) })
    expect(card?.detail).toContain('- ruling out a tumour: open\n- ruling out a vascular malformation: open\n')
    const [operated] = await hooks.cards('patient-view', toldOf('two-free-years'))
    expect(operated?.summary).toMatch(/^Follow-up\. Next: /)
    expect(operated?.detail).toMatch(/^- kind of operation: microvascular decompression \(2026-01-12, /m)
    expect(operated?.detail).toContain('- stage: follow-up\n')
  })

  it('names what is missing, and offers to take the order back', async () => {
    const [card] = await hooks.cards('order-sign', { ...beforeTheScan, context: ordersOf(toxin()) })
    expect(card?.detail).toMatch(/\*\*Not known\*\*\n\n- imaging study/)
    expect(card?.suggestions?.[0]?.actions).toMatchObject([{ type: 'delete', resourceId: 'MedicationRequest/toxin-1' }])
    expect(card?.selectionBehavior).toBe('at-most-one')
  })

  it('is judged while it is selected, and not while another one is', async () => {
    const orders = ordersOf(toxin(), toxin({ id: 'other', medicationCodeableConcept: { text: 'Amoxicillin' } }))
    const select = (...selections: readonly string[]) =>
      hooks.cards('order-select', { ...beforeTheScan, context: { ...orders, selections } })
    expect(indicators(await select('MedicationRequest/toxin-1'))).toEqual(['critical'])
    expect(indicators(await select('toxin-1'))).toEqual(['critical'])
    expect(await select('MedicationRequest/other')).toEqual([])
  })
})

describe('an order of an MRI of the head', () => {
  const mri = (more: Json = {}, told = beforeTheScan) =>
    hooks.cards('order-select', {
      ...told,
      context: { ...ordersOf(headMri(more)), selections: ['ServiceRequest/mri-1'] },
    })

  it('without the heavily T2-weighted sequence gets a suggestion that adds it and leaves the rest as it was', async () => {
    const [card] = await mri({ priority: 'routine', note: [{ text: 'Afraid of narrow rooms' }] })
    expect(card?.indicator).toBe('warning')
    const [action] = card?.suggestions?.[0]?.actions ?? []
    const order = action?.type === 'update' ? action.resource : null
    expect(order).toMatchObject({ ...headMri(), priority: 'routine', note: [{ text: 'Afraid of narrow rooms' }] })
    const details = (order?.orderDetail ?? []) as readonly Readonly<{ text: string }>[]
    expect(details.map(({ text }) => text).join()).toContain('heavily T2-weighted')
    expect((await validation())(order as Json)).toEqual([])
    // Taken, there is nothing left to say.
    const context = { ...ordersOf(order as Json), selections: ['ServiceRequest/mri-1'] }
    expect(await hooks.cards('order-select', { ...beforeTheScan, context })).toEqual([])
  })

  it('is not asked to be completed once it is signed as suggested', async () => {
    const { day, prefetch } = beforeTheScan
    const signed = async (order: Json) => {
      const entry = [{ resource: { ...order, status: 'active', authoredOn: day } }]
      const serviceRequest = { resourceType: 'Bundle', type: 'searchset', entry }
      const cards = await hooks.cards('patient-view', { day, prefetch: { ...prefetch, serviceRequest } })
      return cards.at(-1)?.detail ?? ''
    }
    const [card] = await mri()
    const [action] = card?.suggestions?.[0]?.actions ?? []
    expect(await signed(headMri())).toContain('Add the missing sequences')
    expect(await signed(action?.type === 'update' ? action.resource : {})).not.toContain('Add the missing sequences')
  })

  it.each([
    ['that names the sequences in words of its own', { orderDetail: [{ text: 'with CISS and TOF-MRA' }] }, 0],
    ['that names one of the two', { note: [{ text: 'FIESTA please' }] }, 1],
    ['for headache', { reasonCode: [icd('R51.9')] }, 0],
    ['of the knee', { code: coded('http://loinc.org', '36801-9') }, 0],
  ])('%s', async (_what, more, count) => {
    expect(await mri(more)).toHaveLength(count)
  })

  it('asks for contrast, too, while a red flag is open', async () => {
    const flag = { coding: [{ system: 'https://facialis.invalid/fact', code: 'rf.facialNumb' }] }
    const told = { resourceType: 'Observation', id: 'flag', status: 'final', subject, code: flag, valueBoolean: true }
    const before = beforeTheScan.prefetch.observation as Readonly<{ entry: readonly unknown[] }>
    const observation = { ...before, total: before.entry.length + 1, entry: [...before.entry, { resource: told }] }
    const [card] = await mri({}, { ...beforeTheScan, prefetch: { ...beforeTheScan.prefetch, observation } })
    expect(card?.detail).toContain('T1 before and after contrast')
  })

  it('for spasm is looked at, and one for no stated reason is not, where the pathway is not the person’s', async () => {
    expect(await mri({}, { ...beforeTheScan, ...nobody })).toEqual([])
    expect(await mri({ reasonCode: [icd('G51.32')] }, { ...beforeTheScan, ...nobody })).toHaveLength(1)
  })
})

describe('what was not sent', () => {
  const without = (key: string, prefetch: Json): Json =>
    Object.fromEntries(Object.entries(prefetch).filter(([name]) => name !== key))
  const page = { resourceType: 'Bundle', type: 'searchset', entry: [] }
  const operation = {
    resourceType: 'Procedure',
    id: 'p',
    status: 'completed',
    subject,
    code: { text: 'tonsillectomy' },
  }
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] }

  const withheld = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'suppressed' }] }

  it.each([
    ['left out', without('procedure', cleared.prefetch)],
    ['an error', { ...cleared.prefetch, procedure: outcome }],
    ['an error within a page', { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: outcome }] } }],
    ['kept back', { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: withheld }] } }],
    ['an entry without a resource', { ...cleared.prefetch, procedure: { ...page, entry: [{ fullUrl: 'x' }] } }],
    [
      'the first page of several',
      { ...cleared.prefetch, procedure: { ...page, link: [{ relation: 'next', url: 'https://ehr.example/2' }] } },
    ],
    ['fewer than there are', { ...cleared.prefetch, procedure: { ...page, total: 3 } }],
    ['a number of them that is none', { ...cleared.prefetch, procedure: { ...page, total: '3' } }],
    [
      'a way on that is no list',
      { ...cleared.prefetch, procedure: { ...page, link: { relation: 'next', url: 'https://ehr.example/2' } } },
    ],
    [
      'a page within a page that goes on',
      { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: { ...page, link: [{ relation: 'next' }] } }] } },
    ],
    ['one alone', { ...cleared.prefetch, procedure: operation }],
    [
      'another type',
      { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: { resourceType: 'Goal', id: 'g' } }] } },
    ],
    ['the patient instead', { ...cleared.prefetch, procedure: cleared.prefetch.patient }],
  ])('%s is named, and keeps a gate from being called open', async (_what, prefetch) => {
    const opened = await hooks.cards('patient-view', { day: cleared.day, prefetch })
    expect(opened.at(-1)?.summary).toContain('procedure records')
    const signing = await hooks.cards('order-sign', { day: cleared.day, prefetch, context: ordersOf(toxin()) })
    expect(indicators(signing)).toEqual(['critical', 'warning'])
    expect(signing[0]?.summary).toContain('procedure records')
  })

  it('is also what a medicine was that nothing here names: no gate is called open over it', async () => {
    const reference = 'https://pharmacy.example/fhir/Medication/7'
    const given = (medicationReference: Json) => ({
      resourceType: 'MedicationAdministration',
      id: 'given',
      status: 'completed',
      subject,
      effectiveDateTime: cleared.day,
      medicationReference,
    })
    const told = (medicationReference: Json) => ({
      day: cleared.day,
      prefetch: {
        ...cleared.prefetch,
        medicationAdministration: { ...page, entry: [{ resource: given(medicationReference) }] },
      },
    })
    const signing = (medicationReference: Json) =>
      hooks.cards('order-sign', { ...told(medicationReference), context: ordersOf(toxin()) })
    expect(await signing({ reference, display: 'Ibuprofen' })).toEqual([])
    const cards = await signing({ reference })
    expect(indicators(cards)).toEqual(['critical', 'warning'])
    expect(cards[0]?.summary).toContain('not sent whole: names of medicines')
    const opened = await hooks.cards('patient-view', told({ reference }))
    expect(opened.map(({ detail }) => detail).join('\n')).toContain('**Cannot be told**')
  })

  it('nothing at all is named whole, and never read as "no"', async () => {
    const [held] = await hooks.cards('order-sign', { context: ordersOf(toxin()) })
    expect(held?.indicator).toBe('critical')
    const [opened] = await hooks.cards('patient-view', {})
    expect(opened?.indicator).toBe('info')
    expect(opened?.detail).toContain('condition records')
  })

  it('null is the client’s own word that there is none', async () => {
    expect(await hooks.cards('patient-view', nobody)).toEqual([])
  })
})

describe('whoever the pathway does not concern', () => {
  it.each([
    ['nothing', {}],
    [
      'a scan of the head',
      { diagnosticReport: { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: scanBefore }] } },
    ],
    [
      'a cancer',
      {
        condition: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [{ resource: { resourceType: 'Condition', id: 'c', subject, code: icd('C50.9') } }],
        },
      },
    ],
  ])('with %s on record is left alone when their chart is opened', async (_what, more) => {
    expect(await hooks.cards('patient-view', { prefetch: { ...nobody.prefetch, ...more } })).toEqual([])
  })
})

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
    const { status, body } = await hooks.post('/cds-services/facialis-order-sign', request)
    expect([status, (body.problem as Json).where]).toEqual([400, where])
    expect(String((body.problem as Json).sentence).length).toBeGreaterThan(15)
  })

  it('a selection that is none of the orders', async () => {
    const context = { ...ordersOf(toxin()), selections: ['MedicationRequest/none'] }
    const { status, body } = await hooks.post(
      '/cds-services/facialis-order-select',
      requestOf('order-select', { context }),
    )
    expect([status, (body.problem as Json).where]).toEqual([400, 'context.selections[0]'])
  })

  it('what is no JSON, and a service that does not exist', async () => {
    expect((await hooks.post('/cds-services/facialis-order-sign', '{"hook":')).status).toBe(400)
    expect((await hooks.post('/cds-services/no-such-service', {})).status).toBe(404)
  })
})

it('shows words of the record as they stand, never as a link or a heading', async () => {
  const lure = '[press](https://evil.example) <img src=x> **now**'
  const verificationStatus = coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed')
  const code = icd('G51.32')
  const resource = {
    resourceType: 'Condition',
    id: lure,
    subject,
    code,
    verificationStatus,
    recordedDate: '2026-11-01',
  }
  const condition = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource }] }
  const cards = await hooks.cards('patient-view', { prefetch: { ...nobody.prefetch, condition } })
  expect(cards.map(({ detail }) => detail).join()).toContain('press')
  for (const { detail } of cards) expect(detail).not.toMatch(/[^\\]\]\(https|<img|[^\\]\*\*now/)
})
