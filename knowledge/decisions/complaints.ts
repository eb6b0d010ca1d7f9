/** Complaints on the telephone or after treatment: which are emergencies, and which say the same as a red flag. */
import {
  all,
  any,
  atLeast,
  atMost,
  before,
  type Condition,
  daysBetween,
  entryDate,
  established,
  is,
  latestDate,
  lessThan,
  moreThan,
  named,
  not,
  onOrAfter,
  some,
  yes,
} from '@facialis/language'
import {
  type Complaint,
  complaintWords,
  emergencyComplaints,
  postOperativeEmergencies,
  session,
  symptom,
} from '../entries/index.ts'
import { afterSurgeryStage, delayedPalsyTo, weaknessAfterToxin, weaknessShouldNotGrowAfter } from '../policy/index.ts'
import { anyDecompression, anyFacialToxin, lastDecompression, lastFacialToxin } from './course.ts'

const f = symptom.fields
/** Not known to be settled: a complaint about which nobody says so is still there. */
export const unsettled = not(established(yes(f.settled)))
export const complains = (...kinds: readonly [Complaint, ...Complaint[]]): Condition => is(f.kind, ...kinds)
export const otherwise = (condition: Condition): Condition => not(established(condition))

export const afterOperation = daysBetween(lastDecompression, entryDate(symptom))
/** Begun within the year in which it may have to do with the operation; where a day is missing, it may have. */
const mayBeOfTheOperation = all(
  anyDecompression,
  otherwise(any(lessThan(afterOperation, 0), atLeast(afterOperation, afterSurgeryStage))),
)
const surelyOfTheOperation = all(atLeast(afterOperation, 0), lessThan(afterOperation, afterSurgeryStage))

export const emergencyAtAnyTime = complains(...emergencyComplaints)
export const emergencyAfterSurgery = all(
  mayBeOfTheOperation,
  complains(...emergencyComplaints, ...postOperativeEmergencies),
)
/** Something only an emergency team should look at, and not yet settled; asked of a complaint. */
export const openEmergency = all(any(emergencyAtAnyTime, emergencyAfterSurgery), unsettled)
export const emergencyComplaint = named('an emergency complaint is not settled', some(symptom, openEmergency))

const words = (kinds: readonly (keyof typeof complaintWords)[]): string =>
  kinds.map((kind) => complaintWords[kind]).join(', ')
/** The same in words, so that what is said and what is asked cannot drift apart. */
export const emergencyList = words(emergencyComplaints)
export const postOperativeList = words(postOperativeEmergencies)

const lastButOneFacialToxin = latestDate(session, all(anyFacialToxin, before(entryDate(session), lastFacialToxin)))
const within = (toxin: Parameters<typeof daysBetween>[0]): Condition =>
  all(onOrAfter(entryDate(symptom), toxin), atMost(daysBetween(toxin, entryDate(symptom)), weaknessAfterToxin))
/** A complaint nobody settled may be older than the newest session. */
const withinWeeksOfToxin = any(within(lastFacialToxin), within(lastButOneFacialToxin))
const whileItIsOperative = all(atLeast(afterOperation, 0), atMost(afterOperation, delayedPalsyTo))

/** Weakness that neither recent toxin nor the weeks after the operation explain: a red flag. */
export const unexplainedWeakness = all(
  complains('facial-weakness'),
  otherwise(whileItIsOperative),
  otherwise(withinWeeksOfToxin),
)
/** Weakness in the weeks in which injected muscles are weak. */
export const weaknessOfToxin = all(complains('facial-weakness'), otherwise(whileItIsOperative), withinWeeksOfToxin)
/** In those weeks, but begun when it should no longer grow. */
export const lateWeaknessOfToxin = all(
  weaknessOfToxin,
  moreThan(daysBetween(lastFacialToxin, entryDate(symptom)), weaknessShouldNotGrowAfter),
)
export const hearingAfterSurgery = all(complains('hearing-change'), mayBeOfTheOperation)
/** Hearing that changed, and surely not by the operation: a red flag. */
export const unexplainedHearing = all(complains('hearing-change'), otherwise(surelyOfTheOperation))
