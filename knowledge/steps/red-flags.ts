import {
  type Anchor,
  all,
  always,
  any,
  type Cites,
  type Condition,
  dateOf,
  established,
  is,
  type NumberTerm,
  onOrAfter,
  plus,
  provided,
  recordedOn,
  type Step,
  some,
  step,
} from '@facialis/language'
import { child } from '../decisions/course.ts'
import { signsOf } from '../decisions/red-flag-signs.ts'
import { ages, type FlagRow, flagRows } from '../decisions/red-flag-table.ts'
import { openApartFromComplaints, palsyMayWait, raisedOnDays, unansweredFlag } from '../decisions/red-flags.ts'
import { clearsAllWithContrast } from '../decisions/study-reads.ts'
import { exception, study } from '../entries/index.ts'
import {
  audiogram,
  episodeClosed,
  type RedFlag,
  rfAgeUnder18,
  rfEarDischarge,
  rfHearingLoss,
  rfOnsetUnder2,
  rfParotidMass,
  rfSuddenHearingLoss,
  rfSuddenPalsy,
  rfZoster,
} from '../facts/index.ts'
import {
  emergencyWithin,
  entReferralDue,
  flagOutcomeDue,
  flagOutcomeOverdue,
  infantWorkUp,
  mriOrderDue,
  mriOrderOverdue,
  mriReportDue,
  mriReportOverdue,
  mriRoutineDue,
  reportAcknowledgedDue,
  soonWithin,
  suddenHearingLossSeen,
  urgentWithin,
} from '../policy/index.ts'
import { A6, A10, A15, A16, K11, K14, K21, Specchio2012, T9, T14, T15 } from '../sources/index.ts'
import { received, untilGone, whileOpen } from './calling.ts'

const isOpen = (flag: RedFlag): Condition => unansweredFlag(flag, clearsAllWithContrast)
/** From the day it was last observed; what is true from the first day on counts from the referral. */
const raisedOn = (flag: RedFlag): readonly Anchor[] => {
  const days = raisedOnDays(flag).map(({ when, on }) => ({ name: flag.id, date: provided(established(when), on) }))
  return signsOf(flag).some((sign) => sign.on === null) ? [...days, received] : days
}

type Window = Readonly<{ due: NumberTerm; overdue: NumberTerm }>
const at = (due: NumberTerm, overdue: NumberTerm = due): Window => ({ due, overdue })
/** A flag without haste is answered by the contrast scan, read and acknowledged. */
const withTheScan = at(
  plus(mriOrderDue, mriRoutineDue, mriReportDue, reportAcknowledgedDue),
  plus(mriOrderOverdue, mriRoutineDue, mriReportOverdue, reportAcknowledgedDue),
)
const sameDay: readonly RedFlag[] = [rfZoster]
const windowOf = ({ flag, urgency }: FlagRow): Window => {
  if (urgency === 'emergency' || sameDay.includes(flag)) return at(emergencyWithin)
  if (flag === rfSuddenHearingLoss) return at(suddenHearingLossSeen)
  if (urgency === 'urgent') return at(urgentWithin)
  return urgency === 'soon' ? at(flagOutcomeDue, flagOutcomeOverdue) : withTheScan
}

const answer = {
  clinician: 'A named clinician records what came of it.',
  read: 'A contrast scan that clears everything answers it, or a named clinician does.',
  'read-and-audiogram': 'A clearing contrast scan and an audiogram answer it, or a named clinician does.',
}
const settledBy = (row: FlagRow): Step['settles'] => [
  row.flag,
  ...signsOf(row.flag).flatMap((sign) => sign.settles),
  ...(row.resolvedBy === 'clinician'
    ? ages.includes(row.flag)
      ? [episodeClosed]
      : []
    : row.resolvedBy === 'read'
      ? [study]
      : [study, audiogram]),
]

const emergencyStep = (row: FlagRow): Step =>
  step(
    `emergency/${row.flag.id}`,
    {
      label: 'Emergency: emergency services now, not an appointment',
      text: `${row.text} Tell the person to call the emergency number; book nothing here until it is resolved.`,
      when: whileOpen(
        // What was told as a complaint has its own step.
        all(isOpen(row.flag), openApartFromComplaints(row.flag, clearsAllWithContrast)),
        row.flag === rfSuddenPalsy ? palsyMayWait : untilGone,
      ),
      owner: 'clinician',
      urgency: 'emergency',
      anchor: raisedOn(row.flag),
      window: windowOf(row),
      settles: settledBy(row),
      rules: ['RF-03', 'RF-02'],
    },
    ...row.because,
  )

const answerStep = (row: FlagRow): Step =>
  step(
    `resolve-flag/${row.flag.id}`,
    {
      label: `Resolve the red flag: ${row.flag.label}`,
      text: `${row.text} ${answer[row.resolvedBy]}`,
      when: whileOpen(isOpen(row.flag), untilGone),
      owner: 'clinician',
      urgency: row.urgency,
      anchor: raisedOn(row.flag),
      window: windowOf(row),
      settles: settledBy(row),
      rules: ['RF-02', 'RO-04', 'FU-04'],
    },
    ...row.because,
    A6,
  )

/** One step a flag: each has its own day, its own haste and its own answer. */
const resolveFlag = (row: FlagRow): Step => (row.urgency === 'emergency' ? emergencyStep(row) : answerStep(row))

const ent = (id: string, flag: RedFlag, label: string, text: string, ...because: Cites): Step =>
  step(
    id,
    {
      label,
      text,
      when: whileOpen(isOpen(flag), untilGone),
      owner: 'clinician',
      urgency: 'soon',
      anchor: raisedOn(flag),
      window: at(entReferralDue),
      settles: [flag, study],
      rules: ['RO-06'],
    },
    ...because,
  )

export const redFlagSteps: readonly Step[] = [
  ...flagRows.map(resolveFlag),
  step(
    `resolve-flag/${rfSuddenPalsy.id}`,
    {
      label: 'Sudden palsy: examine the same day',
      text: 'Older than a day, forehead included, nothing else affected: examined today, the eye protected; a limb, speech or vision sign makes it an emergency.',
      when: whileOpen(all(isOpen(rfSuddenPalsy), palsyMayWait), untilGone),
      owner: 'clinician',
      urgency: 'urgent',
      anchor: raisedOn(rfSuddenPalsy),
      window: at(emergencyWithin),
      settles: [rfSuddenPalsy],
      rules: ['RF-02', 'FU-04'],
    },
    A15,
    T9,
    A6,
  ),
  ent(
    'refer-ent-ear',
    rfEarDischarge,
    'Ear-nose-throat referral with CT of the temporal bone',
    'Discharge, pain or cholesteatoma needs assessment by an ear, nose and throat specialist.',
    T15,
    A10,
  ),
  ent(
    'refer-ent-parotid',
    rfParotidMass,
    'Ear-nose-throat referral with imaging of parotid and neck',
    'A parotid lump with facial symptoms may be a tumour of the gland.',
    T14,
    A10,
  ),
  step(
    'audiogram-for-flag',
    {
      label: 'Audiogram with speech testing',
      text: 'New hearing loss, tinnitus or vertigo is measured as well as scanned.',
      when: whileOpen(isOpen(rfHearingLoss), onOrAfter(dateOf(audiogram), recordedOn(rfHearingLoss))),
      owner: 'nurse',
      urgency: 'soon',
      anchor: raisedOn(rfHearingLoss),
      window: at(soonWithin),
      settles: [audiogram],
      rules: ['RO-04', 'BT-02'],
    },
    K14,
    A10,
  ),
  step(
    'infant-work-up',
    {
      label: 'Onset in infancy: contrast MRI and video-EEG within two days',
      text: 'Every reported newborn with hemifacial spasm had a mass; a scalp EEG may be normal and clears nothing.',
      when: whileOpen(isOpen(rfOnsetUnder2), untilGone),
      owner: 'clinician',
      urgency: 'urgent',
      anchor: received,
      window: at(infantWorkUp),
      settles: [rfOnsetUnder2, study],
      rules: ['RO-04', 'RF-02'],
    },
    A16,
    Specchio2012,
  ),
  step(
    'video-eeg',
    {
      label: 'Video-EEG and contrast MRI for a child',
      text: 'Spasm that began in childhood may be a seizure or a lesion; a normal EEG clears nothing.',
      when: whileOpen(any(isOpen(rfOnsetUnder2), isOpen(rfAgeUnder18)), untilGone),
      owner: 'clinician',
      urgency: [
        [isOpen(rfOnsetUnder2), 'urgent'],
        [always, 'soon'],
      ],
      anchor: received,
      window: at(soonWithin),
      settles: [rfOnsetUnder2, rfAgeUnder18, study],
      rules: ['RO-04', 'RF-02'],
    },
    A16,
    K21,
    K11,
  ),
  step(
    'paediatric-neurology',
    {
      label: 'Hand over to paediatric neurology',
      text: 'Under 18 a paediatric neurologist owns the plan; only they may raise an exception, and no doses are shown.',
      when: whileOpen(
        any(child, isOpen(rfAgeUnder18)),
        any(
          is(episodeClosed, 'other-pathway'),
          some(exception, established(is(exception.fields.code, 'paediatric-opinion'))),
        ),
      ),
      owner: 'clinician',
      urgency: 'soon',
      anchor: received,
      window: at(soonWithin),
      settles: [episodeClosed, exception, rfAgeUnder18],
      rules: ['RF-02', 'BT-03'],
    },
    A16,
    K11,
  ),
]
