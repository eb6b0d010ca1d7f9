// biome-ignore-all format: a table of numbers reads best with one number a line
import { ownJudgement, type PolicyNumber } from '@facialis/language'
import { A20, A25, A25a, A26, K41, K95, K96 } from '../sources/index.ts'
import { serviceStandard } from './reasons.ts'
import { policyTable } from './table.ts'

const { days, years, percent, score, count, numbers } = policyTable()

// Surgery: candidacy and preparation

export const namedRiskAge = years('namedRiskAge', 70, [60, 80],
  'Age above which decompression is considered with a named risk', A25)
export const severeHfs7 = score('severeHfs7', 16, [9, 28],
  'HFS-7 total from which daily life counts as severely affected', K41, ownJudgement('the median of grade III; no source sets a threshold for surgery'))
export const severeDisability = score('severeDisability', 4, [3, 5],
  'Six-point disability score that counts as severe', ownJudgement('no source sets a threshold for surgery'))
export const lsrAfterToxin = days('lsrAfterToxin', 90, [84, 182],
  'Time after toxin from which a lateral spread response is best read', A25a)
export const stentYoungerThan = days('stentYoungerThan', 365, [180, 730],
  'Stent younger than this: surgeon and cardiology plan together', A20)
export const surgicalReferralDue = days('surgicalReferralDue', 28, [7, 56],
  'Referral to the surgical team: due', serviceStandard)
export const surgicalReferralOverdue = days('surgicalReferralOverdue', 84, [56, 182],
  'Referral to the surgical team: overdue', serviceStandard)
export const preopMriValid = days('preopMriValid', 365, [180, 365],
  'MRI before decompression: counts for, up to the theatre date', A26)
export const preopAudiogramValid = days('preopAudiogramValid', 182, [90, 182],
  'Audiogram before decompression: counts for, up to the theatre date', A26)
export const preopAnaesthesiaValid = days('preopAnaesthesiaValid', 30, [14, 90],
  'Anaesthetic assessment: counts for, up to the theatre date', A26)
export const preopScoresValid = days('preopScoresValid', 90, [30, 182],
  'Scores and photographs: count for, up to the theatre date', A26)
export const goCheckBefore = days('goCheckBefore', 7, [3, 14],
  'Days before theatre on which the go list must be complete', A26)

// Surgery: monitoring, shown beside values that the monitoring team typed

export const baepLatencyHundredths = count('baepLatencyHundredths', 100, [50, 100],
  'Brainstem auditory evoked potentials: wave V delay of note, in hundredths of a millisecond', K95)
export const baepAmplitudeFall = percent('baepAmplitudeFall', 50, [30, 50], 'Brainstem auditory evoked potentials: wave V amplitude fall of note', K95)
export const baepEarlyHundredths = count('baepEarlyHundredths', 50, [30, 50],
  'Brainstem auditory evoked potentials: wave I–III delay of note, in hundredths of a millisecond', K96)

export const surgeryNumbers: readonly PolicyNumber[] = numbers
