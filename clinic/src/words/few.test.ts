import { expect, it } from 'vitest'
import { few } from './few.ts'

it('a short list is shown whole, a long one by its beginning and a count', () => {
  expect(few(['a', 'b'])).toBe('a, b')
  expect(few(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e')
  expect(few(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d and 2 more')
  expect(few([])).toBe('')
})
