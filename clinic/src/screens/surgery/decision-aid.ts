/** One published figure: percent of people, as a range or as an upper bound. A single number cannot be written here. */
export type Figure = Readonly<{ passage: string; note?: string }> &
  (Readonly<{ from: number; to: number }> | Readonly<{ under: number }> | Readonly<{ point: number }>)

export type Measure = Readonly<{
  id: string
  label: string
  /** Where only one source counts it, or none could be opened, that is said instead of a range of our own. */
  remark?: string
  figures: readonly Figure[]
}>

/** What an operation gives. Every figure stands in its passage; between them lies the range that is shown. */
export const gains: readonly Measure[] = [
  {
    id: 'free',
    label: 'Free of spasm in the long run',
    figures: [
      { point: 63.4, passage: 'K106', note: 'at 12 months; another 13.9 % at least 90 % better' },
      { point: 84, passage: 'K12', note: 'excellent after ten years' },
      { point: 86, passage: 'K86', note: 'one centre' },
      { from: 86.7, to: 90.4, passage: 'K36', note: '27 studies' },
      { point: 91.1, passage: 'K83', note: '22 papers, 2.9 years' },
    ],
  },
  {
    id: 'at-once',
    label: 'Relief at once',
    figures: [
      { point: 38.2, passage: 'K87' },
      { point: 67, passage: 'K86', note: 'week one' },
      { from: 59.5, to: 84, passage: 'K84', note: '12 papers' },
      { point: 96.4, passage: 'K89', note: 'one selected centre' },
    ],
  },
  {
    id: 'later',
    label: 'Relief that comes later, up to a year and beyond',
    figures: [
      { from: 18.8, to: 37.1, passage: 'K84', note: '12 papers' },
      { point: 60.7, passage: 'K87' },
    ],
  },
  {
    id: 'return',
    label: 'Spasm comes back after it was gone',
    figures: [
      { from: 1, to: 2.9, passage: 'LateRecurrence2012', note: 'late, one to five years' },
      { point: 2.4, passage: 'K83' },
      { point: 5.7, passage: 'K91' },
    ],
  },
]

/** What an operation may cost. */
export const costs: readonly Measure[] = [
  {
    id: 'hearing',
    label: 'Hearing loss that stays, on that side',
    figures: [
      { point: 2.3, passage: 'K83a', note: 'pooled' },
      { point: 2.6, passage: 'K12c', note: 'deaf ear' },
      { point: 15, passage: 'K83b', note: 'an older series' },
    ],
  },
  {
    id: 'late-palsy',
    label: 'Facial palsy that comes late and nearly always recovers',
    figures: [
      { point: 6.5, passage: 'K100', note: 'for about two months' },
      { point: 14.5, passage: 'K99', note: 'for about four months; 97.8 % recover fully' },
    ],
  },
  {
    id: 'weakness',
    label: 'Facial weakness that passes',
    figures: [
      { from: 4.3, to: 7.5, passage: 'K36a', note: 'pooled' },
      { point: 9.5, passage: 'K83a', note: 'pooled' },
    ],
  },
  {
    id: 'weakness-stays',
    label: 'Facial weakness that stays',
    remark: 'counted by one review',
    figures: [{ under: 1, passage: 'K83a' }],
  },
  {
    id: 'leak',
    label: 'Leak of brain fluid',
    remark: 'counted by one review',
    figures: [{ under: 2, passage: 'K83a' }],
  },
  {
    id: 'stroke',
    label: 'Stroke',
    figures: [
      { under: 0.1, passage: 'K83a', note: 'pooled' },
      { point: 0.3, passage: 'K12c', note: 'brainstem infarct, one series' },
    ],
  },
  {
    id: 'death',
    label: 'Death',
    figures: [
      { under: 0.1, passage: 'K83a', note: 'pooled' },
      { point: 0.1, passage: 'K12c' },
      { point: 0.1, passage: 'K105', note: '2 907 people' },
    ],
  },
  {
    id: 'any',
    label: 'Any lasting complication',
    figures: [
      { point: 2.9, passage: 'K106' },
      { point: 4.8, passage: 'K107' },
    ],
  },
  {
    id: 'swallowing',
    label: 'Hoarse voice or trouble swallowing',
    remark: 'is reported; no rate stands in a source that could be opened',
    figures: [],
  },
]

export type Span = Readonly<{ low: number; high: number; upTo: boolean }>

/** The range over all sources: from the least to the most anybody reports, or up to a bound. */
export function spanOf({ figures }: Measure): Span | null {
  if (figures.length === 0) return null
  const lows = figures.map((one) => ('from' in one ? one.from : 'point' in one ? one.point : 0))
  const highs = figures.map((one) => ('from' in one ? one.to : 'point' in one ? one.point : one.under))
  const low = Math.min(...lows)
  return { low, high: Math.max(...highs), upTo: low === 0 }
}
