import type { EntryRecord, Span } from '@facialis/language'
import { type Amount, atLeast, atMost, daysBetween, lessThan, onOrAfter, type When } from './days.ts'
import { latestDate, word, wordOr } from './entries.ts'
import type { Numbers } from './numbers.ts'
import type { Treatments } from './treatments.ts'
import { all, any, anyOf, is, no, type Truth, truth, unknown, type Word, yes } from './truth.ts'

export type Complaint = Readonly<{
  date: Span | null
  kind: Word
  /** Not known to be settled. */
  unsettled: Truth
  /** Days since the operation on the day it began. */
  afterOperation: Amount
}>

export const complaintsOf = (symptoms: readonly EntryRecord[], { lastDecompression }: Treatments) =>
  symptoms.map(
    (entry): Complaint => ({
      date: entry.date,
      kind: wordOr(entry, 'symptom.kind', 'other'),
      unsettled: truth(word(entry, 'symptom.settled') !== 'yes'),
      afterOperation: daysBetween(lastDecompression, entry.date),
    }),
  )

/** Complaints that say the same as a red flag: whether there was any, whether one is unsettled, and when the last of those began. */
type Told = Readonly<{ was: Truth; is: Truth; on: When }>

const nothingTold: Told = { was: no, is: no, on: 'never' }

export const told = (complaints: readonly Complaint[], where: (complaint: Complaint) => Truth): Told => {
  if (complaints.length === 0) return nothingTold
  const unsettled = (complaint: Complaint): Truth => all(where(complaint), complaint.unsettled)
  return { was: anyOf(complaints, where), is: anyOf(complaints, unsettled), on: latestDate(complaints, unsettled) }
}

/** Arm, leg, speech or alertness. */
export const limbOrSpeech = ({ kind }: Complaint): Truth => is(kind, 'limb-weakness', 'speech', 'drowsiness')
export const worstHeadache = ({ kind }: Complaint): Truth => is(kind, 'worst-headache')

/** Hearing that changed, and surely not by the operation. */
export const unexplainedHearing =
  ({ afterSurgeryStage }: Numbers) =>
  ({ kind, afterOperation }: Complaint): Truth =>
    all(
      is(kind, 'hearing-change'),
      truth(all(atLeast(afterOperation, 0), lessThan(afterOperation, afterSurgeryStage)) !== yes),
    )

/** Weakness that neither recent toxin nor the weeks after the operation explain. */
export const unexplainedWeakness = (treatments: Treatments, numbers: Numbers) => {
  const { lastFacialToxin, lastButOneFacialToxin: lastButOne } = treatments
  const soonAfter = (date: Span | null, toxin: When): Truth =>
    all(onOrAfter(date, toxin), atMost(daysBetween(toxin, date), numbers.weaknessAfterToxin))
  return ({ kind, date, afterOperation }: Complaint): Truth => {
    const said = is(kind, 'facial-weakness')
    if (said === no) return no
    const ofTheOperation = all(atLeast(afterOperation, 0), atMost(afterOperation, numbers.delayedPalsyTo))
    const ofToxin = any(soonAfter(date, lastFacialToxin), soonAfter(date, lastButOne))
    return ofTheOperation === yes || ofToxin === yes ? no : said
  }
}

const atAnyTime = new Set([
  'limb-weakness',
  'speech',
  'swallowing',
  'breathing',
  'choking',
  'drowsiness',
  'worst-headache',
])
const afterSurgery = new Set([
  ...atAnyTime,
  'clear-fluid',
  'fever',
  'neck-stiffness',
  'vomiting',
  'vision-drop',
  'calf-swelling',
])
const isAmong = (kind: Word, kinds: ReadonlySet<string>): Truth => (kind === null ? unknown : truth(kinds.has(kind)))

/** Something only an emergency team should look at is not settled; within a year of an operation that is more. */
export const emergencyComplaint = (
  complaints: readonly Complaint[],
  { anyDecompression }: Treatments,
  { afterSurgeryStage }: Numbers,
): Truth =>
  anyOf(complaints, ({ kind, unsettled, afterOperation }) => {
    const notOfIt = any(lessThan(afterOperation, 0), atLeast(afterOperation, afterSurgeryStage)) === yes
    const mayBeOfIt = notOfIt ? no : anyDecompression
    return all(any(isAmong(kind, atAnyTime), all(mayBeOfIt, isAmong(kind, afterSurgery))), unsettled)
  })
