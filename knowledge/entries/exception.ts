import { entry, fieldsOf, neutral } from '@facialis/language'

const field = fieldsOf('exception')
const noAnswer = neutral('an exception lets one act pass; it changes no answer')

export const exceptionCodes = [
  'mri-booked',
  'mri-impossible',
  'imaging-declined',
  'known-cause-symptomatic',
  'continuity',
  'specialist-opinion',
  'clinic-date',
  'touch-up',
  'other',
] as const

/** A standing exception. Its date is the day of signature. */
export const exception = entry(
  'exception',
  { label: 'standing exception', plural: 'exceptions' },
  {
    code: field.choice('exception.code', exceptionCodes, {
      question: 'For which reason?',
      label: 'reason of the exception',
      adverse: noAnswer,
    }),
    signerRole: field.choice('exception.signerRole', ['senior-clinician', 'other'], {
      question: 'In which role did the signer sign?',
      label: 'signer of the exception',
      adverse: noAnswer,
    }),
    patientTold: field.yesNo('exception.patientTold', {
      question: 'Was the person told?',
      label: 'person told',
      adverse: noAnswer,
    }),
    expires: field.date('exception.expires', {
      question: 'When does it expire?',
      label: 'expiry of the exception',
      adverse: noAnswer,
    }),
    used: field.yesNo('exception.used', {
      question: 'Has it been used?',
      label: 'exception used',
      unrecorded: 'no',
      adverse: noAnswer,
    }),
  },
)
