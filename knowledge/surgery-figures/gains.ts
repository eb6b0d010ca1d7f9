import { K12, K36, K83, K84, K86, K87, K89, K91, K106, LateRecurrence2012 } from '../sources/index.ts'
import type { Measure } from './figure.ts'

/** What an operation gives. Every figure stands in its passage; between them lies the range that is shown. */
export const gains: readonly Measure[] = [
  {
    id: 'free',
    label: 'Free of spasm in the long run',
    figures: [
      { point: 63.4, passage: K106, note: 'at 12 months; another 13.9 % at least 90 % better' },
      { point: 84, passage: K12, note: 'excellent after ten years' },
      { point: 86, passage: K86, note: 'one centre' },
      { from: 86.7, to: 90.4, passage: K36, note: '27 studies' },
      { point: 91.1, passage: K83, note: '22 papers, 2.9 years' },
    ],
  },
  {
    id: 'at-once',
    label: 'Relief at once',
    figures: [
      { point: 38.2, passage: K87 },
      { point: 67, passage: K86, note: 'week one' },
      { from: 59.5, to: 84, passage: K84, note: '12 papers' },
      { point: 96.4, passage: K89, note: 'one selected centre' },
    ],
  },
  {
    id: 'later',
    label: 'Relief that comes later, up to a year and beyond',
    figures: [
      { from: 18.8, to: 37.1, passage: K84, note: '12 papers' },
      { point: 60.7, passage: K87 },
    ],
  },
  {
    id: 'return',
    label: 'Spasm comes back after it was gone',
    figures: [
      { from: 1, to: 2.9, passage: LateRecurrence2012, note: 'late, one to five years' },
      { point: 2.4, passage: K83 },
      { point: 5.7, passage: K91 },
    ],
  },
]
