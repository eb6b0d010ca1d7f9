import { letterOf } from '@facialis/engine/publish/book/letters.ts'
import { expect, it } from 'vitest'

it('after Z the columns of a table continue with AA, as in a spreadsheet', () => {
  const named = [0, 25, 26, 27, 51, 52, 77, 701, 702, 728].map(letterOf)
  expect(named).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'BZ', 'ZZ', 'AAA', 'ABA'])
})

it('no two questions of a table have the same letters', () => {
  const all = Array.from({ length: 1000 }, (_, index) => letterOf(index))
  expect(new Set(all).size).toBe(1000)
  expect(all.filter((name) => !/^[A-Z]+$/.test(name))).toEqual([])
})
