import {
  all,
  any,
  dateOf,
  decided,
  established,
  lastOf,
  latestDate,
  no,
  not,
  recordedOn,
  type Step,
  some,
  step,
  yes,
} from '@facialis/language'
import { botulinum } from '../decisions/botulinum.ts'
import { cause } from '../decisions/cause.ts'
import { anyDecompression, anyHfsToxin, consentStands, hfsToxin, seriesRunning } from '../decisions/course.ts'
import { decompression } from '../decisions/decompression.ts'
import { signedDiagnosis } from '../decisions/diagnosis-conditions.ts'
import { allCleared } from '../decisions/rule-outs.ts'
import { usable } from '../decisions/study-reads.ts'
import { score, session, study } from '../entries/index.ts'
import {
  consentToxin,
  disability,
  dxPhenotype,
  phPriorPalsy,
  wishDrugs,
  wishSurgery,
  wishToxin,
} from '../facts/index.ts'
import {
  firstInjectionDue,
  firstInjectionOverdue,
  presumedCauseDue,
  presumedCauseOverdue,
  toxinConsentValid,
  treatmentChoiceDue,
  treatmentChoiceOverdue,
  yearlyReviewDue,
  yearlyReviewOverdue,
} from '../policy/index.ts'
import { A13, A22, AWorkflow, K64, K64a, K83, K116, S3, S7, S8, S9, S10, S14 } from '../sources/index.ts'
import { answered, anyUnanswered, onPathway, untilGone } from './calling.ts'

export const lastScan = { name: 'study', date: latestDate(study) }
const toxinOpen = decided(botulinum, 'caution', 'permitted')
const settledElsewhere = any(anyHfsToxin, anyDecompression)

export const treatmentSteps: readonly Step[] = [
  step(
    'record-cause',
    {
      label: 'Record which kind it is, so that the cause can be presumed',
      text: 'Lesions are excluded and the diagnosis is signed; whether a palsy came first decides between a vessel and a secondary cause.',
      when: onPathway(all(signedDiagnosis, allCleared), decided(cause, 'vascular-presumed', 'secondary')),
      owner: 'clinician',
      anchor: { name: 'study.acknowledgedOn', date: lastOf(study, study.fields.acknowledgedOn, established(usable)) },
      window: { due: presumedCauseDue, overdue: presumedCauseOverdue },
      settles: [dxPhenotype, phPriorPalsy],
      rules: ['ET-01', 'ET-02', 'DX-07'],
    },
    S3,
    S7,
    A13,
  ),
  step(
    'choose-treatment',
    {
      label: 'Choose the treatment: injections, operation, or waiting',
      text: 'Injections usually come first; the operation is the more lasting way and is preferred when it is severe; waiting may be chosen, too, for lesions are excluded.',
      when: onPathway(all(signedDiagnosis, allCleared, anyUnanswered(wishToxin, wishSurgery)), settledElsewhere),
      owner: 'clinician',
      anchor: lastScan,
      window: { due: treatmentChoiceDue, overdue: treatmentChoiceOverdue },
      settles: [wishToxin, wishSurgery, wishDrugs, disability, score],
      rules: ['BT-01', 'SX-01', 'SX-13'],
    },
    S8,
    K116,
    S14,
    K64,
    K83,
  ),
  step(
    'waiting-review',
    {
      label: 'Review: the patient has chosen to wait',
      text: 'Neither injections nor an operation are wished now; the spasm rarely resolves by itself, so treatment is offered again once a year.',
      when: onPathway(
        all(
          signedDiagnosis,
          no(wishToxin),
          not(established(all(yes(wishSurgery), decided(decompression, 'candidate')))),
        ),
        untilGone,
      ),
      owner: 'clinician',
      anchor: { name: 'wish.toxin', date: recordedOn(wishToxin) },
      window: { opens: yearlyReviewDue, due: yearlyReviewDue, overdue: yearlyReviewOverdue },
      settles: [wishToxin, wishSurgery, score],
      rules: ['BT-01'],
    },
    S8,
    K64a,
  ),
  step(
    'consent-toxin',
    {
      label: 'Consent discussion about injections',
      text: 'The medicine weakens small muscles on purpose and wears off; both are said and ticked before the first session.',
      when: onPathway(all(toxinOpen, yes(wishToxin)), any(consentStands, some(session, established(hfsToxin)))),
      owner: 'clinician',
      anchor: { name: 'wish.toxin', date: recordedOn(wishToxin) },
      window: { due: firstInjectionDue, overdue: firstInjectionOverdue },
      settles: [consentToxin],
      rules: ['BT-13'],
    },
    S9,
    S10,
    AWorkflow,
  ),
  step(
    'renew-consent',
    {
      label: 'Renew the consent to injections',
      text: 'Consent lasts a year, and is taken again with a new product or side, not each time.',
      when: onPathway(all(answered(consentToxin), seriesRunning, not(established(no(wishToxin)))), untilGone),
      owner: 'clinician',
      anchor: { name: 'consent.toxin', date: dateOf(consentToxin) },
      window: { opens: toxinConsentValid, due: toxinConsentValid },
      settles: [consentToxin],
      rules: ['BT-13'],
    },
    AWorkflow,
    S9,
    S10,
  ),
  step(
    'first-injection',
    {
      label: 'First injection session',
      text: 'The gate is open and consent is given; the at-chair questions are asked on the day.',
      when: onPathway(
        all(toxinOpen, consentStands, not(established(no(wishToxin)))),
        some(session, established(hfsToxin)),
      ),
      owner: 'clinician',
      anchor: { name: 'consent.toxin', date: dateOf(consentToxin) },
      window: { due: firstInjectionDue, overdue: firstInjectionOverdue },
      settles: [session],
      rules: ['BT-01', 'BT-03', 'BT-04'],
    },
    S8,
    A22,
  ),
]
