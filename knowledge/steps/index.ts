import type { Step } from '@facialis/language'
import { evaluationSteps } from './evaluation.ts'
import { imagingSteps } from './imaging.ts'
import { redFlagSteps } from './red-flags.ts'
import { referralSteps } from './referral.ts'

/** Every next action of the pathway. */
export const steps: readonly Step[] = [...referralSteps, ...redFlagSteps, ...evaluationSteps, ...imagingSteps]
