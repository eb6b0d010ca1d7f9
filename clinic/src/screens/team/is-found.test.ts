import { expect, it } from 'vitest'
import { isFound } from './is-found.ts'

const nurse = {
  name: 'Demo Ünal Çelik',
  role: 'Nurse',
  phone: '555-0100',
  location: 'Floor 2',
  languages: ['Türkçe', 'Español'],
}

it.each([
  ['unal', true],
  ['ÜNAL', true],
  [' espanol ', true],
  ['nurse', true],
  ['', true],
  ['surgeon', false],
])('whoever looks for %j on an English keyboard finds who is meant', (typed, found) =>
  expect(isFound(nurse, typed)).toBe(found),
)
