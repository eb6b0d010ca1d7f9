import {
  all,
  dateOf,
  established,
  firstDate,
  latestDate,
  latestOf,
  type Step,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { hfsToxin } from '../decisions/course.ts'
import { session, visit } from '../entries/index.ts'
import { dxClass, faceCheck, wishSurgery } from '../facts/index.ts'
import { faceCheckDue, faceCheckOverdue, yearlyReviewDue, yearlyReviewOverdue } from '../policy/index.ts'
import { A11, K76, S11, S12, S14 } from '../sources/index.ts'
import { answered, onPathway, untilGone } from './calling.ts'
import { series } from './toxin-series.ts'

const first = { name: 'session', date: firstDate(session, hfsToxin) }
const affirmed = latestDate(visit, established(yes(visit.fields.diagnosisAffirmed)))

export const yearlyCheckSteps: readonly Step[] = [
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
