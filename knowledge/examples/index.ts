import { afterSurgery } from './after-surgery.ts'
import { askingForScans } from './asking-for-scans.ts'
import { atTheChair } from './at-the-chair.ts'
import { beforeTheScan } from './before-the-scan.ts'
import { clocks } from './clocks.ts'
import { everyRule } from './every-rule.ts'
import type { Example } from './example.ts'
import { exceptionsScanBooked } from './exceptions-scan-booked.ts'
import { exceptionsScanMissing } from './exceptions-scan-missing.ts'
import { exceptionsTerms } from './exceptions-terms.ts'
import { flagsAndScans } from './flags-and-scans.ts'
import { foundAndFlagged } from './found-and-flagged.ts'
import { gateNeeds } from './gate-needs.ts'
import { intervals } from './intervals.ts'
import { lesions } from './lesions.ts'
import { otherConditions } from './other-conditions.ts'
import { returnOfSpasm } from './return-of-spasm.ts'
import { scanAdequacy } from './scan-adequacy.ts'
import { severalStudies } from './several-studies.ts'
import { signsOfFlags } from './signs-of-flags.ts'
import { surgeryCandidates } from './surgery-candidates.ts'
import { toxinSeries } from './toxin-series.ts'
import { trickyCourses } from './tricky-courses.ts'
import { trickyScans } from './tricky-scans.ts'
import { whatIsMissing } from './what-is-missing.ts'
import { youngPeople } from './young-people.ts'

export type { Example, Expected, ExpectedAnswer } from './example.ts'
export { plainFactsOf } from './example.ts'

/** Every example patient. Kept apart from the pathway itself, so that what does not show them does not carry them. */
export const examples: readonly Example[] = [
  ...beforeTheScan,
  ...lesions,
  ...scanAdequacy,
  ...severalStudies,
  ...flagsAndScans,
  ...askingForScans,
  ...signsOfFlags,
  ...otherConditions,
  ...youngPeople,
  ...whatIsMissing,
  ...clocks,
  ...everyRule,
  ...gateNeeds,
  ...atTheChair,
  ...foundAndFlagged,
  ...exceptionsScanBooked,
  ...exceptionsScanMissing,
  ...exceptionsTerms,
  ...intervals,
  ...toxinSeries,
  ...surgeryCandidates,
  ...afterSurgery,
  ...returnOfSpasm,
  ...trickyScans,
  ...trickyCourses,
]
