import { expect, it } from 'vitest'
import { memberName, naming } from './naming.ts'

const word = (length: number): string => 'w'.repeat(length)

it.each([
  ['ninety letters stay as they are', `${word(44)} ${word(45)}`, `${word(44)} ${word(45)}`],
  ['one more, and the last word goes', `${word(44)} ${word(46)}`, `${word(44)} …`],
  ['a word that is longer than that is cut itself', word(120), `${word(90)} …`],
  ['it stands in one line, as every name in CQL', 'seen\n  today', 'seen today'],
  ['a word that ends just there stays', `${word(90)} ${word(3)}`, `${word(90)} …`],
])('a name is made from words: %s', (_, wanted, so) => {
  expect(naming().name(wanted)).toBe(so)
})

it('what is called the same is told apart by a number, also from what others ask for', () => {
  const { keep, name } = naming()
  keep('seen')
  expect([name('seen'), name('seen'), name('other'), name('seen')]).toEqual([
    'seen (2)',
    'seen (3)',
    'other',
    'seen (4)',
  ])
  expect(() => keep('other')).toThrow()
})

it('a member of a tuple is called without points', () => {
  expect(memberName('scan.of.it')).toBe('scan of it')
})
