import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { adviceTakes } from './advice.ts'

it('advice to made-up people says as much as its page tells, in the order it tells', () => {
  expect(adviceTakes.make()).toBe(written(adviceTakes.name))
})
