import { answersOf } from '@facialis/engine'
import { mayBeForbidden, ownGatesOf } from '@facialis/fhir/cards/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import type { Sample } from '../cds-hooks/hooks.ts'
import { all, gapsOf, people, person, read, resourcesIn, subject, without } from './reads.ts'
import { base, type Json, recordsOf } from './records.ts'

describe('what the record only refers to', () => {
  const order = {
    resourceType: 'MedicationAdministration',
    id: 'given',
    status: 'completed',
    subject,
    medicationReference: { reference: 'Medication/toxin' },
    effectiveDateTime: '2026-11-02',
    performer: [{ actor: { reference: `${base}/Practitioner/nora` } }],
  }
  const medicine = {
    resourceType: 'Medication',
    id: 'toxin',
    code: { coding: [{ system: 'http://www.whocc.no/atc', code: 'M03AX01' }] },
  }
  const nora = { resourceType: 'Practitioner', id: 'nora' }

  it('is looked up: which medicine it was, and who stands behind it', async () => {
    const records = recordsOf([person, order, medicine, nora])
    const { sent, gaps } = await read(records)
    expect(gaps).toEqual([])
    expect(sent.chart.entries.map(({ kind }) => kind)).toEqual(['session'])
    expect(records.asked).toContain('PractitionerRole?practitioner=nora')
  })

  it('is named where it may not be looked up', async () => {
    const records = recordsOf([person, order, medicine, nora])
    const { gaps } = await read(records, without('Medication', 'Practitioner', 'PractitionerRole'))
    expect(gapsOf(gaps)).toEqual({
      Medication: 'not granted',
      Practitioner: 'not granted',
      PractitionerRole: 'not granted',
    })
  })

  it('is named where access was given to some of it only', async () => {
    const narrowed = ['Medication', 'Practitioner', 'PractitionerRole'].map((type) => `patient/${type}.rs?code=1`)
    const scopes = [...without('Medication', 'Practitioner', 'PractitionerRole'), ...narrowed]
    const { sent, gaps } = await read(recordsOf([person, order, medicine, nora]), scopes)
    expect(sent.chart.entries.map(({ kind }) => kind)).toEqual(['session'])
    expect(gapsOf(gaps)).toEqual({
      Medication: 'granted in part',
      Practitioner: 'granted in part',
      PractitionerRole: 'granted in part',
    })
  })

  it.each<readonly [string, Json, readonly Json[]]>([
    ['on another server', { reference: 'https://pharmacy.example/fhir/Medication/7' }, []],
    [
      'on another server, by an id that another medicine has here',
      { reference: 'https://pharmacy.example/fhir/Medication/toxin' },
      [
        { ...order, id: 'harmless', medicationReference: { reference: 'Medication/toxin' } },
        { ...medicine, code: { text: 'Ibuprofen' } },
      ],
    ],
    ['by a number only', { identifier: { system: 'https://pharmacy.example', value: '7' } }, []],
    ['by an address that nothing has', { reference: 'urn:uuid:4d8b7a0e-6f0c-4f44-9a53-3d2a3c0d7a11' }, []],
    ['inside a resource that does not hold it', { reference: '#m' }, []],
    ['by an id that is written as none may be', { reference: 'Medication/with_underscore' }, []],
  ])('is named where nobody can tell which medicine it was: %s', async (_where, medicationReference, beside) => {
    const { bundle, day } = new Map(people).get('typical-left-after-the-scan') as Sample
    const given = { ...order, effectiveDateTime: '2026-11-18', medicationReference }
    const others = beside as readonly (Json & Readonly<{ resourceType: string }>)[]
    const { sent, gaps } = await read(recordsOf([...resourcesIn(bundle), given, nora, ...others]), all, day)
    expect(gapsOf(gaps)).toEqual({ Medication: 'not readable' })
    const answers = answersOf(hemifacialSpasm, sent.chart, { asOf: parseDate(day)?.lo ?? 0, policy: {} })
    for (const gate of ownGatesOf(hemifacialSpasm)) {
      const answer = answers[gate.id] ?? ''
      expect(mayBeForbidden(gate, { answer }, gaps), gate.id).toBe(answer !== 'blocked')
    }
    expect(answers.botulinum).not.toBe('blocked')
  })

  it('is not followed out of the server', async () => {
    const elsewhere = {
      ...order,
      medicationReference: { reference: 'https://elsewhere.example/fhir/Medication/toxin' },
    }
    const records = recordsOf([person, elsewhere])
    await read(records)
    expect(records.asked.filter((path) => path.includes('Medication/'))).toEqual([])
  })
})
