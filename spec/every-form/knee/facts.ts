import { atChair, fact, neutral } from '@facialis/language'
import { fresh } from './passages.ts'

export const pain = fact.choice('knee.pain', ['no', 'yes', 'yes-explained'], {
  question: 'Does the knee hurt?',
  label: 'pain in the knee',
  adverse: { injection: ['yes'] },
  judged: { words: ['yes-explained'], of: 'yes' },
  codes: [{ system: 'snomed', code: '30989003', confirmed: true }],
})
export const locked = fact.yesNo('knee.locked', {
  question: 'Is the knee locked?',
  adverse: { injection: ['yes'] },
  goodFor: fresh,
  cost: 3,
})
export const born = fact.date('born', { question: 'When were you born?', adverse: neutral('a birthday'), may: 'past' })
export const booked = fact.date('knee.booked', {
  question: 'When is the next visit?',
  adverse: neutral('a booking'),
  may: 'future',
})
export const signs = fact.set('knee.signs', ['swelling', 'warmth', 'clicking'], {
  question: 'What is seen?',
  adverse: { injection: ['warmth'] },
  cost: 3,
})
export const girth = fact.quantity(
  'knee.girth',
  { unit: 'cm', min: 0, max: 900, decimals: 1 },
  { question: 'How wide?', adverse: neutral('no gate asks'), goodFor: fresh },
)
export const lens = fact.yesNo('knee.metal', {
  question: 'Is there metal?',
  adverse: { injection: ['yes'] },
  unrecorded: 'no',
  unverified: true,
})
export const note = fact.text('knee.note', { question: 'Anything else?' })
export const infection = atChair(
  fact.yesNo('knee.infection', { question: 'Is the skin infected today?', adverse: { injection: ['yes'] } }),
)
export const fever = atChair(fact.yesNo('fever', { question: 'Fever today?', adverse: { injection: ['yes'] } }))
export const thinner = atChair(fact.yesNo('thinner', { question: 'A blood thinner?', adverse: neutral('noted only') }))
