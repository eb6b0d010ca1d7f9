import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { cohortTakes } from './cohort.ts'

it('a crowd takes as much room as its page says', () => {
  expect(cohortTakes.make()).toBe(written(cohortTakes.name))
})
