import { describe, expect, it } from 'vitest'
import { code, concept, condition } from './bundles.ts'
import { counts, leftSpasm, neurologist, said } from './what-is-read.ts'

describe('a hemifacial spasm on the problem list', () => {
  it('is a probable, typical conclusion with its side, not signed by anybody known', () => {
    expect(said(condition(leftSpasm))).toEqual({
      'dx.phenotype': 'typical',
      'dx.class': 'probable',
      'hfs.side': 'left',
    })
    expect(counts(condition(leftSpasm)).unsigned).toBe(1)
  })

  it('takes its side from the body site when the code has none', () => {
    const site = { bodySite: [concept('snomed', '24028007')] }
    expect(said(condition(concept('snomed', '13753008'), site))).toMatchObject({ 'hfs.side': 'right' })
  })

  it('takes its onset as partial as it is', () => {
    expect(said(condition(leftSpasm, { onsetDateTime: '2021-05' }))).toMatchObject({ 'hfs.onset': '2021-05' })
  })

  it.each([
    ['the role of its asserter', { asserter: { reference: 'PractitionerRole/n' } }, [neurologist]],
    [
      'a role held by its asserter',
      { asserter: { reference: 'Practitioner/d' } },
      [neurologist, { resourceType: 'Practitioner', id: 'd' }],
    ],
    [
      'the qualification of its asserter',
      { asserter: { reference: 'Practitioner/e' } },
      [{ resourceType: 'Practitioner', id: 'e', qualification: [{ code: concept('snomed', '56397003') }] }],
    ],
  ])('is signed by %s', (_what, by, people) => {
    expect(said(condition(leftSpasm, by), ...people)).toMatchObject({ 'dx.signedBy': 'neurologist' })
  })

  it.each([
    [
      'a nurse of a neurology ward',
      {
        resourceType: 'PractitionerRole',
        id: 'n',
        code: [concept('snomed', '224535009')],
        specialty: [concept('snomed', '394591006')],
      },
    ],
    ['a role nobody sent', { resourceType: 'Practitioner', id: 'x' }],
  ])('is not signed by %s', (_what, person) => {
    expect(said(condition(leftSpasm, { asserter: { reference: 'PractitionerRole/n' } }), person)).not.toHaveProperty(
      'dx.signedBy',
    )
  })

  it.each(['provisional', 'differential', 'unconfirmed'])(
    'is no conclusion while %s, though its side is known',
    (status) => {
      const facts = said(
        condition(leftSpasm, { verificationStatus: code(status), asserter: { reference: 'PractitionerRole/n' } }),
        neurologist,
      )
      expect(facts).toEqual({ 'hfs.side': 'left' })
    },
  )

  it('is no present conclusion once resolved', () => {
    expect(said(condition(leftSpasm, { clinicalStatus: code('resolved') }))).not.toHaveProperty('dx.class')
  })

  it('is nothing when entered in error or refuted', () => {
    expect(said(condition(leftSpasm, { verificationStatus: code('entered-in-error') }))).toEqual({})
    expect(said(condition(leftSpasm, { verificationStatus: code('refuted') }))).toEqual({})
    expect(counts(condition(leftSpasm, { verificationStatus: code('entered-in-error') })).enteredInError).toBe(1)
  })
})

describe('other problems', () => {
  const sclerosis = concept('snomed', '24700007')
  it.each([
    ['multiple sclerosis', sclerosis, { 'rf.msHistory': 'yes', 'known.demyelination': 'present' }],
    ['multiple sclerosis in an expanded code', concept('icd', 'G35.D'), { 'rf.msHistory': 'yes' }],
    ['blepharospasm', concept('icd', 'G24.5'), { 'ph.bilateralSync': 'yes' }],
    ['facial myokymia', concept('snomed', '1070000'), { 'rf.myokymia': 'yes' }],
    ['an earlier Bell palsy', concept('snomed', '193093009'), { 'ph.priorPalsy': 'yes' }],
    ['a meningioma', concept('icd', 'D32.0'), { 'known.tumour': 'present' }],
    ['an aneurysm', concept('icd', 'I67.1'), { 'known.vascularMalformation': 'present' }],
    ['a cancer of the skin', concept('icd', 'C44.311'), { 'rf.cancer': 'yes' }],
  ])('%s raises what it has to', (_what, coded, facts) => {
    expect(said(condition(coded))).toMatchObject(facts)
  })

  it('keep counting when resolved, and say so: only a clinician answers for a flag', () => {
    const past = condition(concept('icd', 'C50.9'), { clinicalStatus: code('resolved') })
    expect(said(past)).toEqual({ 'rf.cancer': 'yes' })
    expect(counts(past).keptAdverse).toBe(1)
  })

  it('count against even when nobody confirmed them', () => {
    expect(said(condition(sclerosis, { verificationStatus: code('provisional') }))).toMatchObject({
      'rf.msHistory': 'yes',
    })
  })

  it('are a no when refuted, unless something else says yes', () => {
    const refuted = condition(sclerosis, { verificationStatus: code('refuted'), recordedDate: '2026-09-01' })
    expect(said(refuted)).toEqual({ 'rf.msHistory': 'no', 'known.demyelination': 'no' })
    expect(said(condition(sclerosis), refuted)).toMatchObject({ 'rf.msHistory': 'yes' })
  })

  it('in codes nobody confirmed are named', () => {
    expect(counts(condition(concept('icd', 'I67.1'))).unconfirmedCodes).toEqual(['icd10cm I67.1'])
  })
})
