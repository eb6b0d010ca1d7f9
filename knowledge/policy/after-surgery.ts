// biome-ignore-all format: a table of numbers reads best with one number a line
import type { PolicyNumber } from '@facialis/language'
import {
  A23, A24, A24b, AWorkflow, K85, K86, K87, K90, K94, K95, K99,K100, K104, 
} from '../sources/index.ts'
import { serviceStandard, urgencyClass } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, numbers } = policyTable()

// Surgery: what happened

export const failureNotBefore = days('failureNotBefore', 365, [365, 730],
  'No operation is called persistent before', K85, K86, A23)
export const spasmFreeDaysForRecurrence = days('spasmFreeDaysForRecurrence', 90, [60, 365],
  'Spasm-free days before a return is a recurrence', A23)
export const recurrenceNotBefore = days('recurrenceNotBefore', 90, [90, 365],
  'No return of spasm is a recurrence before this day after surgery', A23)
export const silentPeriod = days('silentPeriod', 10, [10, 30],
  'Longest silent period after surgery, shown in words', K87)
export const afterSurgeryStage = days('afterSurgeryStage', 365, [365, 730],
  'How long somebody stands in the stage after surgery', K85, A23)
export const dischargeAfterSpasmFree = days('dischargeAfterSpasmFree', 730, [730, 1825],
  'Spasm-free time after which open access replaces visits', K90, A23)
export const delayedPalsyFrom = days('delayedPalsyFrom', 2, [2, 2],
  'Delayed facial palsy: from this day after surgery', A24, K99, K100)
export const delayedPalsyTo = days('delayedPalsyTo', 44, [30, 44],
  'Delayed facial palsy: until this day after surgery; later it is a new red flag', A24, K99)
export const delayedPalsyReviewDue = days('delayedPalsyReviewDue', 2, [0, 2],
  'Review of weakness after surgery, stroke looked for first: due', urgencyClass)
export const urgentAudiogramDue = days('urgentAudiogramDue', 2, [0, 2],
  'Audiogram for a hearing change after surgery: due', urgencyClass)
export const recurrenceReviewDue = days('recurrenceReviewDue', 14, [7, 28],
  'Review of a return of spasm: due', urgencyClass)
export const recurrenceReviewOverdue = days('recurrenceReviewOverdue', 28, [28, 56],
  'Review of a return of spasm: overdue', serviceStandard)

export const wardCheckDue = days('wardCheckDue', 1, [1, 1], 'Ward check after surgery: due', serviceStandard)
export const wardCheckOverdue = days('wardCheckOverdue', 2, [2, 2],
  'Ward check after surgery: overdue', serviceStandard)
export const woundCheckOpens = days('woundCheckOpens', 7, [5, 8], 'Wound and CSF-leak check: from', serviceStandard)
export const woundCheckDue = days('woundCheckDue', 14, [8, 15], 'Wound and CSF-leak check: due', serviceStandard)
export const woundCheckOverdue = days('woundCheckOverdue', 21, [15, 28],
  'Wound and CSF-leak check: overdue', serviceStandard)
export const nurseCallFirst = days('nurseCallFirst', 3, [2, 4], 'Nurse call after surgery: first', AWorkflow)
export const nurseCallSecond = days('nurseCallSecond', 7, [5, 8], 'Nurse call after surgery: second', AWorkflow)
export const nurseCallThird = days('nurseCallThird', 12, [10, 14],
  'Nurse call after surgery: third, when delayed palsy peaks', AWorkflow, K99)
export const nurseCallFourth = days('nurseCallFourth', 30, [25, 40], 'Nurse call after surgery: fourth', AWorkflow)
export const weekOneOpens = days('weekOneOpens', 5, [4, 6], 'Spasm asked in the first week after surgery: from', K85)
export const weekOnePlanned = days('weekOnePlanned', 7, [6, 8],
  'Spasm asked in the first week after surgery: planned for', K85)
export const weekOneDue = days('weekOneDue', 10, [8, 12], 'Spasm asked in the first week after surgery: due', K85)
export const weekOneOverdue = days('weekOneOverdue', 14, [12, 21],
  'Spasm asked in the first week after surgery: overdue', serviceStandard)
export const monthOneOpens = days('monthOneOpens', 25, [21, 28], 'Spasm at one month: from', K94)
export const monthOnePlanned = days('monthOnePlanned', 30, [28, 32], 'Spasm at one month: planned for', K94)
export const monthOneDue = days('monthOneDue', 40, [32, 45], 'Spasm at one month: due', K94)
export const monthOneOverdue = days('monthOneOverdue', 50, [45, 70], 'Spasm at one month: overdue', serviceStandard)
export const monthThreeOpens = days('monthThreeOpens', 75, [70, 85], 'Spasm at three months: from', K85)
export const monthThreePlanned = days('monthThreePlanned', 90, [85, 95], 'Spasm at three months: planned for', K85)
export const monthThreeDue = days('monthThreeDue', 110, [95, 120], 'Spasm at three months: due', K85)
export const monthThreeOverdue = days('monthThreeOverdue', 130, [120, 150],
  'Spasm at three months: overdue', serviceStandard)
export const monthSixOpens = days('monthSixOpens', 150, [150, 170], 'Spasm at six months: from', K85)
export const monthSixPlanned = days('monthSixPlanned', 180, [170, 190], 'Spasm at six months: planned for', K85)
export const monthSixDue = days('monthSixDue', 210, [190, 225], 'Spasm at six months: due', K85)
export const monthSixOverdue = days('monthSixOverdue', 240, [225, 300],
  'Spasm at six months: overdue', serviceStandard)
export const yearOneOpens = days('yearOneOpens', 330, [330, 355], 'Outcome at one year (E, C and T): from', K104)
export const yearOnePlanned = days('yearOnePlanned', 365, [365, 375], 'Outcome at one year: planned for', K104)
export const yearOneDue = days('yearOneDue', 400, [375, 425], 'Outcome at one year: due', K104)
export const yearOneOverdue = days('yearOneOverdue', 450, [425, 548], 'Outcome at one year: overdue', serviceStandard)
export const yearTwoOpens = days('yearTwoOpens', 670, [640, 700], 'Recurrence asked at two years: from', K90)
export const yearTwoPlanned = days('yearTwoPlanned', 730, [700, 750],
  'Recurrence asked at two years: planned for', K90)
export const yearTwoDue = days('yearTwoDue', 790, [750, 820], 'Recurrence asked at two years: due', K90)
export const yearTwoOverdue = days('yearTwoOverdue', 850, [820, 1000],
  'Recurrence asked at two years: overdue', serviceStandard)
export const audiogramWeekOneDue = days('audiogramWeekOneDue', 7, [5, 14],
  'Audiogram in the first week after surgery: due', K95)
export const audiogramWeekOneOverdue = days('audiogramWeekOneOverdue', 14, [14, 28],
  'Audiogram in the first week after surgery: overdue', serviceStandard)
export const audiogramMonthThreeOpens = days('audiogramMonthThreeOpens', 75, [70, 85],
  'Audiogram at three months: from', A24b)
export const audiogramMonthThreeDue = days('audiogramMonthThreeDue', 90, [85, 110],
  'Audiogram at three months, when hearing is judged: due', A24b)
export const audiogramMonthThreeOverdue = days('audiogramMonthThreeOverdue', 120, [110, 150],
  'Audiogram at three months: overdue', serviceStandard)

export const afterSurgeryNumbers: readonly PolicyNumber[] = numbers
