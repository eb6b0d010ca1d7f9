import { type Fact, fact, neutral } from '@facialis/language'
import { againstBoth } from './adverse.ts'
import { spasmBySide } from './codes.ts'

const aDate = neutral('a date; what follows from it is a comparison')

export const birthDate = fact.date('person.birthDate', {
  question: 'When was the person born (the year is enough)?',
  label: 'date of birth',
  may: 'past',
  adverse: aDate,
})
export const side = fact.choice('hfs.side', ['left', 'right', 'both'], {
  question: 'Which side of the person’s own face is affected?',
  label: 'affected side',
  codes: Object.values(spasmBySide),
  adverse: neutral('each side is judged alone'),
})
export const onset = fact.date('hfs.onset', {
  question: 'When was the first spasm on that side (the year is enough)?',
  label: 'first spasm',
  may: 'past',
  adverse: aDate,
})

const administrative = neutral('administrative')
export const referralReason = fact.choice('referral.reason', ['facial-movement', 'other'], {
  question: 'Was the person referred for facial movement?',
  label: 'reason for referral',
  adverse: administrative,
})
export const referralReceived = fact.date('referral.received', {
  question: 'When did the referral arrive?',
  label: 'arrival of the referral',
  may: 'past',
  adverse: administrative,
})
export const referralTriaged = fact.date('referral.triaged', {
  question: 'When was the referral triaged?',
  label: 'triage of the referral',
  may: 'past',
  adverse: administrative,
})
export const episodeClosed = fact.choice(
  'episode.closed',
  ['no', 'discharged', 'transferred', 'deceased', 'withdrawn', 'other-pathway'],
  {
    question: 'Has the journey along this pathway ended, and how?',
    label: 'end of the episode',
    unrecorded: 'no',
    adverse: againstBoth('deceased'),
  },
)

export const personFacts: readonly Fact[] = [
  birthDate,
  side,
  onset,
  referralReason,
  referralReceived,
  referralTriaged,
  episodeClosed,
]
