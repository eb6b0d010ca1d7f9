import {
  all,
  atLeast,
  type Check,
  check,
  daysBetween,
  entryDate,
  established,
  is,
  latestDate,
  moreThan,
  not,
  ownJudgement,
} from '@facialis/language'
import { anyFacialToxin } from '../decisions/course.ts'
import { session, symptom } from '../entries/index.ts'

const since = daysBetween(latestDate(session, anyFacialToxin), entryDate(symptom))

/** An effect that has not begun cannot wear off. Where a day is missing or rough, nothing is held against it. */
export const symptomChecks: readonly Check[] = [
  check('BT-06/wear-off-day', {
    of: symptom,
    when: established(all(is(symptom.fields.kind, 'early-wear-off'), atLeast(since, 0), not(moreThan(since, 0)))),
    effect: 'stop',
    code: 'unfit-day',
    about: symptom.fields.kind,
    text: 'The effect of a session cannot wear off on its own day: say the day on which it began to.',
  }).because(
    ownJudgement('the effect begins days after the injection, so a wear-off of that day is a slip of the date'),
  ),
]
