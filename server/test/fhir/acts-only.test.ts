import { describe, expect, it } from 'vitest'
import { evaluated, signed, walk } from '../journey.ts'
import { about, fhir, type Json, oneHouse, pressure } from './support.ts'

let ada: string
const { house, send, put } = oneHouse(async (opened) => {
  ada = await opened.patient()
})

describe('what only acts say', () => {
  const own = 'https://facialis.invalid'
  const fact = (code: string, word: string): Json => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: `${own}/fact`, code }] },
    ...about(ada),
    effectiveDateTime: '2026-11-23',
    valueCodeableConcept: { coding: [{ system: `${own}/answer`, code: word }] },
    performer: [
      { display: 'Demo Dr Forged', extension: [{ url: `${own}/StructureDefinition/role`, valueCode: 'neurologist' }] },
    ],
    note: [{ text: 'because' }],
  })
  const neurologist = {
    resourceType: 'Practitioner',
    id: 'doctor',
    qualification: [{ code: { coding: [{ system: 'http://nucc.org/provider-taxonomy', code: '2084N0400X' }] } }],
  }
  const answers = (linkId: string, answer: Json): Json => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    ...about(ada),
    authored: '2026-11-23',
    author: { type: 'Practitioner', display: 'Demo Dr Forged' },
    item: [{ linkId, answer: [answer] }],
  })

  it.each<[string, Json]>([
    ['a fact in our words', fact('rf.limbOrSpeech', 'no')],
    ['a signature in our words', fact('dx.signedBy', 'neurologist')],
    ['an entry of ours', { ...fact('x', 'y'), code: { coding: [{ system: `${own}/entry`, code: 'exception' }] } }],
    [
      'a tag of an act',
      { ...pressure('ada'), ...about('x'), meta: { tag: [{ system: `${own}/act-kind`, code: 'visit' }] } },
    ],
    [
      'a problem signed by a doctor who comes inside it',
      {
        resourceType: 'Condition',
        contained: [neurologist],
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
        verificationStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
        },
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] },
        subject: { reference: 'Patient/x' },
        recordedDate: '2026-11-23',
        asserter: { reference: '#doctor' },
      },
    ],
    ['a signature on a form', answers('dx.signedBy', { valueString: 'neurologist' })],
    ['an exception on a form', answers('exception.code', { valueString: 'touch-up' })],
    [
      'that a report was read, on a form',
      {
        ...answers('study.acknowledged', { valueBoolean: true }),
        item: [
          { linkId: 'study.performed', answer: [{ valueDate: '2026-11-01' }] },
          { linkId: 'study.acknowledged', answer: [{ valueBoolean: true }] },
        ],
      },
    ],
    ['the list at the chair on a form', answers('screen.at-chair', { valueBoolean: true })],
    [
      'the version an episode follows',
      {
        resourceType: 'EpisodeOfCare',
        status: 'active',
        patient: { reference: 'Patient/x' },
        extension: [
          { url: `${own}/StructureDefinition/follows`, valueCanonical: `${own}/PlanDefinition/hemifacial-spasm|0.1.0` },
        ],
      },
    ],
  ])('is not taken from a resource: %s', async (_, resource) => {
    const link = 'patient' in resource ? { patient: { reference: `Patient/${ada}` } } : about(ada)
    const before = await house().view(ada)
    const told = await send('neurologist', `/${resource.resourceType}`, { ...resource, ...link })
    expect([told.status, told.issues[0]?.code]).toEqual([422, 'business-rule'])
    expect((await house().view(ada)).chart).toEqual(before.chart)
  })

  it('says where the word stands that only acts use', async () => {
    const told = await send('neurologist', '/Observation', fact('rf.limbOrSpeech', 'no'))
    expect(told.issues[0]?.expression).toEqual(['Observation.code.coding[0].system'])
  })

  it('a problem on a list is heard, and signs nothing', async () => {
    const id = await house().patient()
    const told = await send('neurologist', '/Condition', {
      resourceType: 'Condition',
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
      },
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] },
      ...about(id),
      recordedDate: '2026-11-23',
    })
    expect(told.status).toBe(201)
    const { chart } = await house().view(id)
    expect(chart.observations.some(({ fact }) => fact === 'dx.signedBy')).toBe(false)
  })

  it('what an act recorded is changed, patched and deleted by acts alone', async () => {
    const id = await house().patient()
    await walk(house(), id, ['neurologist', evaluated('2026-11-23')], ['neurologist', signed('2026-11-23')])
    const found = await fhir(house(), 'neurologist', 'GET', `/Observation?patient=${id}&code=dx.signedBy`)
    const resource = found.bundle.entry[0]!.resource!
    const url = `/Observation/${resource.id}`
    const headers = { 'if-match': '"1"' }
    const plain = {
      resourceType: 'Observation',
      id: resource.id,
      status: 'entered-in-error',
      code: { text: 'x' },
      ...about(id),
    }
    const as = 'application/json-patch+json'
    const answersOf = [
      await put('neurologist', url, plain, '"1"'),
      await fhir(house(), 'neurologist', 'DELETE', url, undefined, { headers }),
      await fhir(
        house(),
        'neurologist',
        'PATCH',
        url,
        [
          { op: 'remove', path: '/code/coding' },
          { op: 'remove', path: '/meta/tag' },
        ],
        { headers, as },
      ),
    ]
    for (const told of answersOf) expect([told.status, told.issues[0]?.code]).toEqual([422, 'business-rule'])
    expect((await fhir(house(), 'neurologist', 'GET', url)).headers.etag).toBe('W/"1"')
  })
})
