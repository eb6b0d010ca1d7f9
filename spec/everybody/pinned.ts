import { blank, isWord, noWord, type Place } from '@facialis/engine/plan/layout.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import { constantSum, type Sum } from '@facialis/engine/symbolic/bit-vectors.ts'
import { type Literal, negate } from '@facialis/engine/symbolic/literal.ts'
import { type Days, today } from '@facialis/engine/symbolic/symbolic-days.ts'
import type { SymbolicPlan } from '@facialis/engine/symbolic/symbolic-plan.ts'
import type { Asking } from '@facialis/language'

const widthOf = ({ layout }: Plan, entryKind: number): number => layout.entryKinds[entryKind]?.row.width as number

/** It is just this number. */
export const equals = ({ logic, numbers }: SymbolicPlan, sum: Sum, value: number): Literal =>
  logic.all([numbers.isAtMost(sum, constantSum(value)), numbers.isAtMost(constantSum(value), sum)])

/**
 * Everything that is asked of the person, and of the entries too where they are looked at one by one, is as in a sheet:
 * statements that hold of nobody else.
 */
export function pinned(
  all: SymbolicPlan,
  filled: Sheet,
  { asking, withEntries }: Readonly<{ asking: Asking; withEntries: boolean }>,
): readonly Literal[] {
  const { plan, sheet } = all
  const said: Literal[] = []
  const is = (so: Literal, wanted: boolean): void => {
    said.push(wanted ? so : negate(so))
  }
  const onDays = ({ known, lo, hi }: Days, cells: ArrayLike<number>, at: number): void => {
    const [first, last] = [cells[at] as number, cells[at + 1] as number]
    is(known, first !== blank)
    if (first === blank) return
    is(equals(all, lo, first - asking.asOf + today), true)
    is(equals(all, hi, last - asking.asOf + today), true)
  }
  const cellIs = (place: Place, row: number, cells: ArrayLike<number>, from: number): void => {
    const cell = cells[from + place.cell] as number
    if (isWord(place.fact)) {
      for (const [word, so] of sheet.words(place, row).entries()) is(so, cell !== noWord && cell === word)
      return
    }
    if (place.fact.type === 'date') {
      onDays(sheet.date(place, row), cells, from + place.cell)
      return
    }
    is(sheet.isKnown(place, row), cell !== blank)
    if (cell === blank) return
    if (place.fact.type === 'set')
      for (const [bit, so] of sheet.members(place, row).members.entries()) is(so, ((cell >>> bit) & 1) === 1)
    if (place.fact.type === 'quantity') is(equals(all, sheet.amount(place, row).value, cell), true)
  }
  for (const number of sheet.read.policies.values())
    is(equals(all, sheet.policy(number), asking.policy[number.id] ?? number.default), true)
  for (const { place, row } of [...sheet.read.places.values()]) {
    const { entryKind } = place
    if (entryKind === null) cellIs(place, row, filled.person, 0)
    else if (withEntries) cellIs(place, row, filled.rows[entryKind] as Int32Array, row * widthOf(plan, entryKind))
  }
  for (const place of sheet.read.observed)
    if (place.entryKind === null) onDays(sheet.observed(place, -1), filled.person, place.observed as number)
  if (!withEntries) return said
  for (const { entryKind, row } of [...sheet.read.rows.values()]) {
    is(sheet.isThere(entryKind, row), true)
    onDays(sheet.entryDate(entryKind, row), filled.rows[entryKind] as Int32Array, row * widthOf(plan, entryKind))
  }
  for (const { place, row } of [...sheet.read.places.values()]) {
    const { entryKind, observed } = place
    if (entryKind === null || observed === null) continue
    onDays(sheet.observed(place, row), filled.rows[entryKind] as Int32Array, row * widthOf(plan, entryKind) + observed)
  }
  return said
}
