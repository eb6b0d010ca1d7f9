// biome-ignore-all format: a table of numbers reads best with one number a line
import type { PolicyNumber } from '@facialis/language'
import { A6, A11, A15, K13 } from '../sources/index.ts'
import { serviceStandard, urgencyClass } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, numbers } = policyTable()

export const emergencyWithin = days('emergencyWithin', 0, [0, 0],
  'Emergency: the same day, outside this pathway', urgencyClass)
export const urgentWithin = days('urgentWithin', 2, [0, 2], 'Urgent red flag: seen within', urgencyClass)
export const soonWithin = days('soonWithin', 14, [2, 14], 'Red flag to be seen soon: within', urgencyClass)
export const suddenPalsyEmergency = days('suddenPalsyEmergency', 1, [1, 2],
  'Sudden palsy younger than this is an emergency', A15)
export const suddenHearingLossOver = days('suddenHearingLossOver', 3, [3, 3],
  'Hearing loss is sudden when it came within', A15)
export const suddenHearingLossRecent = days('suddenHearingLossRecent', 30, [30, 90],
  'Sudden hearing loss is seen at once when younger than', A15)
export const suddenHearingLossSeen = days('suddenHearingLossSeen', 1, [0, 1], 'Sudden hearing loss: seen within', A15)
export const flagOutcomeDue = days('flagOutcomeDue', 14, [2, 28],
  'Outcome of a red flag recorded by a named clinician: due', A6, urgencyClass)
export const flagOutcomeOverdue = days('flagOutcomeOverdue', 28, [28, 56],
  'Outcome of a red flag: overdue', serviceStandard)
export const redFlagAskEvery = days('redFlagAskEvery', 365, [84, 365],
  'Red flags asked again, besides at every contact: due after', K13, A11)
export const redFlagAskOverdue = days('redFlagAskOverdue', 456, [365, 730],
  'Red flags asked again: overdue after', serviceStandard)
export const entReferralDue = days('entReferralDue', 14, [2, 14],
  'Ear, nose and throat referral for a lump or discharge: due', urgencyClass)

export const redFlagNumbers: readonly PolicyNumber[] = numbers
