// biome-ignore-all format: a table of numbers reads best with one number a line
import { ownJudgement, type PolicyNumber } from '@facialis/language'
import {
  A1, A7, A17, A17a, A19, A22, A23, K54, K54a, K54b, K57, K57a, K62b, K66a, K72, K73,
  K86, S10, S12,
} from '../sources/index.ts'
import { policyTable } from './table.ts'

const { days, percent, units, count, numbers } = policyTable()

// Botulinum toxin: intervals

export const minimumReinjectionInterval = days('minimumReinjectionInterval', 84, [84, 182],
  'Shortest time between two toxin sessions for the face', K54, K57, A19)
export const clinicDateFrom = days('clinicDateFrom', 77, [77, 84],
  'Earliest day a session may be brought forward for a clinic date, by exception', A19)
export const touchUpFrom = days('touchUpFrom', 14, [14, 42],
  'Earliest day of a touch-up of a missed muscle, by exception', A19)
export const defaultBookingDay = days('defaultBookingDay', 85, [84, 182],
  'Day after a session on which the next one is booked unless somebody chooses another', A19)
export const plannedIntervalFrom = days('plannedIntervalFrom', 84, [84, 112],
  'Planned next session: window opens', K54, K54b)
export const plannedIntervalTo = days('plannedIntervalTo', 140, [112, 182],
  'Planned next session: window ends', ownJudgement('wear-off lies between 12 and about 17 weeks in the series; the end is ours'))
export const overdueInterval = days('overdueInterval', 182, [182, 365],
  'Next session overdue (the six months of the seed page)', S10)
export const seedInterval = days('seedInterval', 182, [182, 183],
  'Six-monthly repeat as the seed page gives it, for a site that chooses it', S10)
export const otherToxinInterval = days('otherToxinInterval', 84, [84, 182],
  'Time after toxin for another indication during which facial toxin carries a caution', A1, A19)
export const wearOffLead = days('wearOffLead', 14, [0, 28],
  'Days before the expected wear-off on which the next session is placed', ownJudgement('time to find a slot before relief is lost'))
export const toxinAfterSurgeryCaution = days('toxinAfterSurgeryCaution', 365, [365, 730],
  'Time after decompression in which toxin could hide late relief', A23, K86)
export const surgeonToldOfToxin = days('surgeonToldOfToxin', 84, [84, 182],
  'Time before a planned decompression in which a toxin session is told to the surgeon', ownJudgement('toxin masks how severe the spasm is and weakens the muscles that are monitored'))
export const weaknessAfterToxin = days('weaknessAfterToxin', 112, [84, 140],
  'Time after a session in which mild weakness of injected muscles is expected', A7)
export const weaknessShouldNotGrowAfter = days('weaknessShouldNotGrowAfter', 42, [28, 42],
  'Day after a session from which growing weakness is a red flag', A7)

// Botulinum toxin: response

export const responseFrom = days('responseFrom', 14, [14, 21],
  'Relief at best is read: from this day after a session', A22, K54b)
export const responseTo = days('responseTo', 42, [28, 56],
  'Relief at best is read: until this day after a session', A22, K73)
export const poorRelief = percent('poorRelief', 25, [10, 40], 'Relief below this is no response', A22)
export const goodRelief = percent('goodRelief', 50, [45, 80],
  'Relief from this on is a good response; between the two, partial', A22)
export const wornOffBelow = percent('wornOffBelow', 50, [25, 75],
  'Share of that person’s best relief below which the effect counts as worn off', ownJudgement('half of the peak, as the curve is drawn'))
export const poorSessionsForReview = count('poorSessionsForReview', 2, [2, 3],
  'Poor sessions in a row that start the non-response and diagnosis review', A22, S12)
export const earlierGoodSessions = count('earlierGoodSessions', 1, [1, 3],
  'Good sessions that must have come before a later loss of response', A22)
export const shortEffectBelow = days('shortEffectBelow', 56, [42, 70], 'Effect shorter than this is short', K54a)
export const littleReliefReadFrom = days('littleReliefReadFrom', 28, [14, 42],
  'Day after a session from which little relief may be called so', ownJudgement('before the fourth week the effect may still be rising'))
export const stepDownFrom = percent('stepDownFrom', 10, [5, 20],
  'Words beside the map when relief outlasts need: step down by at least', K72, ownJudgement('the size of the step is ours'))
export const stepDownTo = percent('stepDownTo', 20, [20, 30],
  'Words beside the map when relief outlasts need: step down by at most', K72, ownJudgement('the size of the step is ours'))
export const ptosisReductionFrom = percent('ptosisReductionFrom', 20, [10, 20],
  'Words beside the map after a drooping lid: fewer units by at least', K66a, ownJudgement('the size of the step is ours'))
export const ptosisReductionTo = percent('ptosisReductionTo', 30, [30, 50],
  'Words beside the map after a drooping lid: fewer units by at most', K66a, ownJudgement('the size of the step is ours'))

// Botulinum toxin: dose checks, in whole units of the named product; units never cross products

export const onaSiteCap = units('onaSiteCap', 5, [1, 5], 'Onabotulinumtoxin per site: warn above', K54a)
export const incoSiteCap = units('incoSiteCap', 5, [1, 5],
  'Incobotulinumtoxin per site: warn above', ownJudgement('no label read gives it; the onabotulinumtoxin figure is used as a warning only'))
export const onaFirstSessionSecondPress = units('onaFirstSessionSecondPress', 25, [5, 25],
  'Onabotulinumtoxin per eye at a first session: second press with a reason above', K57a, A17)
export const onaTwelveWeeksSecondPress = units('onaTwelveWeeksSecondPress', 100, [25, 100],
  'Onabotulinumtoxin in 12 weeks: second press with a reason above', K57a, A17)
export const onaThirtyDaysSecondPress = units('onaThirtyDaysSecondPress', 200, [100, 200],
  'Onabotulinumtoxin in 30 days: second press with a reason above', K54a, A17)
export const onaAllIndicationsSecondPress = units('onaAllIndicationsSecondPress', 400, [200, 400],
  'Onabotulinumtoxin in three months for any indications: second press with a reason above', K62b, A17)
export const hfsSessionRefusedAboveOna = units('hfsSessionRefusedAboveOna', 100, [50, 100],
  'Onabotulinumtoxin in one one-sided session: refused above, as a likely slip', A17a)
export const hfsSessionRefusedAboveInco = units('hfsSessionRefusedAboveInco', 100, [50, 100],
  'Incobotulinumtoxin in one one-sided session: refused above, as a likely slip', A17a)
export const hfsSessionRefusedAboveAbo = units('hfsSessionRefusedAboveAbo', 240, [120, 240],
  'Abobotulinumtoxin in one one-sided session: refused above, as a likely slip', A17a)
export const thirtyDayDose = days('thirtyDayDose', 30, [30, 30], 'Days over which the 30-day dose is summed', K54a)
export const twelveWeekDose = days('twelveWeekDose', 84, [84, 84], 'Days over which the twelve-week dose is summed', K57a)
export const cumulativeDose = days('cumulativeDose', 90, [90, 92],
  'Days over which the cumulative dose is summed', K62b)

export const toxinNumbers: readonly PolicyNumber[] = numbers
