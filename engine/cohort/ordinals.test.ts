import { dayOf, wholeYears } from '@facialis/language'
import { expect, it } from 'vitest'
import { i32, moduleBytes, op, vector, writing } from './assembler.ts'
import { ordinalFunction } from './ordinals.ts'
import { exportsOf, newMemory } from './web-assembly.ts'

const one = writing(1)
one.emit(op.get(0), vector.splat, op.call(0), vector.lane(0))
const bytes = moduleBytes([
  ordinalFunction(),
  { signature: { takes: [i32], gives: [i32] }, body: one.bytes(), exported: 'ordinal' },
])
const ordinal = exportsOf(bytes, newMemory(1)).ordinal as (day: number) => number
const years = (from: number, to: number): number => (ordinal(to) - ordinal(from)) >> 9

it('counts whole years between any two days as birthdays do', () => {
  const corners = [0, 400, 1582, 1700, 1899, 1900, 1999, 2000, 2024, 2025, 2100, 2400, 9999].flatMap((year) =>
    [
      [1, 1],
      [2, 27],
      [2, 28],
      [2, 29],
      [3, 1],
      [3, 2],
      [12, 31],
    ].map(([month, day]) => dayOf(year, month as number, day as number)),
  )
  for (const from of corners)
    for (const to of corners) expect([from, to, years(from, to)]).toEqual([from, to, wholeYears(from, to)])
})

it.each([
  ['the first of March', dayOf(1900, 3, 1)],
  ['the day that only some years have', dayOf(1904, 2, 29)],
  ['the day before it', dayOf(1904, 2, 28)],
  ['the last of a year', dayOf(1904, 12, 31)],
])('counts them up to every day of four hundred years, from %s', (_, from) => {
  const others = Array.from({ length: 146_098 }, (_, day) => from + day).filter(
    (to) => years(from, to) !== wholeYears(from, to),
  )
  expect(others).toEqual([])
})
