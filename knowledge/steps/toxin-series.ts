import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  before,
  type Condition,
  count,
  dateOf,
  daysBetween,
  established,
  firstDate,
  has,
  is,
  latestDate,
  latestOf,
  no,
  not,
  onOrAfter,
  plus,
  recent,
  type Step,
  shifted,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import {
  anyDecompression,
  anyHfsToxin,
  hfsToxin,
  lastDecompression,
  lastFacialToxin,
  lastHfsToxin,
  sinceFacialToxin,
} from '../decisions/course.ts'
import { twoPoorSessions } from '../decisions/response-toxin.ts'
import { sessionMayBePlanned } from '../decisions/session-plan.ts'
import { nonResponseReview, score, session, toxins, visit } from '../entries/index.ts'
import { dxClass, dxPhenotype, faceCheck, wishSurgery, wishToxin } from '../facts/index.ts'
import {
  automaticCallSessions,
  defaultBookingDay,
  faceCheckDue,
  faceCheckOverdue,
  firstReviewDue,
  firstReviewOpens,
  firstReviewOverdue,
  minimumReinjectionInterval,
  missingFactsLetterDue,
  nonResponseReviewDue,
  nonResponseReviewOverdue,
  overdueInterval,
  plannedIntervalFrom,
  plannedIntervalTo,
  responseFrom,
  responseTo,
  toxinCallDue,
  toxinCallOpens,
  toxinCallOverdue,
  wearOffLead,
  yearlyReviewDue,
  yearlyReviewOverdue,
} from '../policy/index.ts'
import {
  A11,
  A18,
  A19,
  A22,
  AWorkflow,
  K49,
  K54,
  K54b,
  K54c,
  K64,
  K66a,
  K67,
  K73,
  K76,
  K79,
  S10,
  S11,
  S12,
  S14,
} from '../sources/index.ts'
import { ahead, answered, laterOf, onPathway, received, since, untilGone } from './calling.ts'

const f = session.fields
const last = { name: 'session', date: lastHfsToxin }
const first = { name: 'session', date: firstDate(session, hfsToxin) }
const lastSession = (holds: Condition): Condition => recent(session, 0, hfsToxin, holds)
const ours = not(established(any(no(f.performedHere), yes(f.recordedAfter))))

/** Injections go on: the last treatment was toxin, and nobody said that no more is wished. */
export const series = all(
  anyHfsToxin,
  any(not(anyDecompression), before(lastDecompression, lastHfsToxin)),
  not(established(no(wishToxin))),
)
const wornOff = lastSession(answered(f.wearOff))
/** Days from the last session to some days before its effect began to go. */
const beforeWearOff = daysBetween(
  lastHfsToxin,
  shifted(
    { kind: 'latest-date', entry: session, where: all(hfsToxin, answered(f.wearOff)), of: f.wearOff },
    ahead(wearOffLead),
  ),
)
export const newProduct = any(
  ...toxins.map((product) =>
    all(lastSession(is(f.product, product)), recent(session, 1, hfsToxin, not(is(f.product, product)))),
  ),
)
const reliefKnown = lastSession(any(answered(f.relief), answered(f.reliefAsked)))
const called: Condition = is(visit.fields.kind, 'phone', 'follow-up')
const reviewed: Condition = is(visit.fields.kind, 'follow-up', 'injection')
const calledAfter = all(lastSession(ours), any(atMost(count(session, hfsToxin), automaticCallSessions), newProduct))
/** Some day is known, if only by its month. */
const datedAtAll = onOrAfter(asOf, lastFacialToxin)
/** A day is offered only where the injection could be given on it. */
const planned = all(series, datedAtAll, sessionMayBePlanned)
/** The minimum interval outlasts the plan where a site sets it longer. */
const notBefore = laterOf(plannedIntervalFrom, minimumReinjectionInterval)
/** Cosmetic toxin came after the last session for the spasm: it moves the first day, not the end of relief. */
const cosmeticSince = before(lastHfsToxin, lastFacialToxin)
const intervalAfterCosmetic = daysBetween(lastHfsToxin, shifted(lastFacialToxin, minimumReinjectionInterval))
const affirmed = latestDate(visit, established(yes(visit.fields.diagnosisAffirmed)))
const troubled = has(f.sideEffects, 'ptosis', 'diplopia', 'exposure', 'dry-eye', 'lower-face-droop', 'brow-asymmetry')

export const toxinSteps: readonly Step[] = [
  step(
    'next-session',
    {
      label: 'Plan the next injection session',
      text: 'Relief lasts about 12 to 16 weeks for most people and the person’s own wear-off sets the day; the six months of the older page are the latest, and twelve weeks the earliest.',
      when: onPathway(all(planned, not(established(any(cosmeticSince, wornOff)))), untilGone),
      owner: 'coordinator',
      anchor: { name: 'session', date: lastFacialToxin },
      window: { opens: notBefore, due: plannedIntervalTo, overdue: overdueInterval },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    S10,
    K64,
    K54,
    K67,
    A19,
  ),
  step(
    'next-session-worn-off',
    {
      label: 'Plan the next injection session around the wear-off',
      text: 'The person said when the effect began to go: the session is booked a little before that day came round, never before the interval has passed.',
      when: onPathway(all(planned, wornOff, not(established(cosmeticSince))), untilGone),
      owner: 'coordinator',
      urgency: 'soon',
      anchor: last,
      window: {
        opens: minimumReinjectionInterval,
        due: laterOf(defaultBookingDay, beforeWearOff),
        overdue: laterOf(plannedIntervalTo, beforeWearOff),
      },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    K64,
    K54,
    A19,
  ),
  step(
    'next-session-after-cosmetic',
    {
      label: 'Plan the next injection session, counted from the cosmetic toxin as well',
      text: 'The session for the spasm sets when relief ends; the cosmetic toxin since then sets the earliest day.',
      when: onPathway(all(planned, cosmeticSince), untilGone),
      owner: 'coordinator',
      urgency: [[wornOff, 'soon']],
      anchor: last,
      window: {
        opens: intervalAfterCosmetic,
        due: laterOf(plannedIntervalTo, intervalAfterCosmetic),
        overdue: laterOf(overdueInterval, intervalAfterCosmetic),
      },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    S10,
    K64,
    K54,
    K67,
    A19,
  ),
  step(
    'wait-interval',
    {
      label: 'Wait: toxin was given to this face',
      text: 'The next injection keeps its distance from it, cosmetic toxin included. No day is planned while something else stands in the way.',
      when: onPathway(
        all(datedAtAll, not(established(planned))),
        atLeast(sinceFacialToxin, minimumReinjectionInterval),
      ),
      owner: 'coordinator',
      anchor: { name: 'session', date: lastFacialToxin },
      window: { opens: minimumReinjectionInterval, due: plannedIntervalTo, overdue: overdueInterval },
      settles: [session],
      rules: ['BT-05'],
    },
    A19,
    K54,
  ),
  step(
    'ask-session-date',
    {
      label: 'Ask when toxin was last given',
      text: 'A session is on record without a day; until it is known the interval cannot be counted and the gate stays shut.',
      when: onPathway(some(session, not(is(f.indication, 'other'))), datedAtAll),
      owner: 'coordinator',
      anchor: received,
      window: { due: missingFactsLetterDue },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    A19,
    K54,
  ),
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
      text: 'Three taps on a link are enough; spasm that is back on the day of the visit is wear-off, not lack of effect.',
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
      text: 'A side effect last time changes the points, as words beside them and never as a number: lid, lower lid or lower face.',
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
      text: 'Is it the right diagnosis? Then product, dilution, sites; only then another map, another product, or the operation.',
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
  step(
    'face-check',
    {
      label: 'Check the treated face for flattening or weakness',
      text: 'Photographs at rest, eyes shut and smiling, and a grading, a year after the first session; never a reason to stop by itself.',
      when: onPathway(all(series, unanswered(faceCheck)), untilGone),
      owner: 'clinician',
      anchor: first,
      window: { opens: faceCheckDue, due: faceCheckDue, overdue: faceCheckOverdue },
      settles: [faceCheck],
      rules: ['BT-10'],
    },
    S11,
    K76,
  ),
  step(
    'face-check-again',
    {
      label: 'Check the treated face again',
      text: 'A year after the last check: photographs side by side, and a talk about the operation.',
      when: onPathway(all(series, answered(faceCheck)), untilGone),
      owner: 'clinician',
      anchor: { name: 'faceCheck', date: dateOf(faceCheck) },
      window: { opens: faceCheckDue, due: faceCheckDue, overdue: faceCheckOverdue },
      settles: [faceCheck],
      rules: ['BT-10'],
    },
    S11,
    K76,
  ),
  step(
    'reaffirm-diagnosis',
    {
      label: 'Affirm the diagnosis and offer the alternatives',
      text: 'Once a year: is it still the right diagnosis, and is the operation wished? A reminder, never a block.',
      when: onPathway(series, untilGone),
      owner: 'clinician',
      anchor: { name: 'visit', date: latestOf(firstDate(session, hfsToxin), affirmed) },
      window: { opens: yearlyReviewDue, due: yearlyReviewDue, overdue: yearlyReviewOverdue },
      settles: [visit, dxClass, wishSurgery],
      rules: ['DX-05', 'SX-01', 'BT-01'],
    },
    S12,
    S14,
    A11,
  ),
]
