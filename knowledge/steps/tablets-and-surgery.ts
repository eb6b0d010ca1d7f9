import {
  all,
  any,
  decided,
  established,
  is,
  latestDate,
  latestOf,
  no,
  provided,
  recordedOn,
  type Step,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { botulinum } from '../decisions/botulinum.ts'
import { anyDecompression, lastHfsToxin, postParalytic, severe } from '../decisions/course.ts'
import { decompression, reasonForSurgery } from '../decisions/decompression.ts'
import { signedDiagnosis } from '../decisions/diagnosis-conditions.ts'
import { responseToxin } from '../decisions/response-toxin.ts'
import { score, study, visit } from '../entries/index.ts'
import {
  asa,
  chairAllergy,
  disability,
  drugsOral,
  mriDeclined,
  mriImpossible,
  onlyHearingEar,
  surgeryBar,
  wishDrugs,
  wishSurgery,
  wishToxin,
} from '../facts/index.ts'
import {
  surgicalReferralDue,
  surgicalReferralOverdue,
  treatmentChoiceDue,
  treatmentChoiceOverdue,
  yearlyReviewDue,
} from '../policy/index.ts'
import { A13, A25, K12, K81, K81b, K83, K116, S14, S15 } from '../sources/index.ts'
import { anyUnanswered, onPathway, untilGone, whereDated } from './calling.ts'
import { lastScan } from './treatment.ts'

/** The day on which what speaks for surgery was last seen. */
const lastReason = {
  name: 'score',
  date: latestOf(latestDate(score, established(is(score.fields.smc, 'III', 'IV'))), lastHfsToxin, latestDate(study)),
}
const noToxin = any(
  no(wishToxin),
  is(chairAllergy, 'product'),
  all(decided(botulinum, 'blocked'), any(yes(mriDeclined), yes(mriImpossible))),
  decided(responseToxin, 'none', 'secondary-non-response'),
)
const noSurgery = any(
  no(wishSurgery),
  is(surgeryBar, 'yes'),
  all(signedDiagnosis, decided(decompression, 'not-candidate')),
)

export const tabletAndSurgerySteps: readonly Step[] = [
  step(
    'talk-about-tablets',
    {
      label: 'Talk about tablets and their limits',
      text: 'Injections and surgery are not possible or not wanted. Tablets give short-lived relief, with side effects, and are prescribed by a neurologist.',
      when: onPathway(all(noToxin, noSurgery), any(yes(drugsOral), no(wishDrugs))),
      owner: 'clinician',
      anchor: [
        { name: 'visit', date: latestDate(visit) },
        { name: 'mri.declined', date: provided(established(yes(mriDeclined)), whereDated(recordedOn(mriDeclined))) },
      ],
      window: { due: treatmentChoiceDue, overdue: treatmentChoiceOverdue },
      settles: [wishDrugs, drugsOral],
      rules: ['OM-01'],
    },
    K81b,
    K81,
  ),
  step(
    'refer-surgery',
    {
      label: 'Refer to the surgical team for microvascular decompression',
      text: 'Severe, disabling, or injections did not help or are not wished: the operation is the more lasting way. Outcomes are told with their range and the named risks.',
      when: onPathway(
        all(decided(decompression, 'consider', 'candidate'), reasonForSurgery),
        any(no(wishSurgery), some(visit, established(is(visit.fields.kind, 'pre-op'))), anyDecompression),
      ),
      owner: 'clinician',
      urgency: [[any(severe, yes(disability)), 'soon']],
      anchor: lastReason,
      window: { due: surgicalReferralDue, overdue: surgicalReferralOverdue },
      settles: [wishSurgery, disability, visit],
      rules: ['SX-01', 'SX-02', 'SX-13'],
    },
    S14,
    S15,
    A25,
    K12,
    K83,
    K116,
  ),
  step(
    'name-risks',
    {
      label: 'Hearing of the other ear and ASA class',
      text: 'The patient wants surgery; these two decide whether a particular risk must be discussed first.',
      when: onPathway(
        all(decided(decompression, 'consider'), yes(wishSurgery), anyUnanswered(onlyHearingEar, asa)),
        anyDecompression,
      ),
      owner: 'surgeon',
      anchor: { name: 'wish.surgery', date: recordedOn(wishSurgery) },
      window: { due: surgicalReferralDue, overdue: surgicalReferralOverdue },
      settles: [onlyHearingEar, asa],
      rules: ['SX-01'],
    },
    A25,
  ),
  step(
    'explain-no-operation',
    {
      label: 'Say why an operation will not help, and what does',
      text: 'Spasm after a palsy comes from the healed nerve itself: moving a vessel does not help, injections do.',
      when: onPathway(all(postParalytic, signedDiagnosis), any(no(wishSurgery), yes(wishToxin))),
      owner: 'clinician',
      anchor: lastScan,
      window: { due: treatmentChoiceDue, overdue: treatmentChoiceOverdue },
      settles: [wishToxin, wishSurgery],
      rules: ['SX-01', 'DX-07', 'BT-01'],
    },
    A13,
    A25,
  ),
  step(
    'review-surgery-bar',
    {
      label: 'Ask again whether the contraindication to surgery still stands',
      text: 'Pregnancy, infection and uncontrolled disease pass; the contraindication is looked at again, and injections remain.',
      when: onPathway(any(is(surgeryBar, 'yes'), unanswered(surgeryBar)), untilGone),
      owner: 'surgeon',
      anchor: { name: 'surgery.bar', date: recordedOn(surgeryBar) },
      window: { opens: surgicalReferralOverdue, due: yearlyReviewDue },
      settles: [surgeryBar],
      rules: ['SX-01'],
    },
    A25,
  ),
]
