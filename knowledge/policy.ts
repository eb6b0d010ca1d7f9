// biome-ignore-all format: a table of numbers reads best with one number a line
import { type Cite, type Cites, ownJudgement, type PolicyNumber, policyNumber } from '@facialis/language'
import {
  A1, A3, A6, A7, A8, A11, A14, A15, A16, A17, A17a, A19, A20, A22, A23, A24, A24b, A25, A25a, A26, A27,
  AWorkflow, K4, K11, K13, K39, K41, K43, K44, K49, K49a, K54, K54a, K54b, K57, K57a, K62b, K66a, K66b, K66c, K72, K73,
  K85, K86, K87, K90, K94, K95, K96, K99, K100, K104, S10, S11, S12, S13,
} from './sources/index.ts'

// Each number is one line of a table; a line declared is a line listed, so that none can be left off the policy page.
const declared: PolicyNumber[] = []
type Range = readonly [least: number, most: number]
const inUnit =
  (unit: PolicyNumber['unit']) =>
  (id: string, value: number, [min, max]: Range, label: string, ...because: Cites): PolicyNumber => {
    const number = policyNumber(id, { label, unit, default: value, min, max, because })
    declared.push(number)
    return number
  }
const days = inUnit('d')
const years = inUnit('a')
const percent = inUnit('%')
const units = inUnit('U')
const score = inUnit('score')
const count = inUnit('count')
const millimetres = inUnit('mm')

// The reasons that many lines share. A site owns these numbers; no source fixes them.
const serviceStandard: Cite = ownJudgement('a service standard the site owns; no source fixes the number of days')
const urgencyClass: Cite = ownJudgement(
  'the urgency classes are agreed by the clinic; no source fixes them for facial spasm',
)
const closesTheLoop: Cite = ownJudgement('a result that nobody has read is a known way for a lesion to be missed')
const display: Cite = ownJudgement('used only to time calls and draw a curve, never to judge a treatment')

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

// Diagnosis

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

// Red flags

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

// Imaging

export const thinSlice = millimetres('thinSlice', 1, [1, 1],
  'Thickest slice of a heavily T2-weighted series that counts', A3)
export const lowEgfr = count('lowEgfr', 30, [30, 60],
  'Filtration rate in mL/min below which contrast needs a group II agent and a note', K39)
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

// Surgery: candidacy and preparation

export const namedRiskAge = years('namedRiskAge', 70, [60, 80],
  'Age above which decompression is considered with a named risk', A25)
export const severeHfs7 = score('severeHfs7', 16, [9, 28],
  'HFS-7 total from which daily life counts as severely touched', K41, ownJudgement('the median of grade III; no source sets a threshold for surgery'))
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
  'Wave V delay of note, in hundredths of a millisecond', K95)
export const baepAmplitudeFall = percent('baepAmplitudeFall', 50, [30, 50], 'Wave V amplitude fall of note', K95)
export const baepEarlyHundredths = count('baepEarlyHundredths', 50, [30, 50],
  'Wave I–III delay of note, in hundredths of a millisecond', K96)

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
export const woundCheckOpens = days('woundCheckOpens', 7, [5, 8], 'Wound and fluid-leak check: from', serviceStandard)
export const woundCheckDue = days('woundCheckDue', 14, [8, 15], 'Wound and fluid-leak check: due', serviceStandard)
export const woundCheckOverdue = days('woundCheckOverdue', 21, [15, 28],
  'Wound and fluid-leak check: overdue', serviceStandard)
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

// Scores

export const micHfs30Hundredths = score('micHfs30Hundredths', 446, [365, 541],
  'Smallest HFS-30 improvement that matters, in hundredths of a point', K49)
export const micHfs30Points = score('micHfs30Points', 5, [4, 6],
  'Smallest whole-point HFS-30 improvement that matters', K49)
export const micHfs7Hundredths = score('micHfs7Hundredths', 263, [192, 333],
  'Smallest HFS-7 improvement that matters, in hundredths of a point', K49a)
export const micHfs7Points = score('micHfs7Points', 3, [2, 4],
  'Smallest whole-point HFS-7 improvement that matters', K49a)
export const jrsImportantChange = score('jrsImportantChange', 2, [1, 3],
  'Change of the Jankovic total that matters', K44)
export const raterNoise = score('raterNoise', 1, [1, 2], 'Grade difference between two raters that may be noise', K43)
export const phqHumanContact = score('phqHumanContact', 20, [15, 20],
  'PHQ-9 total from which a person makes contact the same day', A27)
export const phqLetter = score('phqLetter', 10, [5, 14],
  'PHQ-9 total from which the family doctor gets a line in the letter', A27)
export const phqItemNineAbove = score('phqItemNineAbove', 0, [0, 0],
  'PHQ-9 item nine above this: a person makes contact the same day', A27)
export const phqContactDue = days('phqContactDue', 0, [0, 0],
  'Contact after a PHQ-9 that asks for it: the same working day', A27)

/** Every number a site may set, in the order of the policy page. */
export const policy: readonly PolicyNumber[] = declared
