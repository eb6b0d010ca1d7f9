import { K12c, K36a, K83a, K83b, K99, K100, K105, K106, K107 } from '../sources/index.ts'
import type { Measure } from './figure.ts'

/** What an operation may cost. */
export const costs: readonly Measure[] = [
  {
    id: 'hearing',
    label: 'Hearing loss that stays, on that side',
    figures: [
      { point: 2.3, passage: K83a, note: 'pooled' },
      { point: 2.6, passage: K12c, note: 'deaf ear' },
      { point: 15, passage: K83b, note: 'an older series' },
    ],
  },
  {
    id: 'late-palsy',
    label: 'Facial palsy that comes late and nearly always recovers',
    figures: [
      { point: 6.5, passage: K100, note: 'for about two months' },
      { point: 14.5, passage: K99, note: 'for about four months; 97.8 % recover fully' },
    ],
  },
  {
    id: 'weakness',
    label: 'Facial weakness that passes',
    figures: [
      { from: 4.3, to: 7.5, passage: K36a, note: 'pooled' },
      { point: 9.5, passage: K83a, note: 'pooled' },
    ],
  },
  {
    id: 'weakness-stays',
    label: 'Facial weakness that stays',
    remark: 'counted by one review',
    figures: [{ under: 1, passage: K83a }],
  },
  {
    id: 'leak',
    label: 'Leak of cerebrospinal fluid (CSF)',
    remark: 'counted by one review',
    figures: [{ under: 2, passage: K83a }],
  },
  {
    id: 'stroke',
    label: 'Stroke',
    figures: [
      { under: 0.1, passage: K83a, note: 'pooled' },
      { point: 0.3, passage: K12c, note: 'brainstem infarct, one series' },
    ],
  },
  {
    id: 'death',
    label: 'Death',
    figures: [
      { under: 0.1, passage: K83a, note: 'pooled' },
      { point: 0.1, passage: K12c },
      { point: 0.1, passage: K105, note: '2 907 people' },
    ],
  },
  {
    id: 'any',
    label: 'Any lasting complication',
    figures: [
      { point: 2.9, passage: K106 },
      { point: 4.8, passage: K107 },
    ],
  },
  {
    id: 'swallowing',
    label: 'Hoarse voice or trouble swallowing',
    remark: 'is reported; no rate stands in a source that could be opened',
    figures: [],
  },
]
