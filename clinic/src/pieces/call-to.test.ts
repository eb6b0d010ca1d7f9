import { expect, it } from 'vitest'
import { callTo } from './call-to.ts'

it.each([
  ['+49 (0)30 5550101 ext. 12', 'tel:+49305550101'],
  ['112', 'tel:112'],
  ['ask at the desk', null],
  ['–', null],
])('%s is called by pressing it, where it is a number', (phone, link) => expect(callTo(phone)).toBe(link))
