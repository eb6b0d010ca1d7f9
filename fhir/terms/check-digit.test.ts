import { expect, it } from 'vitest'
import { isMistyped } from './check-digit.ts'

it.each(['13753008', '32402008', '59026006', '782555009', '734418009', '24700007', '900000000000207008'])(
  'a number of SNOMED CT as it is printed is none that was mistyped: %s',
  (number) => expect(isMistyped(number)).toBe(false),
)

it('every slip of one digit, and of two that changed places, is noticed', () => {
  const number = '13753008'
  for (let at = 0; at < number.length; at++) {
    for (let digit = 0; digit < 10; digit++)
      if (String(digit) !== number[at])
        expect(isMistyped(number.slice(0, at) + digit + number.slice(at + 1))).toBe(true)
    const [one, next] = [number[at], number[at + 1]]
    if (next !== undefined && one !== next)
      expect(isMistyped(number.slice(0, at) + next + one + number.slice(at + 2))).toBe(true)
  }
  expect(isMistyped('56484008')).toBe(true)
})
