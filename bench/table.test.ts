import { describe, expect, it } from 'vitest'
import { make } from './people.ts'
import { regression, storedRatios } from './ratios.ts'
import { isHeld, isRatio } from './row.ts'
import { rows } from './rows/index.ts'

describe('the table of measurements', () => {
  it('calls each row by a name of its own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('has a stored ratio for every row that is a ratio, and none for a row that is not there', () => {
    const ratios = rows.filter(({ unit }) => isRatio(unit)).map(({ id }) => id)
    expect(Object.keys(storedRatios()).sort()).toEqual([...ratios].sort())
  })

  it.each([
    ['× its time', 1.3, 1.3, true],
    ['× its time', 1.3, 1.31, false],
    ['× as fast', 0.4, 0.4, true],
    ['× as fast', 0.4, 0.39, false],
    ['ms', null, 1000, true],
  ] as const)('a value in "%s" with the bound %s: %s', (unit, hold, value, held) => {
    expect(isHeld({ unit, hold }, value)).toBe(held)
  })

  it.each([
    ['a time a fifth longer passes', '× its time', 1.2, true],
    ['a time longer than that fails', '× its time', 1.22, false],
    ['a shorter time passes', '× its time', 0.1, true],
    ['a speed a fifth lower passes', '× as fast', 1 / 1.19, true],
    ['a speed lower than that fails', '× as fast', 0.8, false],
    ['milliseconds belong to the machine and are not compared', 'ms', 9, true],
  ] as const)('beside a stored 1: %s', (_, unit, value, passes) => {
    expect(regression({ id: 'row', unit }, value, { row: 1 }) === null).toBe(passes)
  })

  it('asks about people whose bundles answer as their charts do, however they are asked', async () => {
    const { sent, byModule } = await make(400)
    const answers = new Set(sent.map(({ chart, asking }) => byModule(chart, asking).botulinum))
    expect(answers).toEqual(new Set(['permitted', 'caution', 'blocked']))
  })
})
