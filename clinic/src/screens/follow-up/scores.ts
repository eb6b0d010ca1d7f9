import type { PlainValue } from '@facialis/wire'
import { siteNumber } from '../../patient/site-number.ts'
import type { ScoreSeries } from '../../pieces/score-plan.ts'
import type { RecordedEntry } from '../../recorded.ts'

/** An instrument as it is drawn: its field, its largest value, and the smallest change that matters. */
export type Instrument = Readonly<{
  field: string
  max: number
  /** The policy number that says from which change on it matters; null when no source gives one. */
  matters: string | null
  /** Grades are words; drawn by their rank. */
  grades?: readonly string[]
}>

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']

/** In the order of the form. */
export const instruments: readonly Instrument[] = [
  { field: 'score.smc', max: 4, matters: null, grades: roman.slice(0, 4) },
  { field: 'score.jrs', max: 8, matters: 'jrsImportantChange' },
  { field: 'score.hfs7', max: 28, matters: 'micHfs7Points' },
  { field: 'score.hfs30', max: 120, matters: 'micHfs30Points' },
  { field: 'score.disability', max: 5, matters: null },
  { field: 'score.houseBrackmann', max: 6, matters: null, grades: roman },
  { field: 'phq9.total', max: 27, matters: null },
]

/** A recorded value as a number to draw: a grade counts by its rank. */
function asNumber(instrument: Instrument, value: PlainValue | undefined): number | null {
  if (typeof value === 'number') return value
  const rank = instrument.grades?.indexOf(String(value)) ?? -1
  return rank < 0 ? null : rank + 1
}

export type Point = Readonly<{ id: string; date: string; value: number; written: string; rater: string | null }>

/** The dated values of one instrument, oldest first. */
export const pointsOf = (instrument: Instrument, scores: readonly RecordedEntry[]): readonly Point[] =>
  scores
    .flatMap(({ id, date, by, fields }) => {
      const value = asNumber(instrument, fields[instrument.field])
      if (value === null || date === null) return []
      const rater = typeof fields['score.rater'] === 'string' ? fields['score.rater'] : by
      return [{ id, date, value, written: String(fields[instrument.field]), rater }]
    })
    .sort((a, b) => a.date.localeCompare(b.date))

export const seriesOf = (
  shown: readonly Instrument[],
  scores: readonly RecordedEntry[],
  label: (field: string) => string,
): readonly ScoreSeries[] =>
  shown.flatMap((instrument) => {
    const points = pointsOf(instrument, scores)
    return points.length === 0 ? [] : [{ label: label(instrument.field), max: instrument.max, points }]
  })

export type Change = Readonly<{
  from: Point
  to: Point
  /** Negative is better on every one of these scales. */
  by: number
  verdict: 'better' | 'worse' | 'no-important-change' | 'same' | 'changed'
  /** Another rater, and no more than raters differ among themselves. */
  withinRaterNoise: boolean
}>

/**
 * What became of a score since the one before it. Below the smallest change that matters it is called no important
 * change; where no source says what matters, only that it changed.
 */
export function lastChange(
  instrument: Instrument,
  points: readonly Point[],
  policy: Readonly<Record<string, number>>,
): Change | null {
  const to = points.at(-1)
  const from = points.at(-2)
  if (from === undefined || to === undefined) return null
  const by = to.value - from.value
  const matters = instrument.matters === null ? null : siteNumber(instrument.matters, policy).value
  const otherRater = from.rater !== null && to.rater !== null && from.rater !== to.rater
  const noise = siteNumber('raterNoise', policy).value
  return {
    from,
    to,
    by,
    verdict:
      by === 0
        ? 'same'
        : matters === null
          ? 'changed'
          : Math.abs(by) < matters
            ? 'no-important-change'
            : by < 0
              ? 'better'
              : 'worse',
    withinRaterNoise: instrument.grades !== undefined && otherRater && by !== 0 && Math.abs(by) <= noise,
  }
}
