import { entry, fieldsOf, neutral } from '@facialis/language'

const field = fieldsOf('exception')
const noAnswer = neutral('an exception lets one act pass; it changes no answer')

/** Every reason there is. Each stands in for one limit, or for the lesions not yet ruled out; what it covers stands with its kind. */
export const exceptionCodes = [
  'mri-booked',
  'mri-impossible',
  'imaging-declined',
  'known-cause-symptomatic',
  'continuity',
  'paediatric-opinion',
  'neuromuscular-opinion',
  'clinic-date',
  'touch-up',
  'interval',
  'pregnancy-plan',
  'warfarin',
  'toxin-elsewhere',
] as const
export type ExceptionCode = (typeof exceptionCodes)[number]

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
      may: 'future',
      adverse: noAnswer,
    }),
    opinionBy: field.text('exception.opinionBy', {
      question: 'Which specialist gave the opinion (name and post)?',
      label: 'specialist who gave the opinion',
    }),
    owner: field.text('exception.owner', {
      question: 'Who owns the known cause (name and post)?',
      label: 'owner of the known cause',
    }),
    plan: field.text('exception.plan', {
      question: 'What is the plan for the known cause?',
      label: 'plan for the known cause',
    }),
    reportRequested: field.yesNo('exception.reportRequested', {
      question: 'Was the earlier scan report asked for?',
      label: 'earlier report asked for',
      adverse: noAnswer,
    }),
    missedMuscle: field.text('exception.missedMuscle', {
      question: 'Which muscle was missed?',
      label: 'muscle that was missed',
    }),
    reason: field.text('exception.reason', {
      question: 'What was weighed, and why is it accepted?',
      label: 'reason in words',
    }),
    used: field.yesNo('exception.used', {
      question: 'Has it been used?',
      label: 'exception used',
      unrecorded: 'no',
      adverse: noAnswer,
    }),
  },
)
