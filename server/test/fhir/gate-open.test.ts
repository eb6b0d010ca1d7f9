import { beforeAll, describe, expect, it } from 'vitest'
import { atChair, openGate, walk } from '../journey.ts'
import { fhir, oneHouse, refusal } from './support.ts'
import { botox, given, order, today } from './toxin-told.ts'

const { house, post, sessions } = oneHouse()

describe('an open gate', () => {
  let id: string
  beforeAll(async () => {
    id = await openGate(house())
  })

  it('lets an order in, and keeps the advice it relied on', async () => {
    const told = await post('neurologist', order(id))
    expect(told.status).toBe(201)
    const [decision] = await house().built.clinic.record.decisionsOf(id)
    expect(JSON.parse(decision!.input)).toMatchObject({ basis: 'before', asOf: today })
  })

  it('opens nothing for somebody else, whose unsigned order a task points to', async () => {
    const other = await house().patient()
    const draft = await post('neurologist', order(other, { status: 'draft' }))
    const own = await post('neurologist', order(id, { status: 'draft' }))
    const focus = { reference: `MedicationRequest/${own.body.id}` }
    const basedOn = [{ reference: `MedicationRequest/${draft.body.id}` }]
    const task = {
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      for: { reference: `Patient/${id}` },
      focus,
    }
    expect((await post('neurologist', task)).status).toBe(201)
    expect(refusal(await post('neurologist', { ...task, basedOn }))).toEqual([422, 'gate-shut'])
  })

  it('has somebody look when what another system takes back opens it again', async () => {
    const status = (system: string, code: string) => ({
      coding: [{ system: `http://terminology.hl7.org/CodeSystem/condition-${system}`, code }],
    })
    const tumour = await post('neurologist', {
      resourceType: 'Condition',
      clinicalStatus: status('clinical', 'active'),
      verificationStatus: status('ver-status', 'confirmed'),
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'D33.3' }] },
      subject: { reference: `Patient/${id}` },
      recordedDate: today,
    })
    const shut = await house().view(id)
    expect([shut.advice.decisions.botulinum, shut.reviews]).toMatchObject([{ answer: 'blocked' }, []])
    await fhir(house(), 'neurologist', 'DELETE', `/Condition/${tumour.body.id}`, undefined, {
      headers: { 'if-match': '"1"' },
    })
    const open = await house().view(id)
    expect(open.advice.decisions.botulinum).not.toMatchObject({ answer: 'blocked' })
    expect(open.reviews).toMatchObject([{ done: false, reason: expect.stringContaining('opens a gate') }])
  })

  it('asks of an injection what it asks of an act: the list at the chair, one at a time, an order for a nurse', async () => {
    const early = await post('neurologist', given(id))
    expect([early.status, early.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'gate-shut'])
    await walk(house(), id, ['neurologist', atChair(today)])
    const byNurse = await post('nurse', given(id))
    expect([byNurse.status, byNurse.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'no-plan'])
    const entry = { resource: given(id), request: { method: 'POST', url: 'MedicationAdministration' } }
    const twice = await fhir(house(), 'neurologist', 'POST', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [entry, entry],
    })
    expect(twice.issues[0]?.details.coding?.[0]?.code).toBe('one-session')
    const tomorrow = await post('neurologist', given(id, { effectiveDateTime: '2026-11-24' }))
    expect(tomorrow.issues[0]?.details.coding?.[0]?.code).toBe('in-the-future')
  })

  it('lets an injection of today in that lacks nothing, and counts it as what was given here', async () => {
    const whole = given(id, {
      medicationCodeableConcept: undefined,
      contained: [
        {
          resourceType: 'Medication',
          id: 'vial',
          code: botox,
          batch: { lotNumber: 'L-100', expirationDate: '2028-01' },
        },
      ],
      medicationReference: { reference: '#vial' },
      dosage: {
        dose: { value: 20, unit: 'U' },
        site: { coding: [{ system: 'http://snomed.info/sct', code: '7771000' }] },
      },
    })
    const asked = await post('neurologist', whole)
    expect(asked.issues[0]?.details.text).toContain('To confirm, send it again with the header')
    const headers = { 'x-facialis-confirmed': '1' }
    const told = await fhir(house(), 'neurologist', 'POST', '/MedicationAdministration', whole, { headers })
    expect(told.status).toBe(201)
    const [decision] = await house().built.clinic.record.decisionsOf(id)
    expect(JSON.parse(decision!.input)).toMatchObject({ basis: 'before' })
    expect(await sessions(id)).toHaveLength(1)
    expect((await house().view(id)).advice.decisions.botulinum).toMatchObject({ answer: 'blocked' })
  })
})
