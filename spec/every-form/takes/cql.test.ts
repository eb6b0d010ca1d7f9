import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { cqlTakes } from './cql.ts'

it('CQL says what it says as often as its page tells', () => {
  expect(cqlTakes.make()).toBe(written(cqlTakes.name))
})
