import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  before,
  count,
  daysBetween,
  daysSince,
  decide,
  earliest,
  entryDate,
  firstDate,
  firstOf,
  has,
  is,
  lastOf,
  latestDate,
  latestOf,
  lessThan,
  moreThan,
  no,
  not,
  otherwise,
  plus,
  provided,
  quantity,
  recent,
  recordedOn,
  rule,
  shifted,
  some,
  sum,
  times,
  unanswered,
  yes,
} from '@facialis/language'
import { sore } from './course.ts'
import { dose, expires, finding, injection, relief, scan, side, signed } from './entries.ts'
import { born, lens, locked, pain, signs, thinner } from './facts.ts'
import { adult } from './gate.ts'
import { fresh, K2, own } from './passages.ts'

/** Many questions in one. */
export const troubled = any(
  sore,
  all(yes(locked), any(has(signs, 'swelling'), has(signs, 'warmth')), not(no(lens))),
  all(
    any(is(pain, 'yes'), is(pain, 'yes-explained'), has(signs, 'clicking')),
    any(
      some(injection, all(is(side, 'left'), is(relief, 'none'))),
      some(scan, all(yes(signed), is(finding, 'present'))),
      recent(injection, 1, is(side, 'right'), is(relief, 'full')),
    ),
  ),
  all(not(adult), any(yes(thinner), unanswered(born))),
)
const soon = all(atMost(daysBetween(entryDate(injection), asOf), 30), is(side, 'left'))
export const lately = decide('lately', {
  asks: 'What happened lately?',
  answers: ['left', 'left-long-ago', 'expired', 'none', 'unclear'],
  undetermined: 'unclear',
  rules: [
    rule('T-1', some(injection, soon)).answers('left').because('The left one.', own).over('T-2'),
    rule(
      'T-2',
      all(
        not(some(injection, all(lessThan(daysBetween(entryDate(injection), asOf), 200), not(is(side, 'right'))))),
        some(injection, is(side, 'left')),
      ),
    )
      .answers('left-long-ago')
      .because('Long ago.', own)
      .over('T-3'),
    rule(
      'T-3',
      any(
        before(earliest(firstOf(injection, expires, is(side, 'left')), lastOf(injection, expires)), asOf),
        lessThan(daysSince(latestOf(firstDate(injection), shifted(latestDate(injection, is(relief, 'full')), 7))), 14),
        atLeast(daysBetween(provided(yes(locked), recordedOn(locked)), asOf), fresh),
        recent(injection, 1, is(side, 'left', 'right'), atLeast(quantity(dose), 300)),
        moreThan(plus(sum(injection, dose), times(count(scan, yes(signed)), 100)), 900),
      ),
    )
      .answers('expired')
      .because('A vial is old.', K2),
  ],
  otherwise: otherwise('T-0', 'none', 'Nothing.', own),
})
