import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { waysTake } from './ways.ts'

it('one change brings made-up people as near to a wish as its page says', () => {
  expect(waysTake.make()).toBe(written(waysTake.name))
})
