import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { mistakesTake } from './mistakes.ts'

it('as many mistakes are made in rules, and show in as many places, as their page says', () => {
  expect(mistakesTake.make()).toBe(written(mistakesTake.name))
})
