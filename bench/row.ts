/**
 * One line of the table: a piece of work beside what it is measured against. A new line is one small module in `rows/`
 * and its name in `rows/index.ts`.
 */
export type Row = Readonly<{
  /** A few words with hyphens; the ratio is stored under it. */
  id: string
  work: string
  against: string
  unit: Unit
  /** What has to hold of the value, as a bound in the row's unit; null where it is printed for information. */
  hold: number | null
  /** Compares answers before it times anything, and throws where they differ. */
  measure: () => Promise<Measured>
}>

/** What a value says. Of all but the last two it is the ratio that counts; those belong to the machine. */
export type Unit = '× its time' | '× as fast' | '× its size' | 'ms' | 'KB'

export type Measured = Readonly<{
  value: number
  /** What stands behind it, in absolute figures of this machine. */
  figures: string
}>

/** Whether more is better. */
const rises = (unit: Unit): boolean => unit === '× as fast'

export const isRatio = (unit: Unit): boolean => unit.startsWith('×')

export function isHeld({ hold, unit }: Pick<Row, 'hold' | 'unit'>, value: number): boolean {
  if (hold === null) return true
  return rises(unit) ? value >= hold : value <= hold
}

/** The bound in words: "≤ 1.3". */
export const boundOf = ({ hold, unit }: Pick<Row, 'hold' | 'unit'>): string =>
  hold === null ? '' : `${rises(unit) ? '≥' : '≤'} ${hold}`

/** By how much a value is worse than another, as a part of it; negative when it is better. */
export const worseBy = (unit: Unit, value: number, before: number): number =>
  rises(unit) ? before / value - 1 : value / before - 1
