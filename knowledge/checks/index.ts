import type { Check } from '@facialis/language'
import { closedJourneyChecks } from './closed-journey.ts'
import { operationChecks } from './operation-side.ts'
import { consentChecks } from './session-consent.ts'
import { doseChecks } from './session-dose.ts'
import { vialChecks } from './session-vial.ts'
import { symptomChecks } from './wear-off-day.ts'

/** What is looked at before an entry is signed, in the order in which it is told. */
export const checks: readonly Check[] = [
  ...closedJourneyChecks,
  ...vialChecks,
  ...consentChecks,
  ...doseChecks,
  ...operationChecks,
  ...symptomChecks,
]
