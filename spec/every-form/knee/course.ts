import {
  all,
  always,
  any,
  asOf,
  atLeast,
  daysBetween,
  decide,
  decided,
  detail,
  established,
  has,
  is,
  latest,
  lessThan,
  named,
  no,
  none,
  not,
  otherwise,
  plus,
  quantity,
  recent,
  rule,
  runLength,
  unanswered,
  yes,
} from '@facialis/language'
import { injection, relief } from './entries.ts'
import { girth, infection, lens, locked, pain, signs, thinner } from './facts.ts'
import { adult, kind, lastInjection, mass } from './gate.ts'
import { K1, K2, own } from './passages.ts'

export const response = decide('response', {
  asks: 'Did it help?',
  answers: ['none-given', 'too-early', 'worn-off', 'helped', 'not'],
  rests: 'on what is established',
  rules: [
    rule('R-1', established(none(injection)))
      .answers('none-given')
      .because('None was given.', own)
      .over('R-2'),
    rule('R-2', established(lessThan(daysBetween(lastInjection, asOf), plus(7, 7))))
      .answers('too-early')
      .because('Two weeks are needed.', K2)
      .over('R-3'),
    rule(
      'R-3',
      established(atLeast(runLength(injection, { during: is(relief, 'full'), endedBy: is(relief, 'none') }), 28)),
    )
      .answers('worn-off')
      .because('It helped for a while.', own)
      .over('R-4'),
    rule(
      'R-4',
      established(
        any(latest(injection, always, is(relief, 'some', 'full')), recent(injection, 1, always, is(relief, 'full'))),
      ),
    )
      .answers('helped')
      .because('It helped.', own),
  ],
  otherwise: otherwise('R-0', 'not', 'It did not help.', own),
  detail: { mass: detail.answerOf(mass) },
})
export const sore = named('sore', any(is(pain, 'yes'), all(yes(locked), atLeast(quantity(girth), 400))))
export const operation = decide('operation', {
  asks: 'Should it be opened?',
  answers: ['not', 'first-look', 'consider', 'offer'],
  boldness: [['not', 'first-look'], ['consider'], ['offer']],
  rules: [
    rule('O-1', yes(lens)).answers('not').because('Metal is left alone.', K1).over('O-2'),
    rule(
      'O-2',
      all(sore, not(has(signs, 'swelling')), any(no(infection), unanswered(infection), established(yes(thinner)))),
    )
      .answers('offer')
      .because('It is sore and slim.', own)
      .over('O-3'),
    rule('O-3', not(any(has(signs, 'swelling', 'clicking'), not(adult))))
      .answers('not')
      .because('Nothing to see.', own)
      .over('O-4'),
    rule('O-4', is(pain, 'no')).answers('first-look').because('It does not hurt.', K2).flagged().over('O-5'),
    rule('O-5', decided(kind, 'stuck', 'plain'))
      .answers('consider')
      .because('Not hot.', own),
  ],
  otherwise: otherwise('O-0', 'offer', 'Nothing speaks against it.', own),
})
