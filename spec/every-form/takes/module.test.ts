import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { moduleTakes } from './module.ts'

it('the module says what it says as often as its page tells', () => {
  expect(moduleTakes.make()).toBe(written(moduleTakes.name))
})
