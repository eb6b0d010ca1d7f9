import { ownJudgement, passage, policyNumber } from '@facialis/language'

const handbook = {
  id: 'handbook',
  title: 'The made-up handbook of knees',
  dated: '2024',
  reviewBy: '2030',
  locator: 'https://example.org/knees',
}
const letter = { id: 'letter', title: 'A made-up letter', dated: '2020-05', reviewBy: '2025-06' }
export const K1 = passage('K1', handbook, {
  locator: 'page 1',
  strength: 'strong',
  says: 'A knee is cleared before it is injected.',
  normative: true,
})
export const K2 = passage('K2', letter, {
  locator: 'line 2',
  strength: 'weak',
  says: 'Twelve weeks lie between <two> injections & more.',
  unverified: true,
})
export const own = ownJudgement('somebody has to say it')

export const interval = policyNumber('interval', {
  label: 'Days between two injections',
  unit: 'd',
  default: 84,
  min: 70,
  max: 180,
  because: [K2],
})
export const fresh = policyNumber('fresh', {
  label: 'Days an answer stands',
  unit: 'd',
  default: 90,
  min: 30,
  max: 365,
  because: [own],
})
export const grownUp = policyNumber('age', {
  label: 'Age of grown-ups',
  unit: 'a',
  default: 18,
  min: 16,
  max: 21,
  because: [K1],
})
