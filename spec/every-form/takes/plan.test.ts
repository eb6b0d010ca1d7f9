import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { planTakes } from './plan.ts'

it('the plan, the module and the CQL of a pathway are as long as their page says', () => {
  expect(planTakes.make()).toBe(written(planTakes.name))
})
