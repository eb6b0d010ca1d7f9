import { expect, it } from 'vitest'
import { memberName, uniqueNames } from './unique-names.ts'

const word = (length: number): string => 'w'.repeat(length)

it.each([
  ['ninety characters stay as they are', `${word(44)} ${word(45)}`, `${word(44)} ${word(45)}`],
  ['one character more, and the last word is left out', `${word(44)} ${word(46)}`, `${word(44)} …`],
  ['a single longer word is truncated', word(120), `${word(90)} …`],
  ['line breaks become spaces', 'seen\n  today', 'seen today'],
  ['a word that ends at the limit stays', `${word(90)} ${word(3)}`, `${word(90)} …`],
])('a name is made from text: %s', (_, wanted, so) => {
  expect(uniqueNames().name(wanted)).toBe(so)
})

it('equal names get a number, also where the name is reserved', () => {
  const { reserve, name } = uniqueNames()
  reserve('seen')
  expect([name('seen'), name('seen'), name('other'), name('seen')]).toEqual([
    'seen (2)',
    'seen (3)',
    'other',
    'seen (4)',
  ])
  expect(() => reserve('other')).toThrow()
})

it('the name of a tuple element has no dots', () => {
  expect(memberName('scan.of.it')).toBe('scan of it')
})
