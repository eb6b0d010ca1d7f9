import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { sqlTakes } from './sql.ts'

it('tables and queries are as long as their page says', () => {
  expect(sqlTakes.make()).toBe(written(sqlTakes.name))
})
