import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { everybodyTakes } from './everybody.ts'

it('who gets an answer is settled within as many contradictions as its page says', () => {
  expect(everybodyTakes.make()).toBe(written(everybodyTakes.name))
})
