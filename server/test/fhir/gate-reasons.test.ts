import { describe, expect, it } from 'vitest'
import { type Json, oneHouse, refusal } from './support.ts'
import { botox, condition, cpt, given, migraine, order, today } from './toxin-told.ts'

const { house, post, sessions, made, madeId, revise, send } = oneHouse()

describe('a reason for toxin', () => {
  const icd = (code: string): Json => ({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code })
  const absent = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
  const sct = (code: string): Json => ({ system: 'http://snomed.info/sct', code })
  const migraines = { coding: [cpt('64615')] }
  const facial = { coding: [cpt('64612')] }
  const both = { coding: [cpt('64615'), cpt('64612')] }
  const operated = (id: string, more: Json): Json => ({
    resourceType: 'Procedure',
    status: 'completed',
    performedDateTime: today,
    subject: { reference: `Patient/${id}` },
    ...more,
  })
  const neck = { coding: [{ system: 'http://snomed.info/sct', code: '45048000' }] }

  it.each<[string, (id: string) => Json]>([
    ['that is unknown', (id) => order(id, { reasonCode: [{ coding: [{ system: absent, code: 'unknown' }] }] })],
    [
      'whose code is of a list of their own, without words',
      (id) => order(id, { reasonCode: [{ coding: [{ system: 'urn:local', code: 'x1' }] }] }),
    ],
    ['whose code is of no system', (id) => order(id, { reasonCode: [{ coding: [{ code: 'G43.709' }] }] })],
    [
      'that names the spasm beside a code nobody here knows',
      (id) =>
        given(id, { reasonCode: [{ coding: [{ system: 'urn:local', code: 'x1', display: 'Hemifacial spasm' }] }] }),
    ],
    [
      'that is the spasm and another',
      (id) => order(id, { reasonCode: [{ coding: [icd('G24.3')] }, { coding: [icd('G51.32')] }] }),
    ],
    [
      'that is the spasm, of a procedure mostly done for another',
      (id) => operated(id, { code: migraines, reasonCode: [{ coding: [icd('G51.3')] }] }),
    ],
    [
      'nobody told, with a place beside the neck that nobody here knows',
      (id) => order(id, { dosageInstruction: [{ site: neck }, { site: { text: 'around the left eye' } }] }),
    ],
    [
      'that is the spasm in the international edition',
      (id) =>
        order(id, { reasonCode: [{ coding: [{ system: 'http://id.who.int/icd/release/11/mms', code: '8b88.2' }] }] }),
    ],
    ['that is a spasm of the face', (id) => order(id, { reasonCode: [{ coding: [sct('32402008')] }] })],
    ['whose number was mistyped', (id) => order(id, { reasonCode: [{ coding: [sct('56484008')] }] })],
    ['that nobody told, of two codes that contradict each other', (id) => operated(id, { code: both })],
    [
      'that is of the neck, of two codes of which one is the face',
      (id) =>
        operated(id, { code: { coding: [cpt('64612'), cpt('64616')] }, reasonCode: [{ coding: [icd('G24.3')] }] }),
    ],
    [
      'that fits one of two codes that contradict each other',
      (id) => operated(id, { code: migraines, usedCode: [facial], ...migraine }),
    ],
  ])('opens no shut gate: %s', async (_, resource) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', resource(id)))).toEqual([422, 'gate-shut'])
    expect(await sessions(id)).toEqual([])
  })

  it.each<[string, (id: string) => Json]>([
    ['migraine', (id) => order(id, { reasonCode: [{ coding: [icd('G43.709')], text: 'Chronic migraine' }] })],
    ['the neck alone', (id) => order(id, { dosageInstruction: [{ site: neck }] })],
    ['a procedure for migraine', (id) => operated(id, { code: migraines })],
    [
      'a procedure for migraine that is ordered',
      (id) => ({ ...order(id), resourceType: 'ServiceRequest', code: migraines, medicationCodeableConcept: undefined }),
    ],
    ['the face, for another disease', (id) => operated(id, { code: facial, reasonCode: [{ coding: [icd('G24.5')] }] })],
    ['dystonia of the neck', (id) => order(id, { reasonCode: [{ coding: [sct('74333002')] }] })],
  ])('that is not the face is no matter of the gate: %s', async (_, resource) => {
    const id = await house().patient()
    expect((await post('neurologist', resource(id))).status).toBe(201)
  })
})

describe('another reason that is taken back', () => {
  const blepharospasm = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G24.5' }] }
  const resting = (id: string, problem: string) =>
    order(id, { reasonReference: [{ reference: `Condition/${problem}` }] })
  const refuted = {
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }],
    },
  }

  it('has somebody look at the order that rests on it, in the same act', async () => {
    const id = await house().patient()
    const problem = await made('neurologist', condition(id, blepharospasm))
    await made('neurologist', resting(id, problem.id))
    expect((await house().view(id)).reviews).toEqual([])
    const told = await revise('neurologist', { ...problem, note: [{ text: 'seen again' }] }, 1)
    expect((await revise('neurologist', { ...told.body, ...refuted }, 2)).status).toBe(200)
    expect((await house().view(id)).reviews).toMatchObject([
      { reason: expect.stringContaining('took back the reason') },
    ])
  })

  it('is none of what was handed out on the order either', async () => {
    const id = await house().patient()
    const first = await made('neurologist', order(id, migraine))
    const handed = { resourceType: 'MedicationDispense', status: 'in-progress', medicationCodeableConcept: botox }
    const on = { authorizingPrescription: [{ reference: `MedicationRequest/${first.id}` }] }
    await made('nurse', { ...handed, ...on, subject: first.subject })
    expect((await revise('neurologist', { ...first, status: 'entered-in-error' }, 1)).status).toBe(200)
    expect((await house().view(id)).reviews).toHaveLength(1)
  })

  it('along with the order is no reason of it', async () => {
    const id = await house().patient()
    const problem = await madeId('neurologist', condition(id, blepharospasm))
    const told = await send('neurologist', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { request: { method: 'DELETE', url: `Condition/${problem}`, ifMatch: 'W/"1"' } },
        { resource: resting(id, problem), request: { method: 'POST', url: 'MedicationRequest' } },
      ],
    })
    expect(refusal(told)).toEqual([422, 'gate-shut'])
  })
})
