// biome-ignore-all format: a table of numbers reads best with one number a line
import type { PolicyNumber } from '@facialis/language'
import { A11, A20, AWorkflow, K54b, K66c, K73, S11, S12 } from '../sources/index.ts'
import { display, serviceStandard, urgencyClass } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, percent, count, numbers } = policyTable()

// Botulinum toxin: plan, consent, long-term checks

export const signedPlanValid = days('signedPlanValid', 365, [90, 365],
  'How long a signed plan lets a nurse or trained injector inject', A11)
export const toxinConsentValid = days('toxinConsentValid', 365, [180, 365],
  'How long consent to toxin lasts', AWorkflow)
export const firstInjectionDue = days('firstInjectionDue', 56, [28, 84],
  'First injection after the gate opens and consent: due', serviceStandard)
export const firstInjectionOverdue = days('firstInjectionOverdue', 84, [84, 168],
  'First injection: overdue', serviceStandard)
export const toxinCallOpens = days('toxinCallOpens', 10, [7, 12], 'Call after a session: from', K54b)
export const toxinCallPlanned = days('toxinCallPlanned', 14, [12, 16], 'Call after a session: planned for', K54b)
export const toxinCallDue = days('toxinCallDue', 21, [16, 24], 'Call after a session: due', K54b)
export const toxinCallOverdue = days('toxinCallOverdue', 28, [24, 42],
  'Call after a session: overdue', serviceStandard)
export const automaticCallSessions = count('automaticCallSessions', 2, [1, 10],
  'First sessions after which a call is arranged without being asked for', AWorkflow)
export const firstReviewOpens = days('firstReviewOpens', 28, [21, 30], 'Review after the first session: from', K73)
export const firstReviewDue = days('firstReviewDue', 42, [30, 49], 'Review after the first session: due', K73)
export const firstReviewOverdue = days('firstReviewOverdue', 56, [49, 84],
  'Review after the first session: overdue', serviceStandard)
export const faceCheckDue = days('faceCheckDue', 365, [180, 400],
  'Check of the treated face for flattening: due', S11)
export const faceCheckOverdue = days('faceCheckOverdue', 456, [400, 730],
  'Check of the treated face: overdue', serviceStandard)
export const yearlyReviewDue = days('yearlyReviewDue', 365, [180, 400],
  'Diagnosis re-affirmed and alternatives offered: due', S12, A11)
export const yearlyReviewOverdue = days('yearlyReviewOverdue', 456, [400, 730],
  'Diagnosis re-affirmed: overdue', serviceStandard)
export const nonResponseReviewDue = days('nonResponseReviewDue', 14, [7, 28],
  'Review of two poor sessions: due', urgencyClass)
export const nonResponseReviewOverdue = days('nonResponseReviewOverdue', 28, [28, 56],
  'Review of two poor sessions: overdue', serviceStandard)
export const inrGoodFor = days('inrGoodFor', 28, [7, 28], 'How long the last INR of somebody on warfarin counts', A20)
export const priorAuthorisationWarning = days('priorAuthorisationWarning', 21, [7, 60],
  'Days before a prior authorisation ends on which the board warns', AWorkflow)
export const missedVisitsBeforeCall = count('missedVisitsBeforeCall', 2, [1, 3],
  'Missed toxin visits after which the clinic rings; nobody is discharged for it', AWorkflow)
export const missedVisitCallDue = days('missedVisitCallDue', 3, [1, 7],
  'Call after missed toxin visits: due', serviceStandard)

// The curve drawn before a person has a diary of their own

export const reliefPlateau = percent('reliefPlateau', 75, [50, 95], 'Relief curve: plateau', display, K66c)
export const reliefHalfOnset = days('reliefHalfOnset', 6, [2, 14], 'Relief curve: day of half onset', display)
export const reliefOnsetTenths = count('reliefOnsetTenths', 16, [5, 50],
  'Relief curve: onset steepness, in tenths of a day', display)
export const reliefHalfLoss = days('reliefHalfLoss', 95, [60, 150], 'Relief curve: day of half loss', display)
export const reliefLossTenths = count('reliefLossTenths', 100, [30, 200],
  'Relief curve: loss steepness, in tenths of a day', display)
export const cyclesForOwnCurve = count('cyclesForOwnCurve', 2, [2, 5],
  'Sessions with a diary before a curve of their own is drawn', display)

export const toxinFollowUpNumbers: readonly PolicyNumber[] = numbers
