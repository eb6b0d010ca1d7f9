import {
  all,
  any,
  atMost,
  type Condition,
  count,
  established,
  has,
  is,
  no,
  not,
  plus,
  type Step,
  shifted,
  step,
  yes,
} from '@facialis/language'
import { hfsToxin, lastHfsToxin } from '../decisions/course.ts'
import { twoPoorSessions } from '../decisions/response-toxin.ts'
import { nonResponseReview, score, session, visit } from '../entries/index.ts'
import { dxClass, dxPhenotype } from '../facts/index.ts'
import {
  automaticCallSessions,
  firstReviewDue,
  firstReviewOpens,
  firstReviewOverdue,
  nonResponseReviewDue,
  nonResponseReviewOverdue,
  overdueInterval,
  plannedIntervalTo,
  responseFrom,
  responseTo,
  toxinCallDue,
  toxinCallOpens,
  toxinCallOverdue,
} from '../policy/index.ts'
import { A18, A22, AWorkflow, K49, K54b, K54c, K66a, K73, K76, K79, S12 } from '../sources/index.ts'
import { answered, onPathway, since, untilGone } from './calling.ts'
import { last, lastSession, newProduct, planned, series } from './toxin-series.ts'

const f = session.fields
const ours = not(established(any(no(f.performedHere), yes(f.recordedAfter))))
const reliefKnown = lastSession(any(answered(f.relief), answered(f.reliefAsked)))
const called: Condition = is(visit.fields.kind, 'phone', 'follow-up')
const reviewed: Condition = is(visit.fields.kind, 'follow-up', 'injection')
const calledAfter = all(lastSession(ours), any(atMost(count(session, hfsToxin), automaticCallSessions), newProduct))
const troubled = has(f.sideEffects, 'ptosis', 'diplopia', 'exposure', 'dry-eye', 'lower-face-droop', 'brow-asymmetry')

export const afterSessionSteps: readonly Step[] = [
  step(
    'toxin-call',
    {
      label: 'Call after the session',
      text: 'Two weeks after the first sessions, or a new product: better, the same or worse, and any side effect.',
      when: onPathway(
        all(series, calledAfter, not(established(reliefKnown))),
        since(visit, shifted(lastHfsToxin, toxinCallOpens), called),
      ),
      owner: 'nurse',
      anchor: last,
      window: { opens: toxinCallOpens, due: toxinCallDue, overdue: toxinCallOverdue },
      settles: [session, visit],
      rules: ['FU-01', 'BT-08'],
    },
    K54b,
    AWorkflow,
  ),
  step(
    'ask-relief',
    {
      label: 'Ask how much the last session helped at its best',
      text: 'Three taps on a link are enough. Spasm present on the day of the visit is wear-off, not lack of effect.',
      when: onPathway(all(series, lastSession(ours), not(established(calledAfter))), lastSession(answered(f.relief))),
      owner: 'nurse',
      anchor: last,
      window: { opens: responseFrom, due: responseTo, overdue: firstReviewOverdue },
      settles: [session],
      rules: ['BT-09', 'FU-01'],
    },
    A22,
    AWorkflow,
  ),
  step(
    'first-review',
    {
      label: 'Review after the first session, with a score',
      text: 'Symptoms are lowest about the fourth week: relief, side effects and the same questionnaire as before.',
      when: onPathway(
        all(series, lastSession(ours), atMost(count(session, hfsToxin), 1)),
        any(
          since(visit, shifted(lastHfsToxin, firstReviewOpens), reviewed),
          since(score, shifted(lastHfsToxin, firstReviewOpens)),
        ),
      ),
      owner: 'clinician',
      anchor: last,
      window: { opens: firstReviewOpens, due: firstReviewDue, overdue: firstReviewOverdue },
      settles: [session, score, visit],
      rules: ['FU-01', 'FU-02'],
    },
    K73,
    K49,
  ),
  step(
    'change-map',
    {
      label: 'Look at the map before the next session',
      text: 'A side effect last time is shown as advice beside the points concerned (lid, lower lid or lower face), never as a dose.',
      when: onPathway(all(planned, lastSession(troubled)), untilGone),
      owner: 'clinician',
      anchor: last,
      window: { due: plannedIntervalTo, overdue: overdueInterval },
      settles: [session],
      rules: ['BT-08', 'BT-12'],
    },
    K66a,
    K54c,
    K79,
    K76,
    A18,
  ),
  step(
    'review-non-response',
    {
      label: 'Review two poor sessions: the diagnosis first',
      text: 'Is it the right diagnosis? Then product, dilution, sites; only then a different injection pattern, a different product or surgery.',
      when: onPathway(twoPoorSessions, since(nonResponseReview, lastHfsToxin)),
      owner: 'clinician',
      urgency: 'soon',
      anchor: last,
      window: {
        opens: responseFrom,
        due: plus(responseTo, nonResponseReviewDue),
        overdue: plus(responseTo, nonResponseReviewOverdue),
      },
      settles: [nonResponseReview, dxClass, dxPhenotype],
      rules: ['BT-09'],
    },
    A22,
    S12,
  ),
]
