// biome-ignore-all format: a table of numbers reads best with one number a line
import type { PolicyNumber } from '@facialis/language'
import { A8 } from '../sources/index.ts'
import { serviceStandard } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, count, numbers } = policyTable()

// Exceptions

export const exceptionMaximum = days('exceptionMaximum', 365, [1, 365], 'Longest life of a standing exception', A8)
export const mriBookedWithin = days('mriBookedWithin', 56, [7, 56], 'MRI date an exception may wait for: within', A8)
export const exceptionSessions = count('exceptionSessions', 1, [1, 1],
  'Sessions one exception for a booked scan or for continuity allows', A8)
export const continuitySessions = count('continuitySessions', 2, [2, 5],
  'Earlier sessions elsewhere that continuity asks for', A8)
export const exceptionEndingWarning = days('exceptionEndingWarning', 28, [7, 90],
  'Days before an exception ends on which its owner is told', serviceStandard)
export const recordedAfterReviewDue = days('recordedAfterReviewDue', 7, [1, 14],
  'Lead clinician’s review of an injection recorded while the gate was shut: due', serviceStandard)

// The site may switch each exception off: 1 allows it, 0 does not.

export const allowMriBooked = count('allowMriBooked', 1, [0, 1], 'Standing exception for a booked scan (1 allowed, 0 off)', A8)
export const allowMriImpossible = count('allowMriImpossible', 1, [0, 1], 'Standing exception where MRI is impossible (1 allowed, 0 off)', A8)
export const allowImagingDeclined = count('allowImagingDeclined', 1, [0, 1], 'Standing exception where imaging is declined (1 allowed, 0 off)', A8)
export const allowKnownCause = count('allowKnownCause', 1, [0, 1], 'Standing exception for a known cause treated for its symptom (1 allowed, 0 off)', A8)
export const allowContinuity = count('allowContinuity', 1, [0, 1], 'Standing exception for continuity of treatment from elsewhere (1 allowed, 0 off)', A8)
export const allowPaediatricOpinion = count('allowPaediatricOpinion', 1, [0, 1], 'Standing exception on a paediatric neurologist’s opinion (1 allowed, 0 off)', A8)
export const allowNeuromuscularOpinion = count('allowNeuromuscularOpinion', 1, [0, 1], 'Standing exception on a neuromuscular specialist’s opinion (1 allowed, 0 off)', A8)
export const allowClinicDate = count('allowClinicDate', 1, [0, 1], 'Standing exception for a clinic date (1 allowed, 0 off)', A8)
export const allowTouchUp = count('allowTouchUp', 1, [0, 1], 'Standing exception for a touch-up (1 allowed, 0 off)', A8)
export const allowInterval = count('allowInterval', 1, [0, 1], 'Standing exception for another early session (1 allowed, 0 off)', A8)
export const allowPregnancyPlan = count('allowPregnancyPlan', 1, [0, 1], 'Standing exception in pregnancy (1 allowed, 0 off)', A8)
export const allowWarfarin = count('allowWarfarin', 1, [0, 1], 'Standing exception for a late INR (1 allowed, 0 off)', A8)
export const allowToxinElsewhere = count('allowToxinElsewhere', 1, [0, 1], 'Standing exception after toxin elsewhere (1 allowed, 0 off)', A8)

export const exceptionNumbers: readonly PolicyNumber[] = numbers
