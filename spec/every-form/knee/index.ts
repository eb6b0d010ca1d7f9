import { draft, type Pathway } from '@facialis/language'
import { alerts, checks } from './alerts.ts'
import { causes, flags, stage } from './causes.ts'
import { operation, response } from './course.ts'
import { asked, injection, permit, scan, skin } from './entries.ts'
import { booked, born, fever, girth, infection, lens, locked, note, pain, signs, thinner } from './facts.ts'
import { atSession, injectionGate, kind, mass, oneScan } from './gate.ts'
import { lately } from './lately.ts'
import { fresh, grownUp, interval, K1, K2 } from './passages.ts'
import { steps } from './steps.ts'
import { toProve } from './to-prove.ts'
import { conflicts, labels, terminology } from './written-elsewhere.ts'

/**
 * A made-up pathway that says something with every word of the language: no medicine, and small enough
 * that each of its forms can be read from beginning to end.
 */
export const knee: Pathway = {
  id: 'knee',
  version: '1.2.0',
  title: 'The made-up knee',
  status: draft,
  released: null,
  passages: [K1, K2],
  facts: [pain, locked, born, booked, signs, girth, lens, note, infection, fever, thinner],
  entries: [scan, injection, permit],
  screens: [skin, asked],
  policy: [interval, fresh, grownUp],
  decisions: [oneScan, mass, kind, injectionGate, atSession, response, operation, lately, stage],
  collections: [flags],
  rankings: [causes],
  steps,
  alerts,
  checks,
  labels,
  conflicts,
  terminology,
  focus: { looking: ['mass', 'kind'], treating: ['injection', 'response'] },
  toProve,
  stage,
}
