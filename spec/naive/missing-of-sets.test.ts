/** A set is one question; whether it has to have a member or be without it, it is named where its answer would open something. */
import { evaluate } from '@facialis/engine'
import { all, type Condition, decide, emptyChart, has, not, otherwise, rule, yes } from '@facialis/language'
import { expect, test } from 'vitest'
import { asking, parts, pathwayOf, reason, signed } from './small-charts.ts'

const opens = (when: Condition) =>
  decide('opens', {
    asks: 'Does it open?',
    answers: ['shut', 'open'],
    boldness: [['shut'], ['open']],
    rules: [rule('A', when).answers('open').because('made up', reason)],
    otherwise: otherwise('B', 'shut', 'made up', reason),
  })

test.each<[string, Condition, readonly string[]]>([
  ['has a member', has(parts, 'p'), ['parts']],
  ['is without a member', not(has(parts, 'p')), ['parts']],
  ['has one member and is without another', all(has(parts, 'p'), not(has(parts, 'q'))), ['parts']],
  ['has two members, each asked for by itself', all(has(parts, 'p'), has(parts, 'q')), ['parts']],
  ['is without a member, beside another question', all(not(has(parts, 'q')), yes(signed)), ['signed', 'parts']],
  ['has one of several members and none of them, which cannot be', all(has(parts, 'p'), not(has(parts, 'p', 'q'))), []],
  ['has a member and is without it, which cannot be', all(has(parts, 'p'), not(has(parts, 'p'))), []],
])('what opens when a set %s', (_, when, missing) => {
  const { decisions } = evaluate(pathwayOf(opens(when)), emptyChart, asking)
  expect(decisions.opens).toMatchObject({ answer: 'shut', missing })
})
