import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFaultAt } from './json-fault.ts'

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['{"a" 1}', 5],
    ['[1 2]', 3],
    ['"a', 0],
    ['{a: 1}', 1],
    ['nul', 0],
    ['[01]', 2],
  ])('%s at %i', (text, at) => {
    expect(jsonFaultAt(text)).toBe(at)
  })

  it('is the end for whatever is JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonFaultAt(text) === text.length))
  })
})
