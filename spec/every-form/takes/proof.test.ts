import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { proofTakes } from './proof.ts'

it('a proof branches as often as its page says', () => {
  expect(proofTakes.make()).toBe(written(proofTakes.name))
})
