import { isObject } from '@facialis/fhir/json/json.ts'
import { entryIdOf } from '@facialis/fhir/terms/native-id.ts'
import { isSeenAt } from '@facialis/knowledge/entries/visit.ts'
import { type Advice, type Chart, formatDay } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { PatientView } from '@facialis/wire'
import { resourceKnowledge } from '../search-indexing/resource-knowledge.ts'
import type { OpenRecord } from './open-chart.ts'
import { isTask, taskCode } from './reviews.ts'

const code = 'first-visit'

/** While one of these waits, nobody here has seen the person. */
const awaiting = new Set(['triage', 'first-visit', 'first-visit-soon', 'first-visit-urgent'])

export const awaitsVisit = ({ nextSteps }: Pick<Advice, 'nextSteps'>): boolean =>
  nextSteps.some(({ id }) => awaiting.has(id))

/** Whether somebody here has seen the person: neither triage nor a telephone call is that. */
export const wasSeen = ({ entries }: Chart): boolean =>
  entries.some(
    ({ kind, withdrawn, fields: { 'visit.kind': as } }) =>
      kind === 'visit' && !withdrawn && as !== undefined && 'word' in as && isSeenAt(as.word),
  )

type Booking = Readonly<{ id: string; patientId: string; on: string | null; at: string; before: Resource | null }>

/**
 * For which day a first visit is booked, as a Task beside what waits at the front door; cancelled where it is booked for
 * none any more. It says nothing of the person, so no rule reads it, and what is due stays due on its day.
 */
export const bookingTask = ({ id, patientId, on, at, before }: Booking): Resource & { id: string } => ({
  ...before,
  resourceType: 'Task',
  id,
  status: on === null ? 'cancelled' : 'accepted',
  intent: 'plan',
  code: taskCode(code),
  for: { reference: `Patient/${patientId}` },
  authoredOn: at,
  ...(on === null ? {} : { executionPeriod: { start: on, end: on } }),
})

export const isBooking = (resource: Resource): boolean => isTask(resource, code)

type Kept = Pick<OpenRecord, 'resources'>

/** The booking that is changed when another day is said: of several records that were merged, that of the one in use. */
export const ownBooking = ({ id, resources }: Kept & Pick<OpenRecord, 'id'>): Resource | null =>
  bookingsIn({ resources }).find((one) => resourceKnowledge.patientOf(one) === id) ?? null

/** Those in records that were merged into it: another day takes their place, too, or they would be booked again once parted. */
export const standingElsewhere = ({ id, resources }: Kept & Pick<OpenRecord, 'id'>): readonly Resource[] =>
  bookingsIn({ resources }).filter((one) => one.status === 'accepted' && resourceKnowledge.patientOf(one) !== id)

type Seen = Pick<OpenRecord, 'chart' | 'resources'>
type Standing = Readonly<{
  /** The day for which it is booked, by whatever was said last. */
  on: string | null
  /** The day for which it was booked and did not take place, until another is. */
  missed: string | null
}>

/** How the booking of a first visit stands. */
export function bookingOf(seen: Seen): Standing {
  const [last] = bookingsIn(seen)
  if (last?.status !== 'accepted' || !isObject(last.executionPeriod)) return { on: null, missed: null }
  const on = String(last.executionPeriod.start)
  return wasMissed(seen, { on, said: String(last.authoredOn) }) ? { on: null, missed: on } : { on, missed: null }
}

/**
 * Whether an appointment of that day or since did not take place, as somebody recorded after it was booked. One that is
 * told of before the day may be of a scan as well: whoever tells it says so at the booking.
 */
const wasMissed = (seen: Seen, { on, said }: Readonly<{ on: string; said: string }>): boolean =>
  seen.chart.entries.some(
    (entry) =>
      entry.kind === 'missed-visit' &&
      !entry.withdrawn &&
      entry.date !== null &&
      formatDay(entry.date.hi) >= on &&
      writingsOf(entry, seen).every((one) => String(one.meta?.lastUpdated) > said),
  )

/** What an entry says, and what it said before it was corrected: a reason that is put right later is no other appointment. */
const writingsOf = (
  { id, provenance: { source } }: Chart['entries'][number],
  { resources }: Kept,
): readonly Resource[] => resources.filter((one) => entryIdOf(one) === id || `${one.resourceType}/${one.id}` === source)

const bookingsIn = ({ resources }: Kept): readonly Resource[] =>
  resources.filter(isBooking).sort((a, b) => (String(a.authoredOn) < String(b.authoredOn) ? 1 : -1))

/** As the page of a person tells it: null once somebody has seen them, and where nobody waits for a first visit. */
export function firstVisitOf(open: OpenRecord, advice: Advice): PatientView['firstVisit'] {
  if (wasSeen(open.chart)) return null
  const booking = bookingOf(open)
  return booking.on !== null || awaitsVisit(advice) ? booking : null
}
