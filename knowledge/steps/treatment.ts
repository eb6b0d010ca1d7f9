import {
  type Anchor,
  all,
  amount,
  any,
  dateOf,
  decided,
  established,
  firstOf,
  is,
  lastOf,
  latestDate,
  latestOf,
  no,
  not,
  provided,
  recordedOn,
  type Step,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { botulinum } from '../decisions/botulinum.ts'
import { cause } from '../decisions/cause.ts'
import {
  anyDecompression,
  anyHfsToxin,
  consentStands,
  hfsToxin,
  lastHfsToxin,
  postParalytic,
  severe,
} from '../decisions/course.ts'
import { decompression, reasonForSurgery } from '../decisions/decompression.ts'
import { signedDiagnosis } from '../decisions/diagnosis-conditions.ts'
import { exceptionKinds } from '../decisions/exceptions.ts'
import { responseToxin } from '../decisions/response-toxin.ts'
import { allCleared } from '../decisions/rule-outs.ts'
import { usable } from '../decisions/study-reads.ts'
import { exception, score, session, study, visit } from '../entries/index.ts'
import {
  asa,
  chairAllergy,
  chairNeuromuscular,
  consentToxin,
  disability,
  drugsOral,
  dxPhenotype,
  mriDeclined,
  mriImpossible,
  onlyHearingEar,
  phPriorPalsy,
  surgeryBar,
  wishDrugs,
  wishSurgery,
  wishToxin,
} from '../facts/index.ts'
import {
  exceptionEndingWarning,
  firstInjectionDue,
  firstInjectionOverdue,
  presumedCauseDue,
  presumedCauseOverdue,
  surgicalReferralDue,
  surgicalReferralOverdue,
  toxinConsentValid,
  treatmentChoiceDue,
  treatmentChoiceOverdue,
  yearlyReviewDue,
  yearlyReviewOverdue,
} from '../policy/index.ts'
import {
  A8,
  A9,
  A13,
  A16,
  A21,
  A22,
  A25,
  AWorkflow,
  K12,
  K64,
  K64a,
  K81,
  K81b,
  K83,
  K116,
  S3,
  S7,
  S8,
  S9,
  S10,
  S14,
  S15,
} from '../sources/index.ts'
import { ahead, answered, anyUnanswered, onPathway, received, untilGone, whereDated } from './calling.ts'

const lastScan = { name: 'study', date: latestDate(study) }
const toxinOpen = decided(botulinum, 'caution', 'permitted')
const settledElsewhere = any(anyHfsToxin, anyDecompression)

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

/** For which exceptions a senior clinician is asked; those about a single date belong to the booking. */
const askFor = [
  'mri-impossible',
  'imaging-declined',
  'known-cause-symptomatic',
  'paediatric-opinion',
  'neuromuscular-opinion',
] as const
const anchorOfException: Readonly<Record<(typeof askFor)[number], Anchor>> = {
  'mri-impossible': { name: 'mri.impossible', date: recordedOn(mriImpossible) },
  'imaging-declined': { name: 'mri.declined', date: recordedOn(mriDeclined) },
  'known-cause-symptomatic': lastScan,
  'paediatric-opinion': received,
  'neuromuscular-opinion': { name: 'chair.neuromuscular', date: recordedOn(chairNeuromuscular) },
}
/** Inside an exception: it may still be used. */
const inForce = any(...exceptionKinds.map((kind) => kind.inForce))

const askException = askFor.map((code) => {
  const kind = exceptionKinds.find((k) => k.code === code)
  if (!kind) throw new Error(`There is no exception ${code}.`)
  return step(
    `ask-exception/${code}`,
    {
      label: `Ask a senior clinician for an exception: ${kind.label}`,
      text: 'The answer stays blocked; a signed exception lets the act pass, with the person told and an end within a year. Declining it is an answer, too.',
      when: onPathway(
        all(decided(botulinum, 'blocked'), signedDiagnosis, kind.available, not(established(no(wishToxin)))),
        some(exception, established(kind.inForce)),
      ),
      owner: 'clinician',
      anchor: anchorOfException[code],
      window: { due: treatmentChoiceDue, overdue: treatmentChoiceOverdue },
      settles: [exception],
      rules: ['BT-02'],
    },
    A8,
    ...(code === 'mri-impossible' ? [A9] : []),
    ...(code === 'paediatric-opinion' ? [A16] : []),
    ...(code === 'neuromuscular-opinion' ? [A21] : []),
  )
})

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
      label: 'See again: chosen to wait',
      text: 'Neither injections nor an operation are wished now; the spasm rarely leaves by itself, so the offer is repeated once a year.',
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
      label: 'Consent talk about injections',
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
      when: onPathway(all(answered(consentToxin), anyHfsToxin, not(established(no(wishToxin)))), untilGone),
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
  ...askException,
  step(
    'review-exception',
    {
      label: 'Review the standing exception before it ends',
      text: 'An exception ends by itself, and at once on a new red flag; before the first of them ends its owner says whether the reason still stands.',
      when: onPathway(some(exception, established(inForce)), untilGone),
      owner: 'clinician',
      anchor: { name: 'exception.expires', date: firstOf(exception, exception.fields.expires, established(inForce)) },
      window: { opens: ahead(exceptionEndingWarning), due: amount(0) },
      settles: [exception],
      rules: ['BT-02'],
    },
    A8,
  ),
  step(
    'talk-about-tablets',
    {
      label: 'Talk about tablets and their limits',
      text: 'Neither injections nor an operation are possible or wished; tablets give short relief with side effects and are for a neurologist to choose.',
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
      label: 'Surgical team: talk about microvascular decompression',
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
      label: 'Hearing of the other ear and anaesthetic class',
      text: 'An operation is wished; these two decide whether a risk has to be named first.',
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
      label: 'Ask again whether the bar to surgery still stands',
      text: 'Pregnancy, infection and uncontrolled disease pass; the bar is looked at again, and injections remain.',
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
