import { fields } from '@facialis/wire'

export const words = {
  title: 'Request an appointment',
  lead: 'Tell us how to reach you. A coordinator calls you back, usually within five working days.',
  name: fields.name.label,
  phone: fields.phone.label,
  email: fields.email.label,
  birthDate: fields.birthDate.label,
  birthHint: 'For example 3 Apr 1968; the year is enough',
  preferred: fields.preferred.label,
  reason: fields.reason.label,
  interpreter: 'Language, if you would like an interpreter',
  optional: '(optional)',
  submit: 'Send the request',
  needed: (what: string) => `${what} is needed.`,
  reasonNeeded: 'Tell us in a few words.',
  sent: 'Your request has arrived',
  sentText:
    'A coordinator will call the number you gave. If your face, arm or speech changes suddenly, call the emergency number; do not wait for us.',
  reference: (reference: string) => `Your reference: ${reference}`,
} as const
