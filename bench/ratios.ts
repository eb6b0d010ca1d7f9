import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRatio, type Row, worseBy } from './row.ts'

/** Ratios as they once were, by the row's id. */
export type Ratios = Readonly<Record<string, number>>

const path = join(import.meta.dirname, 'ratios.json')

export const storedRatios = (): Ratios => JSON.parse(readFileSync(path, 'utf8'))

export function storeRatios(ratios: Ratios): void {
  const inOrder = Object.entries(ratios).map(([id, value]) => [id, Number(value.toPrecision(3))])
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`)
}

/** How much worse than before is too much. */
const tolerated = 0.2

/** Why a value fails beside the stored one, as a sentence; null when it does not, or none is stored. */
export function regression({ id, unit }: Pick<Row, 'id' | 'unit'>, value: number, stored: Ratios): string | null {
  const before = stored[id]
  if (before === undefined || !isRatio(unit)) return null
  const worse = worseBy(unit, value, before)
  if (worse <= tolerated) return null
  return `${id}: ${value.toPrecision(3)}${unit}, ${Math.round(worse * 100)} % worse than the stored ${before}.`
}
