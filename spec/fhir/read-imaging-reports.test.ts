import { formatSpan } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { concept, type Json, observation, report, subject } from './bundles.ts'
import { counts, entries } from './what-is-read.ts'

describe('imaging reports', () => {
  const finding = (fact: string, word: string, more: Json = {}): Json =>
    observation(concept('fact', fact), {
      valueCodeableConcept: { coding: [{ system: 'https://facialis.invalid/answer', code: word }] },
      ...more,
    })

  it('in words only wait to be entered: nothing is read out of the text', () => {
    const text = report({
      conclusion: 'No tumour. Normal brain.',
      text: { div: '<div>No mass lesion</div>' },
      presentedForm: [{ contentType: 'application/pdf' }],
    })
    expect(entries(text)).toMatchObject([
      { kind: 'study', fields: { 'study.report': { word: 'not-structured' }, 'study.modality': { word: 'mri' } } },
    ])
    expect(Object.keys(entries(text)[0]?.fields ?? {}).filter((field) => field.startsWith('mri.'))).toEqual([])
    expect(counts(text).reportsNotStructured).toBe(1)
  })

  it('with coded results become a structured read', () => {
    const clear = finding('mri.tumour', 'absent', { id: 'clear' })
    const [study] = entries(report({ result: [{ reference: 'Observation/clear' }] }), clear)
    expect(study?.fields).toMatchObject({
      'study.report': { word: 'structured' },
      'mri.tumour': { word: 'absent' },
      'study.signed': { word: 'yes' },
    })
    expect(entries(report({ result: [{ reference: 'Observation/clear' }] }), clear)).toHaveLength(1)
  })

  it('that contradict themselves keep what is adverse', () => {
    const results = [finding('mri.tumour', 'present', { id: 'a' }), finding('mri.tumour', 'absent', { id: 'b' })]
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const [study] = entries(report({ result: order.map((key) => ({ reference: `Observation/${key}` })) }), ...results)
      expect(study?.fields['mri.tumour']).toEqual({ word: 'present' })
    }
  })

  it('take coded conclusions', () => {
    expect(entries(report({ conclusionCode: [concept('icd', 'D32.0')] }))[0]?.fields['mri.tumour']).toEqual({
      word: 'present',
    })
  })

  it('not signed yet may alarm but not reassure', () => {
    const results = [finding('mri.tumour', 'absent', { id: 'a' }), finding('mri.aneurysm', 'present', { id: 'b' })]
    const [study] = entries(
      report({ status: 'preliminary', result: [{ reference: 'Observation/a' }, { reference: 'Observation/b' }] }),
      ...results,
    )
    expect(study?.fields).toMatchObject({
      'mri.tumour': { unknown: 'pending' },
      'mri.aneurysm': { word: 'present' },
      'study.signed': { word: 'no' },
    })
  })

  it('read the study they name, on the day it was taken', () => {
    const scan = {
      resourceType: 'ImagingStudy',
      id: 's',
      status: 'available',
      subject,
      started: '2026-05-20T09:00:00+02:00',
      procedureCode: [concept('loinc', '24587-8')],
    }
    const made = entries(scan, report({ imagingStudy: [{ reference: 'ImagingStudy/s' }] }))
    expect(made).toHaveLength(1)
    expect(made[0]?.date && formatSpan(made[0].date)).toBe('2026-05-20')
    expect(entries(scan)).toMatchObject([{ fields: { 'study.report': { word: 'none' } } }])
  })

  it('of a knee are no study of the head', () => {
    expect(
      entries({
        resourceType: 'ImagingStudy',
        id: 's',
        status: 'available',
        subject,
        modality: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'MR' }],
      }),
    ).toEqual([])
  })

  it('that disagree all stand', () => {
    const one = report({ effectiveDateTime: '2024-01-01', conclusionCode: [concept('icd', 'G35')] })
    expect(entries(one, report({}), report({ effectiveDateTime: '2026-08' }))).toHaveLength(3)
  })
})
