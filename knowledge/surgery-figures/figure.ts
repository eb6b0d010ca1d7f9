import type { Passage } from '@facialis/language'

/** One published figure: percent of people, as a range, an upper bound or a point. It always names its passage. */
export type Figure = Readonly<{ passage: Passage; note?: string }> &
  (Readonly<{ from: number; to: number }> | Readonly<{ under: number }> | Readonly<{ point: number }>)

export type Measure = Readonly<{
  id: string
  label: string
  /** Where only one source counts it, or none could be opened, that is said instead of a range of our own. */
  remark?: string
  figures: readonly Figure[]
}>

export type Range = Readonly<{ low: number; high: number; upTo: boolean }>

/** The range over all sources: from the least to the most anybody reports, or up to a bound; null where nobody counts. */
export function rangeOf({ figures }: Measure): Range | null {
  if (figures.length === 0) return null
  const lows = figures.map((one) => ('from' in one ? one.from : 'point' in one ? one.point : 0))
  const highs = figures.map((one) => ('from' in one ? one.to : 'point' in one ? one.point : one.under))
  const low = Math.min(...lows)
  return { low, high: Math.max(...highs), upTo: low === 0 }
}
