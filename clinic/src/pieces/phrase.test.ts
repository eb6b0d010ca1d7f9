import {
  all,
  always,
  any,
  type Condition,
  entry,
  established,
  fieldsOf,
  is,
  named,
  neutral,
  not,
  some,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { type Phrase, phraseOf } from './phrase.ts'

const yesNo = fieldsOf('scan').yesNo
const plain = { question: '?', adverse: neutral('made up') }
const [done, asleep] = [yesNo('done', plain), yesNo('asleep', plain)]
const scan = entry('scan', { label: 'scan', plural: 'scans' }, { done, asleep })
const [a, b, c] = ['a', 'b', 'c'].map((name) => named(name, is(done, 'yes'))) as [Condition, Condition, Condition]

describe('a rule in words', () => {
  const sleeps = some(scan, all(is(done, 'yes'), is(asleep, 'yes')))
  it.each<[string, Condition, unknown]>([
    ['a list in a list of the same kind is one', all(a, all(b, c)), ['all of', 'a', 'b', 'c']],
    ['what is said twice is read once', any(a, any(b, a)), ['any of', 'a', 'b']],
    ['none of what is denied together', not(established(any(a, b))), ['none of', 'a', 'b']],
    ['not all of it', not(all(a, b)), ['not all of', 'a', 'b']],
    ['what an entry must be', sleeps, ['there is a scan with all of', 'done', 'asleep']],
    ['what no entry may be', not(sleeps), ['there is no scan with all of', 'done', 'asleep']],
    ['one thing stays a sentence', not(some(scan, is(done, 'yes'))), 'there is no scan with done'],
    ['nothing at all', not(some(scan, always)), 'not (there is a scan)'],
  ])('%s', (_, condition, expected) => {
    const told = (phrase: Phrase): unknown =>
      phrase.kind === 'sentence' ? phrase.text : [phrase.head, ...phrase.of.map(told)]
    expect(told(phraseOf(condition))).toEqual(expected)
  })
})
