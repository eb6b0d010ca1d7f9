import { beforeAll, describe, expect, it } from 'vitest'
import { openGate, session, walk } from '../journey.ts'
import { about, type Json, oneHouse, refusal } from './support.ts'
import { administered, today } from './toxin-told.ts'

const { house, post, revise, patch, remove, madeId, sessions } = oneHouse()

const tox = { coding: [{ system: 'http://www.whocc.no/atc', code: 'M03AX01' }] }
const by = (reference: string, display?: string): Json => ({ medicationReference: { reference, display } })

describe('a medicine that something was let in by', () => {
  const kit = (more: Json = {}): Json => ({ resourceType: 'Medication', code: { text: 'Kit 2' }, ...more })

  it('becomes no toxin: by an ingredient, by being made anew, or for an order', async () => {
    const id = await house().patient()
    const medicine = await madeId('nurse', kit())
    await madeId('nurse', administered(id, by(`Medication/${medicine}`)))
    const ingredient = [{ op: 'add', path: '/ingredient', value: [{ itemCodeableConcept: tox }] }]
    expect(refusal(await patch('nurse', `Medication/${medicine}`, ingredient))).toEqual([422, 'relied-on'])
    expect(refusal(await remove('neurologist', `Medication/${medicine}`))).toEqual([422, 'relied-on'])
    const isGone = await patch('nurse', `Medication/${medicine}`, [{ op: 'add', path: '/status', value: 'inactive' }])
    expect(isGone.status).toBe(200)

    const other = await madeId('nurse', kit())
    await madeId('neurologist', {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      ...about(id),
      ...by(`Medication/${other}/_history/1`),
    })
    expect(refusal(await patch('nurse', `Medication/${other}`, ingredient))).toEqual([422, 'relied-on'])
    expect(await sessions(id)).toEqual([])
  })

  it('is not made anew as something else after it was deleted', async () => {
    const id = await house().patient()
    const medicine = await madeId('nurse', kit())
    await remove('neurologist', `Medication/${medicine}`)
    expect(refusal(await post('nurse', administered(id, by(`Medication/${medicine}`))))).toEqual([422, 'unresolved'])
    const again = await revise('nurse', { ...kit({ ingredient: [{ itemCodeableConcept: tox }] }), id: medicine })
    expect(again.status).toBe(201)
    expect(refusal(await post('nurse', administered(id, by(`Medication/${medicine}`))))).toEqual([422, 'gate-shut'])
  })

  it('is there: the words on a reference that leads nowhere stand for nothing', async () => {
    const id = await house().patient()
    const early = await post('nurse', administered(id, by('Medication/later1', 'Vitamin B12')))
    expect(refusal(early)).toEqual([422, 'unresolved'])
    expect(refusal(await post('nurse', administered(id, by('Medication/later1', 'Botox'))))).toEqual([422, 'gate-shut'])
    expect((await post('nurse', administered(id, { medicationReference: { display: 'Vitamin B12' } }))).status).toBe(
      201,
    )
  })
})

it('a medicine that is made of another, which it only refers to, is none that anybody could judge', async () => {
  const id = await house().patient()
  const vial = await madeId('nurse', { resourceType: 'Medication', code: tox })
  const part = { itemReference: { reference: `Medication/${vial}` } }
  const kit = await madeId('nurse', { resourceType: 'Medication', code: { text: 'Kit 2' }, ingredient: [part] })
  expect(refusal(await post('nurse', administered(id, by(`Medication/${kit}`))))).toEqual([422, 'unresolved'])
})

describe('a medicine that is made of what lies inside of it', () => {
  const kit = (code: Json): Json => ({
    resourceType: 'Medication',
    code: { text: 'Kit 2' },
    contained: [{ resourceType: 'Substance', id: 'part', code }],
    ingredient: [{ itemReference: { reference: '#part' } }],
  })

  it('is judged by that', async () => {
    const id = await house().patient()
    const toxin = await madeId('nurse', kit(tox))
    expect(refusal(await post('nurse', administered(id, by(`Medication/${toxin}`))))).toEqual([422, 'gate-shut'])
    const other = await madeId('nurse', kit({ text: 'lidocaine' }))
    expect((await post('nurse', administered(id, by(`Medication/${other}`)))).status).toBe(201)
    const changed = [{ op: 'replace', path: '/contained/0/code', value: tox }]
    expect(refusal(await patch('nurse', `Medication/${other}`, changed))).toEqual([422, 'relied-on'])
  })

  it('is nobody’s to judge where it was something else in the version that is named', async () => {
    const id = await house().patient()
    const vial = await madeId('nurse', kit(tox))
    const changed = [{ op: 'replace', path: '/contained/0/code', value: { text: 'water' } }]
    expect((await patch('nurse', `Medication/${vial}`, changed)).status).toBe(200)
    const given = administered(id, by(`Medication/${vial}/_history/1`))
    expect(refusal(await post('nurse', given))).toEqual([422, 'unresolved'])
  })
})

describe('a problem for which something was given', () => {
  const problem = (id: string, code: string): Json => ({
    resourceType: 'Condition',
    ...about(id),
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
  })

  it('is not taken back to be made anew as a spasm of the face; that it is over may be said', async () => {
    const id = await house().patient()
    const migraine = await madeId('neurologist', problem(id, 'G43.709'))
    const reason = { reasonReference: [{ reference: `Condition/${migraine}` }] }
    await madeId('nurse', administered(id, { medicationCodeableConcept: tox, ...reason }))
    expect(refusal(await remove('neurologist', `Condition/${migraine}`))).toEqual([422, 'relied-on'])
    const system = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
    const over = { op: 'add', path: '/clinicalStatus', value: { coding: [{ system, code: 'resolved' }] } }
    expect((await patch('neurologist', `Condition/${migraine}`, [over])).status).toBe(200)
  })
})

describe('an order', () => {
  const order = (more: Json = {}): Json => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: tox,
    ...more,
  })
  const plan = (detail: Json, more: Json = {}): Json => ({
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    activity: [{ detail: { status: 'scheduled', ...detail } }],
    ...more,
  })
  const task = (more: Json = {}): Json => ({
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: tox,
    ...more,
  })
  const holding = (resource: Json, id: string): Json => ({
    ...resource,
    contained: [order({ id: 'inner', ...about(id) })],
  })

  it.each<[string, (id: string) => Json, string]>([
    ['that is only reported, and active', (id) => order({ ...about(id), reportedBoolean: true }), 'gate-shut'],
    [
      'that is done as soon as it is signed',
      (id) => order({ ...about(id), status: 'completed', authoredOn: today }),
      'gate-shut',
    ],
    ['in an activity of a plan', (id) => plan({ productCodeableConcept: tox }, about(id)), 'gate-shut'],
    ['in a task', (id) => task({ for: about(id).subject }), 'gate-shut'],
    [
      'in what is put into a task',
      (id) =>
        task({
          code: { text: 'Give' },
          for: about(id).subject,
          input: [{ type: { text: 'medicine' }, valueCodeableConcept: tox }],
        }),
      'gate-shut',
    ],
    ['inside a plan', (id) => holding(plan({ description: 'x' }, about(id)), id), 'hidden-order'],
    ['inside a task', (id) => holding(task({ code: { text: 'x' }, for: about(id).subject }), id), 'hidden-order'],
    [
      'inside a finding',
      (id) => holding({ resourceType: 'Observation', status: 'final', code: { text: 'pulse' }, ...about(id) }, id),
      'hidden-order',
    ],
  ])('meets the gate: %s', async (_, resource, code) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', resource(id)))).toEqual([422, code])
  })

  it('is no order where nothing of toxin is asked for', async () => {
    const id = await house().patient()
    for (const resource of [
      plan({ code: { text: 'Physiotherapy' } }, about(id)),
      plan({ productCodeableConcept: tox }, { ...about(id), intent: 'proposal' }),
      task({ code: { text: 'Call them' }, for: about(id).subject }),
      order({ ...about(id), status: 'completed', authoredOn: '2025-01-01' }),
    ])
      expect((await post('neurologist', resource)).status).toBe(201)
  })

  let id: string
  beforeAll(async () => {
    id = await openGate(house())
  })

  it('in a task is for doctors, as every order is', async () => {
    expect(refusal(await post('coordinator', task({ for: about(id).subject })))).toEqual([403, 'may-not'])
    expect((await post('neurologist', task({ for: about(id).subject }))).status).toBe(201)
  })

  it('that was let in is done on the same day, and asks nothing more', async () => {
    const address = `MedicationRequest/${await madeId('neurologist', order({ ...about(id), authoredOn: today }))}`
    await walk(house(), id, ['neurologist', { ...session('2026-11-20'), date: today, recordedAfter: { why: 'late' } }])
    expect(refusal(await post('neurologist', order(about(id))))).toEqual([422, 'gate-shut'])
    const done = [{ op: 'replace', path: '/status', value: 'completed' }]
    expect((await patch('neurologist', address, done)).status).toBe(200)
  })
})
