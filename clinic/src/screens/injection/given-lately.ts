import type { Advice, DetailValue } from '@facialis/language'
import { decidedOf } from '../../patient/decided.ts'
import { words } from './words.ts'

/** What the advice says was given lately of one product; null where units are not known. */
export type Given = Readonly<{ product: string; facial: DetailValue; all: DetailValue; days: number }>

/** Product by product; they are never added up. */
export function givenLately(advice: Advice): readonly Given[] {
  const rows = decidedOf(advice, 'botulinum')?.detail.cumulative
  return (Array.isArray(rows) ? rows : []).flatMap((row: DetailValue): readonly Given[] => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return []
    const { product, facial, all, days } = row as Readonly<Record<string, DetailValue>>
    return typeof product === 'string' && typeof days === 'number'
      ? [{ product, facial: facial ?? null, all: all ?? null, days }]
      : []
  })
}

/** A number of units, a span of them, or that nobody knows. */
export const unitsSaid = (units: DetailValue): string =>
  units === null ? words.totals.unknown : words.totals.units(Array.isArray(units) ? units.join('–') : String(units))

export const givenWords = ({ product, facial, all }: Given): string => {
  const [face, total] = [unitsSaid(facial), unitsSaid(all)]
  const name = product === 'unknown' ? words.totals.someProduct : product
  return face === total ? words.totals.of(total, name) : words.totals.partly(total, name, face)
}
