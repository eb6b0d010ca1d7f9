import { describe, expect, it } from 'vitest'
import { factOf } from '../../pathway.ts'
import { emptyForm, problemsOf, type ReferralForm, referralOf } from './referral-form.ts'
import { symptomFacts } from './symptom-facts.ts'

const ada: ReferralForm = {
  ...emptyForm,
  name: ' Demo Ada Sample ',
  side: 'left',
  referrerName: 'Demo Dr Example',
}

describe('a referral', () => {
  it('needs four things, of which the birth date may be unknown', () => {
    expect(Object.keys(problemsOf(emptyForm))).toEqual(['name', 'side', 'referrerName'])
    expect(problemsOf(ada)).toEqual({})
    expect(referralOf(ada).patient).toEqual({ name: 'Demo Ada Sample', birthDate: null })
  })

  it('sends what was answered, "don’t know" as unknown, and leaves out what was not asked', () => {
    const referral = referralOf({
      ...ada,
      facts: { 'rf.suddenPalsy': 'no', 'rf.limbOrSpeech': null, 'rf.raisedICP': undefined },
    })
    expect(referral.facts).toEqual({ 'rf.suddenPalsy': 'no', 'rf.limbOrSpeech': null })
  })

  it('sends an earlier treatment as words to the team', () => {
    expect(referralOf({ ...ada, message: 'Please ring.', treated: 'yes' }).message).toBe(
      'Please ring.\nTreated before: yes.',
    )
    expect(referralOf(ada).message).toBeUndefined()
  })

  it('says a date that is none', () => {
    expect(problemsOf({ ...ada, birthDate: '3.4.1968' }).birthDate).toContain('1968-04-03')
  })
})

describe('the questions about what was seen', () => {
  it('ask facts the pathway knows', () => {
    expect(symptomFacts.filter((id) => factOf(id) === null)).toEqual([])
  })
})
