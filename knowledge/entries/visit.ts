import { entry, fieldsOf, neutral } from '@facialis/language'

const field = fieldsOf('visit')

/** Kinds of visit at which somebody here sees the person; at one of no kind that is known nobody can tell. */
export const seenAt = ['first', 'follow-up', 'injection', 'pre-op', 'post-op'] as const
/** Whether a word is one of these. */
export const isSeenAt = (kind: unknown): boolean => seenAt.some((one) => one === kind)

/** A meeting with the person, by any way. Its date is the day it took place. */
export const visit = entry(
  'visit',
  { label: 'visit', plural: 'visits' },
  {
    kind: field.choice('visit.kind', ['triage', ...seenAt, 'phone'], {
      question: 'What kind of visit was it?',
      label: 'kind of visit',
      adverse: neutral('a visit by itself changes no offer'),
    }),
    diagnosisAffirmed: field.yesNo('visit.diagnosisAffirmed', {
      question: 'Was the diagnosis affirmed and were the alternatives offered?',
      label: 'diagnosis affirmed',
      adverse: neutral('a yearly reminder, never a block'),
    }),
  },
)
