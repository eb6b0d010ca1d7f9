import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../fhir/import/import-files.ts'
import { about, type Json, oneHouse, refusal } from './support.ts'
import { given, today } from './toxin-told.ts'

const { house, post, patch, madeId, sessions } = oneHouse()

const snomed = (code: string): Json => ({ coding: [{ system: 'http://snomed.info/sct', code }] })
const facts = async (id: string) =>
  (await house().view(id)).chart.observations.map(({ fact, value }) => `${fact} ${'word' in value ? value.word : ''}`)

describe('what speaks against an offer', () => {
  const icd = (code: string): Json => ({ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] })
  const problem = (code: string): Json => ({ resourceType: 'Condition', code: icd(code) })

  const allergy: Json = {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    code: { text: 'Botox' },
  }

  it.each<[string, Json]>([
    ['chair.allergy product', allergy],
    ['chair.neuromuscular yes', problem('G70.00')],
    [
      'chair.antiplatelet yes',
      {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1191' }],
        },
        dateAsserted: today,
      },
    ],
    [
      'chair.pregnancy pregnant-or-trying',
      {
        ...problem('Z33.1'),
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
      },
    ],
  ])('is heard from outside: %s', async (said, resource) => {
    const id = await house().patient()
    const whose = resource.resourceType === 'AllergyIntolerance' ? { patient: about(id).subject } : about(id)
    expect((await post('neurologist', { ...resource, ...whose })).status).toBe(201)
    expect(await facts(id)).toContain(said)
  })

  it('is heard from outside: that somebody died, who takes a place on no list any more', async () => {
    const id = await house().patient()
    const dead = await patch('nurse', `Patient/${id}`, [{ op: 'add', path: '/deceasedBoolean', value: true }])
    expect(dead.status).toBe(200)
    expect(await facts(id)).toContain('episode.closed deceased')
    const alive = await patch('nurse', `Patient/${id}`, [{ op: 'remove', path: '/deceasedBoolean' }], 2)
    expect(refusal(alive)).toEqual([403, 'may-not'])
  })

  it('is heard from a file, with everything else of somebody who died', async () => {
    const dead: Json = {
      resourceType: 'Patient',
      id: 'dead',
      name: [{ text: 'Demo Dead' }],
      deceasedDateTime: '2026-05',
    }
    const whose = { patient: { reference: 'Patient/dead' } }
    const path = join(house().folder, 'dead.ndjson')
    writeFileSync(path, [dead, { ...allergy, id: 'a1', ...whose }].map((one) => JSON.stringify(one)).join('\n'))
    const told = await importFiles(house().built.clinic, [path], {
      progress: () => {},
      aside: () => {},
      otherwise: () => {},
      badlyLinked: () => {},
    })
    expect(told).toMatchObject({ ok: true, value: { aside: 0 } })
    expect(await facts('dead')).toEqual(expect.arrayContaining(['episode.closed deceased', 'chair.allergy product']))
  })

  it('is taken back by those alone who may delete it, by whatever way of writing', async () => {
    const id = await house().patient()
    const address = `AllergyIntolerance/${await madeId('nurse', { ...allergy, patient: about(id).subject })}`
    const system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification'
    const refuted = { op: 'add', path: '/verificationStatus', value: { coding: [{ system, code: 'refuted' }] } }
    const renamed = { op: 'replace', path: '/code', value: { text: 'nothing' } }
    for (const operation of [refuted, renamed])
      expect(refusal(await patch('nurse', address, [operation]))).toEqual([403, 'may-not'])
    expect(await facts(id)).toContain('chair.allergy product')
    expect(
      (await patch('nurse', address, [{ op: 'add', path: '/note', value: [{ text: 'told today' }] }])).status,
    ).toBe(200)
    expect((await patch('neurologist', address, [refuted], 2)).status).toBe(200)
    expect(await facts(id)).not.toContain('chair.allergy product')
  })

  it('and an injection that was counted, is neither voided nor moved by a nurse', async () => {
    const id = await house().patient()
    const past = given(id, { effectiveDateTime: '2026-11-02' })
    const address = `MedicationAdministration/${await madeId('nurse', past)}`
    for (const [path, value] of [
      ['/status', 'entered-in-error'],
      ['/effectiveDateTime', '2020-01-01'],
      ['/medicationCodeableConcept', { text: 'Vitamin B12' }],
    ])
      expect(refusal(await patch('nurse', address, [{ op: 'replace', path, value }]))).toEqual([403, 'may-not'])
    expect(await sessions(id)).toHaveLength(1)
  })

  it('and how much of it was given is lowered by a doctor alone', async () => {
    const id = await house().patient()
    const past = given(id, { effectiveDateTime: '2026-11-02' })
    const address = `MedicationAdministration/${await madeId('nurse', past)}`
    const units = (value: number) => [{ op: 'replace', path: '/dosage/dose/value', value }]
    expect(refusal(await patch('nurse', address, units(2)))).toEqual([403, 'may-not'])
    const none = [{ op: 'remove', path: '/dosage' }]
    expect(refusal(await patch('nurse', address, none))).toEqual([403, 'may-not'])
    expect((await patch('nurse', address, units(25))).status).toBe(200)
    expect((await patch('neurologist', address, units(20), 2)).status).toBe(200)
  })

  it('stays in a report that a reader calls an error, or a nurse a former version of another', async () => {
    const id = await house().patient()
    const report: Json = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      ...about(id),
      code: snomed('241601008'),
      effectiveDateTime: today,
    }
    const [first, second] = [await madeId('reader', report), await madeId('reader', report)]
    const error = [{ op: 'replace', path: '/status', value: 'entered-in-error' }]
    expect(refusal(await patch('reader', `DiagnosticReport/${first}`, error))).toEqual([403, 'may-not'])
    const revises = (type: string, earlier: string, later: string): Json => ({
      resourceType: 'Provenance',
      target: [about(id).subject, { reference: `${type}/${later}` }],
      recorded: `${today}T09:00:00Z`,
      agent: [{ who: { display: 'Demo nurse' } }],
      entity: [{ role: 'revision', what: { reference: `${type}/${earlier}` } }],
    })
    expect(refusal(await post('nurse', revises('DiagnosticReport', first, second)))).toEqual([403, 'may-not'])
    expect((await post('neurologist', revises('DiagnosticReport', first, second))).status).toBe(201)
    const note: Json = { resourceType: 'Observation', status: 'final', ...about(id), code: { text: 'pulse' } }
    const [one, other] = [await madeId('nurse', note), await madeId('nurse', note)]
    expect((await post('nurse', revises('Observation', one, other))).status).toBe(201)
  })
})
