import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { peopleTake } from './people.ts'

it('people are found after as many changes as their page says', () => {
  expect(peopleTake.make()).toBe(written(peopleTake.name))
})
