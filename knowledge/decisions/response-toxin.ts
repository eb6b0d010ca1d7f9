import {
  all,
  any,
  atLeast,
  count,
  daysSince,
  decide,
  detail,
  established,
  lessThan,
  none,
  not,
  otherwise,
  ownJudgement,
  quantity,
  recent,
  rule,
  some,
  unanswered,
} from '@facialis/language'
import { session } from '../entries/index.ts'
import { earlierGoodSessions, goodRelief, poorRelief, poorSessionsForReview, responseFrom } from '../policy/index.ts'
import { A22, K54b, K64, K66c, S8 } from '../sources/index.ts'
import { hfsToxin, lastHfsToxin } from './course.ts'

const relief = quantity(session.fields.relief)
const poor = lessThan(relief, poorRelief)
const good = atLeast(relief, goodRelief)
const reported = not(unanswered(session.fields.relief))
const last = (holds: Parameters<typeof recent>[3]) => recent(session, 0, hfsToxin, holds)
const lastButOne = (holds: Parameters<typeof recent>[3]) => recent(session, 1, hfsToxin, holds)

/** Before the peak nobody can say how it is at best, whatever was reported. */
const tooEarly = established(lessThan(daysSince(lastHfsToxin), responseFrom))
const afterThePeak = atLeast(daysSince(lastHfsToxin), responseFrom)

/** Two sessions in a row with little relief at best: first the diagnosis is asked again, then the technique. */
export const twoPoorSessions = established(all(last(poor), lastButOne(poor), afterThePeak))
/** Never more than poor, as far as anybody knows: from the first session on. */
const neverBetter = not(established(some(session, all(hfsToxin, not(poor)))))

/** Relief at best, days 14 to 42. Spasm that is back on the day of the next visit is wear-off, not failure. */
export const responseToxin = decide('response.toxin', {
  asks: 'How did the spasm respond to toxin at its best?',
  answers: ['not-applicable', 'too-early', 'not-reported', 'secondary-non-response', 'none', 'partial', 'good'],
  rests: 'on what is established',
  rules: [
    rule('BT-16', established(none(session, hfsToxin)))
      .answers('not-applicable')
      .because('No toxin for the spasm is on record.', S8)
      .over('BT-09/secondary'),
    rule(
      'BT-09/secondary',
      established(all(twoPoorSessions, atLeast(count(session, all(hfsToxin, good)), earlierGoodSessions))),
    )
      .answers('secondary-non-response')
      .because('Two poor sessions after an earlier good one.', A22)
      .over('BT-09'),
    rule(
      'BT-09',
      established(all(twoPoorSessions, neverBetter, atLeast(count(session, hfsToxin), poorSessionsForReview))),
    )
      .answers('none')
      .because('The sessions so far gave little relief: review the diagnosis.', A22)
      .over('BT-17'),
    rule('BT-17', tooEarly)
      .answers('too-early')
      .because('Peak effect comes after one to two weeks.', A22, K54b)
      .over('BT-18'),
    rule('BT-18', established(last({ kind: 'not', of: reported })))
      .answers('not-reported')
      .because('Nobody has asked how much the last session helped.', A22)
      .over('BT-19'),
    rule('BT-19', established(last(good)))
      .answers('good')
      .because('Spasm was reduced by at least half at peak effect.', K64, K66c)
      .over('BT-20'),
    rule('BT-20', established(last(any(poor, lessThan(relief, goodRelief)))))
      .answers('partial')
      .because(
        'Spasm was reduced by less than half at peak effect; a second poor session would start the non-response review.',
        A22,
      ),
  ],
  otherwise: otherwise(
    'BT-21',
    'not-reported',
    'It is not known which sessions were for the spasm.',
    ownJudgement('without dates and reasons no session can be judged'),
  ),
  detail: {
    relief: detail.latestField({ entry: session, field: session.fields.relief, where: hfsToxin }),
    sessions: detail.numberOf({ kind: 'count', entry: session, where: hfsToxin }),
  },
})
