import type { Pathway } from '@facialis/language'
import { injection } from './entries.ts'
import { girth, pain } from './facts.ts'
import { K1, K2, own } from './passages.ts'

export const labels: Pathway['labels'] = [
  {
    jurisdiction: 'uk',
    product: 'hyal',
    indication: 'knee',
    status: 'not-labelled',
    labelDate: '2025-01',
    because: [own],
    unverified: true,
  },
]

export const conflicts: Pathway['conflicts'] = [
  {
    id: 'X-1',
    question: 'How long between two?',
    seed: [K1],
    seedSays: 'no word',
    literature: [K2],
    literatureSays: 'twelve weeks',
    followed: 'literature',
    handling: 'The letter is followed.',
    rules: ['I-4'],
  },
]

export const terminology: Pathway['terminology'] = [
  {
    code: { system: 'snomed', code: '30989003', confirmed: true },
    display: 'knee pain',
    in: ['Condition'],
    means: [{ kind: 'states', fact: pain, value: 'yes' }],
  },
  {
    code: { system: 'cpt', code: '20610', confirmed: false },
    display: 'knee injected',
    in: ['Procedure'],
    means: [{ kind: 'enters', entry: injection, fields: { 'injection.side': 'left' } }],
  },
  {
    code: { system: 'loinc', code: '9-9', confirmed: true },
    display: 'girth',
    in: ['Observation'],
    means: [{ kind: 'measures', fact: girth }],
  },
]
