import { identityIn } from '@facialis/fhir'
import { describe, expect, it } from 'vitest'
import { bundleOf, code, concept, subject } from './bundles.ts'
import { read, said } from './what-is-read.ts'

describe('people, allergies, consents and forms', () => {
  it('are read', () => {
    const patient = {
      resourceType: 'Patient',
      id: 'p',
      birthDate: '1960-02',
      name: [{ given: ['Demo', 'Ada'], family: 'Sample' }],
    }
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: subject,
      verificationStatus: code('confirmed'),
      code: concept('snomed', '782555009'),
    }
    const consent = {
      resourceType: 'Consent',
      id: 'c',
      patient: subject,
      status: 'active',
      dateTime: '2026-05-05',
      provision: { code: [concept('cpt', '64612')] },
    }
    expect(said(patient, allergy, consent)).toEqual({
      'person.birthDate': '1960-02',
      'chair.allergy': 'milk-protein',
      'consent.toxin': '2026-05-05',
    })
    const about = read(bundleOf(patient)).patient
    expect(identityIn(about)).toEqual({ name: 'Demo Ada Sample', birthDate: '1960-02' })
    expect(about).toMatchObject({ reference: 'Patient/p', isInUse: true, elsewhere: [], replacedBy: [] })
  })

  it('answers are known by link, by definition, or by the code of the form', () => {
    const form = {
      resourceType: 'Questionnaire',
      id: 'f',
      item: [{ linkId: '3', code: [{ system: 'https://facialis.invalid/fact', code: 'ph.downwardSpread' }] }],
    }
    const answers = {
      resourceType: 'QuestionnaireResponse',
      id: 'q',
      subject,
      status: 'completed',
      authored: '2026-06-01T10:00:00Z',
      questionnaire: 'Questionnaire/f',
      item: [
        { linkId: 'group', item: [{ linkId: 'ph.unilateral', answer: [{ valueBoolean: true }] }] },
        { linkId: '2', definition: 'https://example.org/form#ph.cn7Only', answer: [{ valueBoolean: false }] },
        { linkId: '3', answer: [{ valueBoolean: true }] },
        { linkId: 'screen.red-flags', answer: [{ valueBoolean: true }] },
        { linkId: 'rf.cancer' },
      ],
    }
    expect(said(form, answers)).toEqual({ 'ph.unilateral': 'yes', 'ph.cn7Only': 'no', 'ph.downwardSpread': 'yes' })
    expect(read(bundleOf(form, answers)).chart.screens).toMatchObject([{ screen: 'red-flags' }])
  })
})
