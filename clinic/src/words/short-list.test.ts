import { expect, it } from 'vitest'
import { shortList } from './short-list.ts'

it('a short list is shown whole, a long one by its beginning and a count', () => {
  expect(shortList(['a', 'b'])).toBe('a, b')
  expect(shortList(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e')
  expect(shortList(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d and 2 more')
  expect(shortList([])).toBe('')
})
