import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hooks, headMri, indicators, type Json, openHooks, ordersOf, subject, toldOf, toxin } from './hooks.ts'

let hooks: Hooks
beforeAll(async () => {
  hooks = await openHooks()
})
afterAll(() => hooks.close())

const beforeTheScan = toldOf('typical-left-before-the-scan')
const cleared = toldOf('typical-left-after-the-scan')
const signing = (told: typeof cleared, ...drafts: readonly Json[]) =>
  hooks.cards('order-sign', { ...told, context: ordersOf(...drafts) })

const botox = { text: 'Botox 100 units' }
const migraine = [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G43.709' }] }]
const draft = (resourceType: string, more: Json): Json => ({
  resourceType,
  id: `${resourceType}-1`,
  status: 'draft',
  intent: 'order',
  subject,
  ...more,
})
const group = (...action: readonly Json[]): Json => draft('RequestGroup', { action })
const plan = (...activity: readonly Json[]): Json => draft('CarePlan', { intent: 'plan', activity })
const doing = (more: Json): Json => ({ detail: { status: 'not-started', ...more } })
const task = (more: Json): Json => draft('Task', { subject: undefined, for: subject, ...more })
const supply = (more: Json): Json => draft('SupplyRequest', { intent: undefined, subject: undefined, ...more })
const inside = (one: Json): Json => ({ contained: [{ ...one, id: 'inner' }] })
const vial = { resourceType: 'Medication', id: 'vial', code: { text: 'onabotulinumtoxinA' } }
const link = (reference: string): Json => ({ reference })

describe('toxin that another order asks for is held as an order of it is', () => {
  it.each<[string, readonly Json[]]>([
    ['a group that names it', [group({ code: [botox] })]],
    ['a group within a group', [group({ title: 'today', action: [{ action: [{ code: [botox] }] }] })]],
    ['a group that holds the order inside', [{ ...group({ resource: link('#inner') }), ...inside(toxin()) }]],
    ['a plan of care by its product', [plan(doing({ productCodeableConcept: botox }))]],
    ['a plan of care by its code', [plan(doing({ code: botox }))]],
    ['a plan of care that holds the order inside', [{ ...plan({ reference: link('#inner') }), ...inside(toxin()) }]],
    ['a task', [task({ code: botox })]],
    [
      'a task about a plan that nobody has signed',
      [task({ focus: link('#inner'), ...inside(plan(doing({ code: botox }))) })],
    ],
    ['a vial that is sent for', [supply({ itemCodeableConcept: botox })]],
    ['a vial that is sent for, and lies with it', [supply({ itemReference: link('Medication/vial') }), vial]],
    ['an order of a scan with one inside', [headMri(inside(toxin()))]],
    [
      'an order of saline with a Bundle inside',
      [
        toxin({
          medicationCodeableConcept: { text: 'Saline' },
          ...inside({ resourceType: 'Bundle', entry: [{ resource: toxin() }] }),
        }),
      ],
    ],
    ['words for the injection', [headMri({ code: { text: 'Injection of botulinum toxin, left face' } })]],
  ])('by %s', async (_, drafts) => {
    const cards = await signing(beforeTheScan, ...drafts)
    expect(cards.map(({ indicator, summary }) => `${indicator}: ${summary}`)).toEqual([
      expect.stringMatching(/^critical: Not yet: /),
      ...cards.slice(1).map(() => expect.stringContaining('This order lacks')),
    ])
    expect(cards[0]?.suggestions?.[0]?.actions).toMatchObject([
      { type: 'delete', resourceId: expect.stringMatching(/-1$/) },
    ])
  })

  it('while it is selected, though the order it holds is not', async () => {
    const orders = ordersOf(toxin(), group({ resource: link('MedicationRequest/toxin-1') }))
    const context = { ...orders, selections: ['RequestGroup/RequestGroup-1'] }
    expect(indicators(await hooks.cards('order-select', { ...beforeTheScan, context }))).toEqual(['critical'])
  })

  it('also where the two name each other by the addresses they came with', async () => {
    const fullUrl = 'urn:uuid:11111111-1111-4111-8111-111111111111'
    const entry = [{ fullUrl, resource: toxin() }, { resource: group({ resource: link(fullUrl) }) }]
    const context = { draftOrders: { resourceType: 'Bundle', entry }, selections: ['RequestGroup-1'] }
    expect(indicators(await hooks.cards('order-select', { ...beforeTheScan, context }))).toEqual(['critical'])
  })

  it('and once everything is ruled out and signed, nothing is said', async () => {
    for (const one of [group({ code: [botox] }), plan(doing({ code: botox })), supply({ itemCodeableConcept: botox })])
      expect(await signing(cleared, one)).toEqual([])
  })

  it('and for another reason it is not held', async () => {
    for (const one of [
      { ...group({ code: [botox] }), reasonCode: migraine },
      plan(doing({ productCodeableConcept: botox, reasonCode: migraine })),
      supply({ itemCodeableConcept: botox, reasonCode: migraine }),
    ])
      expect(indicators(await signing(beforeTheScan, one))).toEqual(['info'])
  })
})

describe('what cannot be read of another order is said', () => {
  it.each<[string, Json, RegExp]>([
    [
      'an order that a group holds and was not sent',
      group({ resource: link('MedicationRequest/nowhere') }),
      /What this order asks for was not sent/,
    ],
    [
      'an order that a plan of care holds elsewhere',
      plan({ reference: link('https://ehr.example/fhir/ServiceRequest/9') }),
      /What this order asks for was not sent/,
    ],
    [
      'what a group names in words alone',
      group({ title: 'Botox to the left cheek' }),
      /may ask for something a gate applies to/,
    ],
    [
      'what a diet, a visit or a device is noted with',
      draft('NutritionOrder', { subject: undefined, patient: subject, note: [{ text: 'and Botox 20 U' }] }),
      /may ask for/,
    ],
    [
      'what is sent for by a reference that was not sent',
      supply({ itemReference: link('Medication/x') }),
      /medicine this order refers to was not sent/,
    ],
  ])('%s, while the gate is shut alone', async (_, order, summary) => {
    const cards = await signing(beforeTheScan, order)
    expect(cards.map((card) => `${card.indicator} ${card.summary}`)).toEqual([expect.stringMatching(summary)])
    expect(cards[0]?.indicator).toBe('warning')
  })

  it('and where the gate is open, or nothing of it is toxin, nothing is said', async () => {
    const nowhere = group({ resource: link('MedicationRequest/nowhere') })
    expect(await signing(cleared, nowhere)).toEqual([])
    for (const one of [
      group({ code: [{ text: 'full blood count' }] }),
      group({ code: [{ coding: [{ system: 'urn:local', code: 'x1' }] }] }),
      group({ resource: link('Appointment/1') }),
      plan(doing({ description: 'physiotherapy' })),
      supply({ itemReference: link('Device/gauze') }),
    ])
      expect(await signing(beforeTheScan, one)).toEqual([])
  })

  it('and a task for somebody else is refused', async () => {
    const told = await hooks.post('/cds-services/facialis-order-sign', {
      hook: 'order-sign',
      hookInstance: 'b1f4d0c6-7c39-4d2c-9f0a-2f6f1d1c9a10',
      context: {
        userId: 'Practitioner/demo-doctor',
        patientId: 'demo',
        ...ordersOf(task({ for: link('Patient/somebody-else') })),
      },
      prefetch: {},
    })
    expect([told.status, (told.body.problem as Json).where]).toEqual([400, 'context.draftOrders.entry[0].resource.for'])
  })
})

describe('a medicine that lies in the order, made of what lies there too,', () => {
  const madeOf = (...parts: readonly Json[]): Json =>
    toxin({
      medicationCodeableConcept: undefined,
      medicationReference: link('#kit'),
      contained: [
        {
          resourceType: 'Medication',
          id: 'kit',
          code: { text: 'Kit 2' },
          ingredient: parts.map(({ id }) => ({ itemReference: link(`#${id}`) })),
        },
        ...parts,
      ],
    })
  const substance = (text: string): Json => ({ resourceType: 'Substance', id: 'substance', code: { text } })
  const medicine = (text: string): Json => ({ resourceType: 'Medication', id: 'medicine', code: { text } })

  it.each([
    ['a substance', substance('onabotulinumtoxinA')],
    ['a medicine', medicine('Botox')],
  ])('is toxin where %s that it names is', async (_, part) => {
    const [card] = await signing(beforeTheScan, madeOf(part))
    expect(card?.summary).toMatch(/^Not yet: /)
  })

  it('is toxin where a part that says nothing of itself is made of it', async () => {
    const nameless = { resourceType: 'Medication', id: 'nameless', ingredient: [{ itemReference: link('#substance') }] }
    const { contained, ...order } = madeOf(nameless)
    const [card] = await signing(beforeTheScan, {
      ...order,
      contained: [...(contained as readonly Json[]), substance('onabotulinumtoxinA')],
    })
    expect(card?.summary).toMatch(/^Not yet: /)
  })

  it('is not told to be missing: it was sent', async () => {
    expect(await signing(beforeTheScan, madeOf(substance('lidocaine'), medicine('Saline')))).toEqual([])
  })

  it('is told to be missing where one of its parts is', async () => {
    const { contained, ...order } = madeOf(substance('lidocaine'))
    const cards = await signing(beforeTheScan, { ...order, contained: (contained as readonly Json[]).slice(0, 1) })
    expect(cards.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(/medicine this order refers to was not sent/),
    ])
  })

  it('is not told to be missing where it has more parts than are read: that is said', async () => {
    const many = Array.from({ length: 120 }, (_, at) => ({ ...substance('lidocaine'), id: `part-${at}` }))
    const [card] = await signing(beforeTheScan, madeOf(...many))
    expect(card?.summary).toMatch(/not sent, or was not read completely/)
    expect(card?.detail).toContain('No more than 100 parts are read')
  })

  it('is made of its own parts, and not of those that an order has by the same names', async () => {
    const { contained, ...order } = madeOf(substance('onabotulinumtoxinA'))
    const [kit] = contained as readonly Json[]
    const beside = { ...kit, id: 'beside', contained: [substance('onabotulinumtoxinA')] }
    const other = { ...order, medicationReference: link('Medication/beside'), contained: [substance('lidocaine')] }
    const [card] = await signing(beforeTheScan, other, beside)
    expect(card?.summary).toMatch(/^Not yet: /)
  })
})
