import {
  all,
  any,
  atLeast,
  dateOf,
  daysSince,
  decide,
  decided,
  detail,
  established,
  firstDate,
  is,
  latestDate,
  named,
  not,
  otherwise,
  ownJudgement,
  recordedOn,
  rule,
  shifted,
  some,
  unanswered,
} from '@facialis/language'
import { imagingOrder, session, study, symptom, visit } from '../entries/index.ts'
import {
  dxClass,
  dxSignedBy,
  episodeClosed,
  phUnilateral,
  redFlagFacts,
  referralReceived,
  referralTriaged,
  wishSurgery,
} from '../facts/index.ts'
import { afterSurgeryStage, overdueInterval } from '../policy/index.ts'
import { A5, A6, A23, A29, K23, K85, S7, S8, S13, S14, S17 } from '../sources/index.ts'
import { emergencyComplaint, openEmergency } from './complaints.ts'
import {
  anyDecompression,
  anyHfsToxin,
  hfsToxin,
  inFirstYearAfterSurgery,
  lastDecompression,
  seriesRunning,
  sinceDecompression,
  theatreAhead,
} from './course.ts'
import { decompression } from './decompression.ts'
import { signedDiagnosis, stronglyOpposed } from './diagnosis-conditions.ts'
import { phenotype } from './phenotype.ts'
import { flagRows } from './red-flag-table.ts'
import { raisedOnDays } from './red-flags.ts'
import { anyUnjudged } from './relevance.ts'
import { allCleared, anyPositive, flags, reads } from './rule-outs.ts'

const order = ownJudgement('a person stands at the furthest point reached that still has something to be done')

const closed = is(episodeClosed, 'discharged', 'transferred', 'deceased', 'withdrawn')
/** Another condition: concluded by somebody, or sent on; an emergency leaves at once. */
const elsewhere = any(
  is(episodeClosed, 'other-pathway'),
  flags.emergencyFlag,
  emergencyComplaint,
  all(decided(phenotype, 'mimic'), any(stronglyOpposed, is(dxClass, 'unlikely'))),
)
const everRead = any(...Object.values(reads).map((read) => decided(read.all, 'cleared')))
const reopened = named('reopened, or a lesion not yet judged', any(anyUnjudged, all(everRead, flags.openRedFlag)))
const beforeSurgery = named(
  'on the way to an operation',
  all(
    any(decided(decompression, 'candidate'), theatreAhead, some(visit, is(visit.fields.kind, 'pre-op'))),
    any(not(anyDecompression), theatreAhead),
  ),
)
const afterOneYear = all(anyDecompression, atLeast(sinceDecompression, afterSurgeryStage))
const studied = any(some(imagingOrder), some(study))
const begun = any(
  some(visit),
  not(unanswered(referralTriaged)),
  not(unanswered(phUnilateral)),
  not(unanswered(dxClass)),
)

/** The first that holds. What is not known moves nobody on. */
export const stage = decide('stage', {
  asks: 'Where does this person stand?',
  answers: [
    'closed',
    'other-pathway',
    'after-surgery',
    'ruling-out',
    'surgical-work-up',
    'toxin-series',
    'follow-up',
    'choosing-treatment',
    'evaluating',
    'referred',
  ],
  rests: 'on what is established',
  rules: [
    rule('ST-01', established(closed)).answers('closed').because('The episode was closed.', S17, order).over('RF-03'),
    rule('RF-03', established(elsewhere))
      .answers('other-pathway')
      .because(
        'An emergency or another condition: another team is responsible for the next step, and the patient can return.',
        K23,
        A29,
      )
      .over('ST-02'),
    rule('ST-02', established(inFirstYearAfterSurgery))
      .answers('after-surgery')
      .because('Less than a year since the operation.', A23, K85)
      .over('FU-04'),
    rule('FU-04', established(reopened))
      .answers('ruling-out')
      .because('A red flag re-opened the question, or a lesion waits to be judged.', A5, A6, S13)
      .over('ST-03'),
    rule('ST-03', established(beforeSurgery))
      .answers('surgical-work-up')
      .because('The patient wants surgery, and it is being prepared.', S14, order)
      .over('ST-04'),
    rule('ST-04', established(seriesRunning))
      .answers('toxin-series')
      .because('Injections are repeated as they wear off.', S8, order)
      .over('ST-05'),
    rule('ST-05', established(afterOneYear))
      .answers('follow-up')
      .because('More than a year since the operation.', A23)
      .over('ST-06'),
    rule('ST-06', established(all(signedDiagnosis, allCleared)))
      .answers('choosing-treatment')
      .because('Lesions are excluded and the diagnosis is signed: toxin, operation or waiting.', S7, S8, S14)
      .over('ST-07'),
    rule('ST-07', established(studied))
      .answers('ruling-out')
      .because('Imaging has been ordered or done; lesions are not all excluded yet.', S13)
      .over('ST-08'),
    rule('ST-08', established(begun)).answers('evaluating').because('The evaluation has begun.', S17, order),
  ],
  otherwise: otherwise('RF-01', 'referred', 'Referred, and not yet seen.', S17),
  detail: {
    since: detail.firstOf(
      { when: closed, tell: detail.date(recordedOn(episodeClosed)) },
      { when: is(episodeClosed, 'other-pathway'), tell: detail.date(recordedOn(episodeClosed)) },
      { when: emergencyComplaint, tell: detail.date(firstDate(symptom, established(openEmergency))) },
      ...emergencyDays(),
      { when: elsewhere, tell: detail.date(recordedOn(dxClass)) },
      { when: inFirstYearAfterSurgery, tell: detail.date(lastDecompression) },
      { when: all(reopened, flags.openRedFlag), tell: openedOn() },
      { when: reopened, tell: detail.date(latestDate(study)) },
      { when: beforeSurgery, tell: detail.date(recordedOn(wishSurgery)) },
      { when: seriesRunning, tell: detail.date(firstDate(session, hfsToxin)) },
      { when: afterOneYear, tell: detail.date(shifted(lastDecompression, afterSurgeryStage)) },
      { when: all(signedDiagnosis, allCleared), tell: detail.date(latestDate(study)) },
      { when: some(imagingOrder), tell: detail.date(firstDate(imagingOrder)) },
      { when: some(study), tell: detail.date(firstDate(study)) },
      { when: some(visit), tell: detail.date(firstDate(visit)) },
      { when: not(unanswered(referralTriaged)), tell: detail.date(dateOf(referralTriaged)) },
      { when: not(unanswered(dxClass)), tell: detail.date(recordedOn(dxSignedBy)) },
      { when: not(unanswered(referralReceived)), tell: detail.date(dateOf(referralReceived)) },
    ),
    also: detail.items(
      {
        when: all(
          anyHfsToxin,
          atLeast(overdueInterval, daysSince(latestDate(session, hfsToxin))),
          any(inFirstYearAfterSurgery, beforeSurgery, afterOneYear, reopened),
        ),
        item: 'toxin-series',
      },
      { when: all(beforeSurgery, any(inFirstYearAfterSurgery, reopened)), item: 'surgical-work-up' },
      { when: anyPositive, item: 'secondary-cause-care' },
    ),
  },
})

/** An emergency leaves on the day it was raised, not on that of the diagnosis. */
function emergencyDays() {
  return flagRows
    .filter(({ urgency }) => urgency === 'emergency')
    .flatMap(({ flag }) => raisedOnDays(flag))
    .map(({ when, on }) => ({ when: all(flags.emergencyFlag, when), tell: detail.date(on) }))
}

/** The day the flags that re-opened it were raised: the first that is open names it. */
function openedOn() {
  return detail.firstOf(...redFlagFacts.flatMap(raisedOnDays).map(({ when, on }) => ({ when, tell: detail.date(on) })))
}
