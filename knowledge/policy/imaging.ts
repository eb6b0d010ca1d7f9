// biome-ignore-all format: a table of numbers reads best with one number a line
import type { PolicyNumber } from '@facialis/language'
import { A3, AWorkflow, K39, S13 } from '../sources/index.ts'
import { closesTheLoop, serviceStandard, urgencyClass } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, count, millimetres, numbers } = policyTable()

export const thinSlice = millimetres('thinSlice', 1, [1, 1],
  'Thickest slice of a heavily T2-weighted series that counts', A3)
export const lowEgfr = count('lowEgfr', 30, [30, 60],
  'Kidney function (eGFR) in mL/min below which contrast needs a group II agent and a note', K39)
export const mriRoutineDue = days('mriRoutineDue', 42, [14, 56],
  'MRI after the order, routine: due', S13, serviceStandard)
export const mriSoonDue = days('mriSoonDue', 14, [2, 14], 'MRI after the order, soon: due', S13, urgencyClass)
export const mriUrgentDue = days('mriUrgentDue', 2, [0, 2], 'MRI after the order, urgent: due', S13, urgencyClass)
export const mriEmergencyDue = days('mriEmergencyDue', 0, [0, 0],
  'MRI after the order, emergency: the same day', S13, urgencyClass)
export const mriOrderDue = days('mriOrderDue', 14, [0, 28],
  'MRI ordered after the conclusion is possible or higher: due', serviceStandard)
export const mriOrderOverdue = days('mriOrderOverdue', 28, [28, 56], 'MRI ordered: overdue', serviceStandard)
export const mriOrderSoonDue = days('mriOrderSoonDue', 3, [0, 7],
  'MRI ordered, or its order made faster, after a red flag to be seen soon: due', urgencyClass)
export const mriOrderUrgentDue = days('mriOrderUrgentDue', 1, [0, 2],
  'MRI ordered, or its order made faster, after an urgent red flag: due', urgencyClass)
export const orderCompletedDue = days('orderCompletedDue', 7, [1, 14],
  'Missing sequences added to an imaging request: due', serviceStandard)
export const mriReportDue = days('mriReportDue', 7, [1, 8], 'Report signed after the scan: due', serviceStandard)
export const mriReportOverdue = days('mriReportOverdue', 10, [8, 21],
  'Report signed after the scan: overdue', serviceStandard)
export const reportAcknowledgedDue = days('reportAcknowledgedDue', 3, [0, 7],
  'Report acknowledged by a clinician: due', closesTheLoop)
export const lesionAcknowledgedDue = days('lesionAcknowledgedDue', 0, [0, 1],
  'Report that names a lesion acknowledged: due', closesTheLoop)
export const unreadReportAlert = days('unreadReportAlert', 3, [1, 7],
  'Unread report: alert to a person after', AWorkflow, closesTheLoop)
export const addendumDue = days('addendumDue', 7, [2, 10], 'Addendum asked of the reader: due', serviceStandard)
export const addendumOverdue = days('addendumOverdue', 14, [10, 28],
  'Addendum asked of the reader: overdue', serviceStandard)
export const relevanceDue = days('relevanceDue', 14, [2, 28],
  'Relevance of a finding judged by a named neurologist or neurosurgeon: due', urgencyClass)
export const relevanceOverdue = days('relevanceOverdue', 28, [28, 56],
  'Relevance of a finding: overdue', serviceStandard)
export const lesionReferralDue = days('lesionReferralDue', 2, [0, 2],
  'Lesion handed to the team that treats it: due', urgencyClass)
export const presumedCauseDue = days('presumedCauseDue', 0, [0, 7],
  'Presumed cause recorded once the report is acknowledged: due', serviceStandard)
export const presumedCauseOverdue = days('presumedCauseOverdue', 14, [7, 28],
  'Presumed cause recorded: overdue', serviceStandard)

export const imagingNumbers: readonly PolicyNumber[] = numbers
