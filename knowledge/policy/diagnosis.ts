// biome-ignore-all format: a table of numbers reads best with one number a line
import { ownJudgement, type PolicyNumber } from '@facialis/language'
import { A14, A16, K4, K11, K57 } from '../sources/index.ts'
import { serviceStandard } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, years, count, numbers } = policyTable()

export const minimumWatch = count('minimumWatch', 2, [1, 10],
  'Watching the face before a conclusion, in minutes', ownJudgement('spasms come in bursts; a shorter look misses them'))
export const alternativesShown = count('alternativesShown', 3, [3, 10],
  'Other diagnoses always listed beside the leading one', K4)
export const lidTwitchReview = days('lidTwitchReview', 90, [28, 120], 'Isolated lid twitch: looked at again', A14)
export const lidTwitchReviewOverdue = days('lidTwitchReviewOverdue', 120, [120, 182],
  'Isolated lid twitch: review overdue', serviceStandard)
export const youngOnset = years('youngOnset', 30, [30, 45], 'Onset below this age is a red flag', K11)
export const childAge = years('childAge', 18, [18, 18],
  'Age below which the pathway is the paediatric neurologist’s', A16, K57)
export const infantOnset = years('infantOnset', 2, [2, 5],
  'Onset below this age asks for video-EEG and contrast MRI at once', A16)
export const infantWorkUp = days('infantWorkUp', 2, [0, 2],
  'Onset in infancy: video-EEG and contrast MRI within', A16)
export const diagnosisDue = days('diagnosisDue', 14, [0, 28],
  'Diagnosis concluded and signed after the first visit: due', serviceStandard)
export const diagnosisOverdue = days('diagnosisOverdue', 42, [28, 84],
  'Diagnosis concluded and signed: overdue', serviceStandard)
export const expertReviewDue = days('expertReviewDue', 84, [14, 112],
  'Review by a movement-disorder expert: due', serviceStandard)
export const expertReviewOverdue = days('expertReviewOverdue', 112, [112, 182],
  'Review by a movement-disorder expert: overdue', serviceStandard)

export const diagnosisNumbers: readonly PolicyNumber[] = numbers
