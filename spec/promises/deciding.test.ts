import { resolve } from '@facialis/engine'
import { decidingFacts } from '@facialis/engine/explain/deciding-facts.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import {
  all,
  any,
  type Condition,
  count,
  dateOf,
  daysSince,
  entryDate,
  established,
  has,
  is,
  lessThan,
  not,
  onOrAfter,
  provided,
  recent,
  some,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import {
  asking,
  born,
  flag,
  found,
  on,
  parts,
  pathwayOf,
  read,
  says,
  signed,
  study,
  word,
} from '../naive/small-charts.ts'

/** Each from a source of its own: three scans, two of them of one day. */
const chart = {
  observations: [
    says(flag, 'yes', '2026-03-01'),
    says(signed, 'no', '2026-03-09'),
    says(parts, { words: ['p'] }, '2026-03-03'),
    { ...says(born, '?', '2026-03-04'), value: { date: on('2000-01-01')! } },
  ].map((one) => ({ ...one, provenance: { source: one.fact } })),
  screens: [],
  entries: [
    read('first', '2026-01-01', { [found.id]: word('absent') }),
    read('second', '2026-02-01', { [found.id]: word('present') }),
    read('third', '2026-02-01', { [found.id]: word('present') }),
    read('last', '2026-03-01', { [found.id]: word('absent') }),
  ].map((one) => ({ ...one, provenance: { source: one.id } })),
}
const pathway = pathwayOf()
const isFound = is(found, 'present')
const isRaised = is(flag, 'yes')

it.each<[string, Condition, readonly string[]]>([
  ['one no decides that all are so, the first of them', all(isRaised, yes(signed), has(parts, 'q')), ['signed']],
  ['every yes decides that all are so', all(isRaised, has(parts, 'p')), ['flag', 'parts']],
  ['one yes decides that any is so, the first of them', any(yes(signed), has(parts, 'p'), isRaised), ['parts']],
  ['every no decides that none is so', any(yes(signed), has(parts, 'q')), ['signed', 'parts']],
  ['what is not, and is established, is decided by the same', not(established(yes(signed))), ['signed']],
  ['of entries, those that are so', some(study, isFound), ['third', 'second']],
  [
    'of entries, all where none is so',
    some(study, is(found, 'other' as 'present')),
    ['last', 'third', 'second', 'first'],
  ],
  ['the latest one, and no other', recent(study, 0, all(), isFound), ['last']],
  ['one before it, and whatever is of the same day', recent(study, 1, all(), isFound), ['third', 'second']],
  ['the earliest of those that count', recent(study, 1, is(found, 'absent'), isFound), ['first']],
  ['nothing, where there is no such entry', recent(study, 9, all(), isFound), []],
  ['a comparison, by every fact in it', lessThan(daysSince(dateOf(born)), 5), ['born']],
  ['what makes a date count, and the date', lessThan(daysSince(provided(isRaised, dateOf(born))), 5), ['flag', 'born']],
  ['what makes a date not count, alone', lessThan(daysSince(provided(yes(signed), dateOf(born))), 5), ['signed']],
  ['how many there are, by the latest', lessThan(count(study), 2), ['last']],
  [
    'entries after a day, by themselves and the day',
    some(study, onOrAfter(entryDate(study), dateOf(born))),
    ['born', 'last', 'third', 'second', 'first'],
  ],
  ['the same fact once', all(isRaised, not(is(flag, 'no'))), ['flag']],
])('an answer is decided by: %s', (_, condition, sources) => {
  const world = createWorld(resolve(pathway, chart, asking))
  expect(decidingFacts(condition, world, null).map(({ source }) => source)).toEqual(sources)
})
