import type { Step } from '@facialis/language'
import { afterSurgerySteps } from './after-surgery.ts'
import { atChairSteps } from './at-chair.ts'
import { beforeSurgerySteps } from './before-surgery.ts'
import { complaintSteps } from './complaints.ts'
import { evaluationSteps } from './evaluation.ts'
import { imagingSteps } from './imaging.ts'
import { leavingSteps } from './leaving.ts'
import { lesionSteps } from './lesions.ts'
import { missedVisitSteps } from './missed-visits.ts'
import { moodSteps } from './mood.ts'
import { redFlagSteps } from './red-flags.ts'
import { referralSteps } from './referral.ts'
import { toxinSteps } from './toxin-series.ts'
import { treatmentSteps } from './treatment.ts'

/** Every next action of the pathway; among equals, the order in which advice lists them. */
export const steps: readonly Step[] = [
  ...redFlagSteps,
  ...complaintSteps,
  ...moodSteps,
  ...referralSteps,
  ...evaluationSteps,
  ...imagingSteps,
  ...lesionSteps,
  ...leavingSteps,
  ...treatmentSteps,
  ...atChairSteps,
  ...toxinSteps,
  ...missedVisitSteps,
  ...beforeSurgerySteps,
  ...afterSurgerySteps,
]

/** Steps that pass the person on to somebody who owns what comes next. */
export const handOvers: ReadonlySet<string> = new Set([
  ...steps.map((s) => s.id).filter((id) => id.startsWith('emergency/')),
  'emergency-after-toxin',
  'emergency-after-surgery',
  'emergency-complaint',
  'return-referral',
  'paediatric-neurology',
  'hand-over',
  'way-back',
  'refer-lesion',
  'refer-neurology',
])
