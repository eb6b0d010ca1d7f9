import { entry, fieldsOf, neutral, screen } from '@facialis/language'
import { fever, infection, locked, pain } from './facts.ts'

const s = fieldsOf('scan')
export const finding = s.choice('scan.finding', ['absent', 'present'], {
  question: 'What does it show?',
  adverse: { injection: ['present'] },
})
export const signed = s.yesNo('scan.signed', { question: 'Is it signed?', adverse: { injection: ['no'] } })
export const reported = s.date('scan.reported', {
  question: 'When was it reported?',
  adverse: neutral('a date'),
  may: 'past',
  daysAfterEntry: 0,
})
export const parts = s.set('scan.parts', ['front', 'back'], { question: 'Which parts?', adverse: neutral('parts') })
export const scan = entry(
  'scan',
  {
    label: 'scan',
    plural: 'scans',
    orderable: true,
    fills: [{ field: finding, is: 'absent', fills: [signed], with: 'yes' }],
  },
  { finding, signed, reported, parts },
)

const i = fieldsOf('injection')
export const dose = i.quantity(
  'injection.dose',
  { unit: 'ml', min: 0, max: 500, decimals: 2 },
  { question: 'How much?', adverse: neutral('a dose') },
)
export const relief = i.choice('injection.relief', ['none', 'some', 'full'], {
  question: 'Did it help?',
  adverse: neutral('a result'),
})
export const side = i.choice('injection.side', ['left', 'right'], {
  question: 'Which knee?',
  adverse: neutral('a side'),
})
export const expires = i.date('injection.expires', {
  question: 'When does the vial expire?',
  adverse: neutral('a date'),
  may: 'any',
})
export const injection = entry(
  'injection',
  { label: 'injection', plural: 'injections', ahead: 'is booked as a visit' },
  { dose, relief, side, expires },
)

const x = fieldsOf('permit')
export const code = x.choice('permit.code', ['early', 'metal'], { question: 'What for?', adverse: neutral('a code') })
export const until = x.date('permit.until', { question: 'Until when?', adverse: neutral('a date'), may: 'any' })
export const permit = entry('permit', { label: 'standing exception', plural: 'permits' }, { code, until })

export const skin = screen('skin-questions', 'The questions about the skin', [infection, fever], 1)
export const asked = screen('knee-questions', 'The questions about the knee', [pain, locked])
