// biome-ignore-all format: a table of numbers reads best with one number a line
import type { PolicyNumber } from '@facialis/language'
import { AWorkflow, K66b } from '../sources/index.ts'
import { serviceStandard, urgencyClass } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, numbers } = policyTable()

// Referral and first visit

export const triageDue = days('triageDue', 7, [1, 8], 'Referral triaged (five working days): due', serviceStandard)
export const triageOverdue = days('triageOverdue', 14, [8, 21],
  'Referral triaged (ten working days): overdue', serviceStandard)
export const firstVisitDue = days('firstVisitDue', 84, [14, 98],
  'First specialist visit after triage, routine: due', serviceStandard, K66b)
export const firstVisitOverdue = days('firstVisitOverdue', 112, [98, 182],
  'First specialist visit after triage, routine: overdue', serviceStandard)
export const firstVisitSoonDue = days('firstVisitSoonDue', 14, [2, 14],
  'First visit with a red flag to be seen soon: due', urgencyClass)
export const firstVisitUrgentDue = days('firstVisitUrgentDue', 2, [0, 2],
  'First visit with an urgent red flag: due', urgencyClass)
export const missingFactsLetterDue = days('missingFactsLetterDue', 7, [1, 14],
  'Letter asking the referrer for what is missing: due', serviceStandard)
export const letterDue = days('letterDue', 1, [0, 7], 'Letter after a visit: due', AWorkflow)
export const callBackDue = days('callBackDue', 0, [0, 1],
  'Call back after “worse” or an eye complaint: due', AWorkflow)
export const treatmentChoiceDue = days('treatmentChoiceDue', 28, [7, 42],
  'Treatment chosen once the gate is open: due', serviceStandard)
export const treatmentChoiceOverdue = days('treatmentChoiceOverdue', 56, [42, 112],
  'Treatment chosen: overdue', serviceStandard)

export const referralNumbers: readonly PolicyNumber[] = numbers
