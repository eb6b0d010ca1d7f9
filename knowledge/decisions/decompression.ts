import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  type Condition,
  dateOf,
  decide,
  decided,
  is,
  named,
  no,
  none,
  not,
  otherwise,
  ownJudgement,
  quantity,
  recent,
  rule,
  yearsBetween,
  yes,
} from '@facialis/language'
import { score, study } from '../entries/index.ts'
import {
  asa,
  birthDate,
  disability,
  knownLesions,
  mriImpossible,
  onlyHearingEar,
  surgeryBar,
  wishSurgery,
  wishToxin,
} from '../facts/index.ts'
import { namedRiskAge, severeDisability, severeHfs7 } from '../policy/index.ts'
import {
  A5,
  A9,
  A13,
  A23,
  A25,
  K12,
  K33,
  K41,
  K83,
  K85,
  K102,
  K103,
  K116,
  S5,
  S12,
  S13,
  S14,
  S16,
} from '../sources/index.ts'
import { emergencyComplaint } from './complaints.ts'
import { alive, child, notPostParalytic, operatedOnItsSide, postParalytic, severe } from './course.ts'
import { examined, oneSided, signedDiagnosis, stronglyOpposed } from './diagnosis-conditions.ts'
import { substitute } from './mri-substitute.ts'
import { spasmAfterAll } from './response-surgery.ts'
import { twoPoorSessions } from './response-toxin.ts'
import {
  allCleared,
  anyPositive,
  demyelination,
  flags,
  otherLesion,
  tumour,
  vascularMalformation,
} from './rule-outs.ts'

const lastScore = (field: Parameters<typeof quantity>[0], least: Parameters<typeof atLeast>[1]) =>
  recent(score, 0, atLeast(quantity(field), 0), atLeast(quantity(field), least))

/** Severity is one input, never the only one; toxin that failed or is not wanted is another. No trial is required. */
export const reasonForSurgery = named(
  'severe, disabling, or toxin failed or not wanted',
  any(
    severe,
    yes(disability),
    lastScore(score.fields.hfs7, severeHfs7),
    lastScore(score.fields.disability, severeDisability),
    twoPoorSessions,
    no(wishToxin),
  ),
)

const noNamedRisk = named(
  'no particular risk that must be discussed first',
  all(
    no(onlyHearingEar),
    is(asa, 'I', 'II'),
    atMost(yearsBetween(dateOf(birthDate), asOf), namedRiskAge),
    none(study, is(study.fields.dolichoectasia, 'yes')),
  ),
)

/** Everything an operation rests on: as for toxin, and nothing that bars it. A vessel need not have been seen. */
const groundWith = (lesionsExcluded: Condition): Condition =>
  all(
    signedDiagnosis,
    not(stronglyOpposed),
    oneSided,
    examined,
    lesionsExcluded,
    not(flags.openRedFlag),
    not(emergencyComplaint),
    notPostParalytic,
    not(child),
    is(surgeryBar, 'none-recorded', 'no'),
  )
const ground = named('a signed diagnosis with every lesion ruled out and no contraindication', groundWith(allCleared))
/** A line on the problem list that nobody can read is no line that is not there. */
const noLesionListed = all(...knownLesions.map((known) => is(known, 'not-listed', 'no', 'present-unrelated')))
/** Where MRI is impossible the substitute lets an operation be talked about, and no more than that. */
const groundWithoutMri = named(
  'a signed diagnosis, MRI impossible, and CT read instead without a lesion',
  groundWith(all(yes(mriImpossible), substitute, not(anyPositive), noLesionListed)),
)

export const decompression = decide('decompression', {
  asks: 'Is microvascular decompression an option for this person?',
  answers: ['not-candidate', 'treat-cause-first', 'consider', 'candidate'],
  boldness: [['not-candidate', 'treat-cause-first'], ['consider'], ['candidate']],
  rules: [
    rule('ST-01', not(alive))
      .answers('not-candidate')
      .because(
        'The person has died: nothing is offered any more.',
        ownJudgement('no act can be offered to somebody who has died'),
      )
      .over('SX-08/waiting'),
    rule('SX-08/waiting', all(operatedOnItsSide, not(spasmAfterAll)))
      .answers('not-candidate')
      .because(
        'This side has been operated on and there is no evidence of failure: relief may take up to a year.',
        S16,
        A23,
        K85,
      )
      .over('SX-00'),
    rule('SX-00', any(decided(demyelination, 'positive'), postParalytic))
      .answers('not-candidate')
      .because('Spasm after a palsy or from multiple sclerosis is not helped by decompression.', A25, A13)
      .over('RO-05'),
    rule('RO-05', any(...[tumour, vascularMalformation, otherLesion].map((d) => decided(d, 'positive'))))
      .answers('treat-cause-first')
      .because('A lesion was found: it is treated, or judged unrelated, first.', A25, A5)
      .over('SX-01'),
    rule('SX-01', all(ground, reasonForSurgery, yes(wishSurgery), noNamedRisk))
      .answers('candidate')
      .because(
        'Severe, or not relieved by toxin; the patient wants surgery and it is not contraindicated. It is the longer-lasting treatment.',
        S14,
        A25,
        K41,
        K116,
      )
      .over('SX-02'),
    rule('SX-02', ground)
      .answers('consider')
      .because(
        'An option to discuss: the patient’s wishes, the severity or a named risk will decide.',
        A25,
        K83,
        K12,
        K33,
        K102,
        K103,
      )
      .over('SX-02/no-mri'),
    rule('SX-02/no-mri', groundWithoutMri)
      .answers('consider')
      .because(
        'MRI is impossible; contrast CT and CT angiography showed no lesion. To be talked about, with that risk named.',
        A9,
      ),
  ],
  otherwise: otherwise('SX-03', 'not-candidate', 'No signed diagnosis with every lesion ruled out.', S12, S13, S5),
  detail: {},
})
