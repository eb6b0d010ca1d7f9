import type { PolicyNumber } from '@facialis/language'
import { afterSurgeryNumbers } from './after-surgery.ts'
import { diagnosisNumbers } from './diagnosis.ts'
import { exceptionNumbers } from './exceptions.ts'
import { imagingNumbers } from './imaging.ts'
import { redFlagNumbers } from './red-flags.ts'
import { referralNumbers } from './referral.ts'
import { scoreNumbers } from './scores.ts'
import { surgeryNumbers } from './surgery.ts'
import { toxinNumbers } from './toxin.ts'
import { toxinFollowUpNumbers } from './toxin-follow-up.ts'

export * from './after-surgery.ts'
export * from './diagnosis.ts'
export * from './exceptions.ts'
export * from './imaging.ts'
export * from './red-flags.ts'
export * from './referral.ts'
export * from './scores.ts'
export * from './surgery.ts'
export * from './toxin.ts'
export * from './toxin-follow-up.ts'

/** Every number a site may set, in the order of the policy page. */
export const policy: readonly PolicyNumber[] = [
  ...toxinNumbers,
  ...toxinFollowUpNumbers,
  ...diagnosisNumbers,
  ...redFlagNumbers,
  ...imagingNumbers,
  ...referralNumbers,
  ...exceptionNumbers,
  ...surgeryNumbers,
  ...afterSurgeryNumbers,
  ...scoreNumbers,
]
