import { describe, expect, it } from 'vitest'
import { factOf } from '../../pathway.ts'
import { emptyForm, problemsOf, type ReferralForm, referralOf } from './referral-form.ts'
import { symptomFacts } from './symptom-facts.ts'

const ada: ReferralForm = {
  ...emptyForm,
  name: ' Demo Ada Sample ',
  phone: '555-0142',
  side: 'left',
  referrerName: 'Demo Dr Example',
}

describe('a referral', () => {
  it('needs five things, of which the birth date may be unknown', () => {
    expect(Object.keys(problemsOf(emptyForm))).toEqual(['name', 'phone', 'side', 'referrerName'])
    expect(problemsOf(ada)).toEqual({})
    expect(referralOf(ada).patient).toEqual({ name: 'Demo Ada Sample', birthDate: null, phone: '555-0142' })
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
    expect(problemsOf({ ...ada, birthDate: '31 Feb 1961' }).birthDate).toBe('February 1961 has 28 days.')
    expect(problemsOf({ ...ada, birthDate: '2030' }, { today: '2026-11-26' }).birthDate).toBe(
      'Birth date: the latest day is today, 26 Nov 2026.',
    )
  })
  it('takes a birth date as people write it', () => {
    for (const birthDate of ['11 Feb 1961', '11.02.1961', '25/02/1961'])
      expect(problemsOf({ ...ada, birthDate }).birthDate).toBeUndefined()
    expect(referralOf({ ...ada, birthDate: '11.02.1961' }).patient.birthDate).toBe('1961-02-11')
    expect(problemsOf({ ...ada, birthDate: '03/04/1968' }).birthDate).toBe('Which day is 03/04/1968?')
  })
  it('takes no birth date before anybody who lives was born', () => {
    for (const birthDate of ['0000', '1850', '1.2.1850'])
      expect(problemsOf({ ...ada, birthDate }, { today: '2026-11-26' }).birthDate).toMatch(/Check the year|not a date/)
    expect(problemsOf({ ...ada, birthDate: '1900' }, { today: '2026-11-26' }).birthDate).toBeUndefined()
  })
  it('needs one way to reach the patient or who refers; on paper there may be none', () => {
    const nowhere = { ...ada, phone: '' }
    expect(problemsOf(nowhere).phone).toMatch(/^A telephone number or an e-mail address is needed/)
    expect(problemsOf(nowhere, { staff: true })).toEqual({})
    expect(problemsOf({ ...nowhere, referrerEmail: 'rowan@example.org' })).toEqual({})
  })
  it('asks for the name of who refers, in the words of whoever fills it in', () => {
    const nobody = { ...ada, referrerName: ' ' }
    expect(problemsOf(nobody).referrerName).toBe('Your name is needed.')
    expect(problemsOf(nobody, { staff: true }).referrerName).toBe('Referrer’s name is needed.')
  })
  it('is not sent while an answer cannot be read', () => {
    expect(problemsOf({ ...ada, facts: { 'hfs.onset': 'in the autumn' } }).facts).toMatch(/not a date/)
  })
  it('says that nobody can be rung at “abc” or written to at “not-an-email”', () => {
    expect(problemsOf({ ...ada, phone: 'abc', email: 'not-an-email' })).toEqual({
      phone: 'This is not a telephone number: it has fewer than five digits.',
      email: 'This is not an e-mail address. Write it like name@example.org.',
    })
  })
})

describe('the questions about what was seen', () => {
  it('ask facts the pathway knows', () => {
    expect(symptomFacts.filter((id) => factOf(id) === null)).toEqual([])
  })
})
