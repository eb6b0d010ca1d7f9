import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFaultIn } from './json-fault.ts'

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
    expect(jsonFaultIn(text)).toEqual({ at, says: null })
  })

  it('is nowhere in whatever was written as JSON', () => {
    const signs = fc.constantFrom(...'a1 "\\/\n\u0000\u2028é漢', '😀', '\ud83d', '__proto__')
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: signs }), (value) => {
        const text = JSON.stringify(value)
        if (text.includes('\\ud')) return
        expect(jsonFaultIn(text)).toBeNull()
      }),
    )
  })

  it('is where the parser of the platform says there is none', () => {
    const letters = fc.constantFrom(...'{}[]",:\\u0dn1e.- tfa')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const fault = jsonFaultIn(text)
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        expect(fault === null || fault.says !== null).toBe(isJson)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('what is JSON and still means two things', () => {
  it.each([
    ['{"a": 1, "b": {"a": 2}, "a": 3}', 24, '"a" is given twice in one object'],
    ['{"a": 1, "\\u0061": 3}', 9, '"a" is given twice in one object'],
    ['{"__proto__": 1, "__proto__": 2}', 17, '"__proto__" is given twice in one object'],
    ['["\\ud83d"]', 1, 'it contains half a character (a lone surrogate)'],
    ['[1e400]', 1, 'the number is too large to represent'],
    ['['.repeat(100_000), 400, 'it is nested more than 400 levels deep'],
  ])('%s', (text, at, says) => {
    expect(jsonFaultIn(text)).toEqual({ at, says })
  })

  it('is no fault in a whole character written in two halves', () => {
    expect(jsonFaultIn('["\\ud83d\\ude00", 1e30, {"a": {"a": 1}}]')).toBeNull()
  })
})
