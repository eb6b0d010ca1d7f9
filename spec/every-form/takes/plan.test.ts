import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { planTakes } from './plan.ts'

it('a plan is as large as its page says', () => {
  expect(planTakes.make()).toBe(written(planTakes.name))
})
