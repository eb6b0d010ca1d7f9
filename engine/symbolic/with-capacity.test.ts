import { describe, expect, it } from 'vitest'
import { withCapacity } from './with-capacity.ts'

describe('a row with room for so many places', () => {
  it.each([0, 1, 2, 3])('is the row itself while %i of its three places are asked for', (places) => {
    const row = Int32Array.of(7, 8, 9)
    expect(withCapacity(row, places)).toBe(row)
  })

  it.each([
    ['twice as long, so that it is seldom copied', 4, 6],
    ['as long as is asked for, where twice is too little', 8, 8],
  ])('is otherwise a longer one of its kind that begins as it did: %s', (_, places, length) => {
    expect(withCapacity(Int8Array.of(7, 8, 9), places)).toEqual(Int8Array.of(7, 8, 9, ...Array(length - 3).fill(0)))
  })
})
