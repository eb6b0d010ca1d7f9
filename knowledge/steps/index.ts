import type { Step } from '@facialis/language'
import { afterSessionSteps } from './after-session.ts'
import { afterSurgerySteps } from './after-surgery.ts'
import { atChairSteps } from './at-chair.ts'
import { beforeSurgerySteps } from './before-surgery.ts'
import { complaintSteps } from './complaints.ts'
import { diagnosisSteps } from './diagnosis.ts'
import { evaluationSteps } from './evaluation.ts'
import { exceptionSteps } from './exceptions.ts'
import { imagingSteps } from './imaging.ts'
import { leavingSteps } from './leaving.ts'
import { lesionSteps } from './lesions.ts'
import { missedVisitSteps } from './missed-visits.ts'
import { moodSteps } from './mood.ts'
import { nextSessionSteps } from './next-session.ts'
import { redFlagSteps } from './red-flags.ts'
import { referralSteps } from './referral.ts'
import { tabletAndSurgerySteps } from './tablets-and-surgery.ts'
import { treatmentSteps } from './treatment.ts'
import { yearlyCheckSteps } from './yearly-checks.ts'

/** Every next action of the pathway; among equals, the order in which advice lists them. */
export const steps: readonly Step[] = [
  ...redFlagSteps,
  ...complaintSteps,
  ...moodSteps,
  ...referralSteps,
  ...evaluationSteps,
  ...diagnosisSteps,
  ...imagingSteps,
  ...lesionSteps,
  ...leavingSteps,
  ...treatmentSteps,
  ...exceptionSteps,
  ...tabletAndSurgerySteps,
  ...atChairSteps,
  ...nextSessionSteps,
  ...afterSessionSteps,
  ...yearlyCheckSteps,
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
