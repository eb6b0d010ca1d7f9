import type { Cites } from '@facialis/language'
import { K85, K85a, K86, K87, Return115 } from '../sources/index.ts'

type Pace = Readonly<{
  /** Days after the operation, and the share in percent of those who became free in the end and were so by then. */
  rows: readonly Readonly<{ day: number; share: number }>[]
  because: Cites
  /** What else was seen of the pace, shown with it. */
  beside: Cites
}>

/** When people who became free of spasm had become so: 175 people, all free in the end; the shares are derived. */
export const paceOfRelief: Pace = {
  rows: [
    { day: 0, share: 0 },
    { day: 7, share: 35.4 },
    { day: 30, share: 51.4 },
    { day: 90, share: 73.1 },
    { day: 180, share: 87.4 },
    { day: 365, share: 97.1 },
  ],
  because: [K85],
  beside: [K85a, K86],
}

/** Days without spasm that can come before it returns for a while. */
export const silentPeriod: Readonly<{ from: number; to: number; because: Cites }> = {
  from: 1,
  to: 10,
  because: [K87, Return115],
}

/** Between which two shares of the table a day lies; null from the last window on. */
export function shareBy(day: number): Readonly<{ from: number; to: number; next: number }> | null {
  const at = paceOfRelief.rows.findIndex((row) => row.day > day)
  const before = paceOfRelief.rows[at - 1]
  const after = paceOfRelief.rows[at]
  return before === undefined || after === undefined ? null : { from: before.share, to: after.share, next: after.day }
}

/** The share of eventual relief by a day that stands in the table. @throws for a day that does not */
export function shareOn(day: number): number {
  const row = paceOfRelief.rows.find((one) => one.day === day)
  if (row === undefined) throw new Error(`Nobody counted who was free by day ${day}.`)
  return row.share
}
