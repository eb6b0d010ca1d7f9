import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { openTakes } from './open.ts'

it('what is not known branches, and is settled, as often as its page says', () => {
  expect(openTakes.make()).toBe(written(openTakes.name))
})
