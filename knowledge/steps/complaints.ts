import {
  type Anchor,
  all,
  any,
  atLeast,
  atMost,
  type Condition,
  dateOf,
  established,
  latestDate,
  lessThan,
  onOrAfter,
  type Step,
  some,
  step,
  unanswered,
} from '@facialis/language'
import {
  afterOperation,
  complains,
  emergencyAfterSurgery,
  emergencyAtAnyTime,
  emergencyComplaint,
  emergencyList,
  hearingAfterSurgery,
  lateWeaknessOfToxin,
  otherwise,
  postOperativeList,
  unexplainedHearing,
  unexplainedWeakness,
  unsettled,
  weaknessOfToxin,
} from '../decisions/complaints.ts'
import { flags } from '../decisions/rule-outs.ts'
import { type Complaint, postOperativeEmergencies, session, symptom } from '../entries/index.ts'
import { audiogram, redFlagFacts, rfHearingLoss, rfSuddenHearingLoss } from '../facts/index.ts'
import {
  callBackDue,
  delayedPalsyFrom,
  delayedPalsyReviewDue,
  delayedPalsyTo,
  emergencyWithin,
  suddenHearingLossSeen,
  urgentAudiogramDue,
  urgentWithin,
} from '../policy/index.ts'
import {
  A7,
  A15,
  A15a,
  A24,
  A28,
  AWorkflow,
  K13,
  K23,
  K55,
  K62,
  K83a,
  K98,
  K99,
  K100,
  QS185,
} from '../sources/index.ts'
import { untilGone, whileOpen } from './calling.ts'

const one = (...kinds: readonly [Complaint, ...Complaint[]]): Condition => all(complains(...kinds), unsettled)
const onDays = (from: Parameters<typeof atLeast>[1], to: Parameters<typeof atMost>[1]): Condition =>
  all(atLeast(afterOperation, from), atMost(afterOperation, to))

/** The complaints nobody settled, as conditions inside a symptom; the alerts use the same words. */
export const complaint = {
  spreading: all(one('breathing', 'swallowing', 'speech'), some(session)),
  afterSurgery: all(emergencyAfterSurgery, unsettled),
  anyTime: all(emergencyAtAnyTime, unsettled),
  eye: one('red-painful-eye', 'eye-not-closing', 'vision-drop'),
  operativePalsy: all(one('facial-weakness'), atLeast(afterOperation, 0), lessThan(afterOperation, delayedPalsyFrom)),
  delayedPalsy: all(one('facial-weakness'), onDays(delayedPalsyFrom, delayedPalsyTo)),
  weakness: all(any(unexplainedWeakness, lateWeaknessOfToxin), unsettled),
  weaknessAfterToxin: all(weaknessOfToxin, otherwise(lateWeaknessOfToxin), unsettled),
  hearingAfterSurgery: all(hearingAfterSurgery, unsettled),
  hearing: all(unexplainedHearing, otherwise(hearingAfterSurgery), unsettled),
} as const

const elsewhere = any(
  unanswered(symptom.fields.kind),
  all(
    one(...postOperativeEmergencies, 'early-wear-off', 'ptosis', 'other'),
    otherwise(any(complaint.afterSurgery, complaint.spreading, complaint.eye)),
  ),
)
const begun = (where: Condition): Anchor => ({
  name: 'symptom',
  date: latestDate(symptom, established(where)),
})
const there = (where: Condition): Condition => whileOpen(some(symptom, where), untilGone)

/** Nobody is rung about something lesser while an emergency is open. */
const afterEmergencies = (where: Condition): Condition =>
  whileOpen(some(symptom, where), any(emergencyComplaint, flags.emergencyFlag))

export const complaintSteps: readonly Step[] = [
  step(
    'emergency-after-toxin',
    {
      label: 'Emergency: breathing, swallowing or speech after toxin',
      text: 'Call emergency services now, then tell the team: toxin can spread, this can be fatal, and a stroke may look the same. Close it here once it is resolved.',
      when: there(complaint.spreading),
      owner: 'clinician',
      urgency: 'emergency',
      anchor: begun(complaint.spreading),
      window: { due: emergencyWithin },
      settles: [symptom],
      rules: ['BT-11'],
    },
    K55,
    K62,
  ),
  step(
    'emergency-after-surgery',
    {
      label: 'Emergency after the operation',
      text: `After the operation, or possibly after it: ${postOperativeList}, ${emergencyList}: hospital now, surgeon told.`,
      when: there(complaint.afterSurgery),
      owner: 'surgeon',
      urgency: 'emergency',
      anchor: begun(complaint.afterSurgery),
      window: { due: emergencyWithin },
      settles: [symptom],
      rules: ['SX-10'],
    },
    A15a,
    K83a,
  ),
  step(
    'emergency-complaint',
    {
      label: 'Emergency: emergency services now',
      text: `Never attribute to toxin or spasm: ${emergencyList}.`,
      when: there(all(complaint.anyTime, otherwise(any(complaint.spreading, complaint.afterSurgery)))),
      owner: 'clinician',
      urgency: 'emergency',
      anchor: begun(complaint.anyTime),
      window: { due: emergencyWithin },
      settles: [symptom],
      rules: ['RF-03'],
    },
    K23,
    A15,
  ),
  step(
    'eye-doctor',
    {
      label: 'Ophthalmologist the same day; lubricate the eye and tape it shut',
      text: 'A red, painful or light-sensitive eye, reduced vision or an eye that will not close: the cornea is at risk.',
      when: there(complaint.eye),
      owner: 'nurse',
      urgency: 'urgent',
      anchor: begun(complaint.eye),
      window: { due: callBackDue },
      settles: [symptom],
      rules: ['BT-14'],
    },
    A15a,
  ),
  step(
    'operative-palsy',
    {
      label: 'Weakness straight after the operation: eye care and surgeon',
      text: 'Within the first two days it belongs to the operation; the eye is looked after at once.',
      when: there(complaint.operativePalsy),
      owner: 'surgeon',
      urgency: 'urgent',
      anchor: begun(complaint.operativePalsy),
      window: { due: callBackDue },
      settles: [symptom],
      rules: ['SX-09'],
    },
    A24,
  ),
  step(
    'review-delayed-palsy',
    {
      label: 'Assess the weakness promptly: stroke first, then delayed palsy',
      text: 'A face that weakens between day 2 and day 44 is likely delayed palsy once a stroke is excluded; eye care, treatment by the local plan, and nearly all recover.',
      when: there(complaint.delayedPalsy),
      owner: 'surgeon',
      urgency: 'urgent',
      anchor: begun(complaint.delayedPalsy),
      window: { due: delayedPalsyReviewDue },
      settles: [symptom],
      rules: ['SX-09'],
    },
    K99,
    K100,
    A24,
  ),
  step(
    'name-weakness',
    {
      label: 'New weakness: ask about the red flags today',
      text: 'It is not explained by recent injections or by the weeks after the operation, or began when injected muscles should recover: which flag it is decides how fast it is seen.',
      when: there(complaint.weakness),
      owner: 'clinician',
      urgency: 'urgent',
      anchor: begun(complaint.weakness),
      window: { due: callBackDue },
      settles: [symptom, ...redFlagFacts],
      rules: ['FU-04', 'SX-09', 'RF-02'],
    },
    A24,
    A7,
    K13,
  ),
  step(
    'weakness-after-toxin',
    {
      label: 'Call back about weakness after the session',
      text: 'Mild weakness of injected muscles is expected for some weeks; growing weakness, a limb or speech is not.',
      when: afterEmergencies(complaint.weaknessAfterToxin),
      owner: 'nurse',
      urgency: 'soon',
      anchor: begun(complaint.weaknessAfterToxin),
      window: { due: callBackDue },
      settles: [symptom],
      rules: ['BT-08', 'FU-04'],
    },
    A7,
    A28,
  ),
  step(
    'urgent-audiogram',
    {
      label: 'Urgent audiogram and ear-nose-throat review',
      text: 'Hearing changed after the operation.',
      when: whileOpen(
        some(symptom, complaint.hearingAfterSurgery),
        onOrAfter(dateOf(audiogram), latestDate(symptom, established(complaint.hearingAfterSurgery))),
      ),
      owner: 'surgeon',
      urgency: 'urgent',
      anchor: begun(complaint.hearingAfterSurgery),
      window: { due: urgentAudiogramDue },
      settles: [audiogram, symptom],
      rules: ['SX-11'],
    },
    K98,
    A15,
  ),
  step(
    'name-hearing-change',
    {
      label: 'Hearing changed: how fast, and since when?',
      text: 'Hearing lost within days is seen within a day; a slower change is a red flag of its own.',
      when: there(complaint.hearing),
      owner: 'nurse',
      urgency: 'urgent',
      anchor: begun(complaint.hearing),
      window: { due: suddenHearingLossSeen },
      settles: [symptom, rfSuddenHearingLoss, rfHearingLoss],
      rules: ['RF-02', 'FU-04'],
    },
    QS185,
    A15,
  ),
  step(
    'call-back',
    {
      label: 'Call back today',
      text: 'Somebody rang or tapped “worse”: identify, reason, who answers by when; early wear-off goes into the diary.',
      when: afterEmergencies(elsewhere),
      owner: 'nurse',
      urgency: 'soon',
      anchor: begun(elsewhere),
      window: { due: callBackDue, overdue: urgentWithin },
      settles: [symptom],
      rules: ['BT-08', 'FU-01'],
    },
    AWorkflow,
    A28,
  ),
]
