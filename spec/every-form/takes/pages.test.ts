import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { pagesTake } from './pages.ts'

it('the book of a pathway and its people says what it says as often as its page tells', () => {
  expect(pagesTake.make()).toBe(written(pagesTake.name))
})
