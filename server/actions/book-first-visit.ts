import { dateWords, parseDate } from '@facialis/language'
import type { Change, Resource } from '@facialis/record'
import { type PatientView, whyNotBooked } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Refusal, type Result, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import type { SignedIn } from '../identity/account.ts'
import { bookingOf, bookingTask, ownBooking, standingElsewhere, wasSeen } from '../patient/first-visit.ts'
import { openInUse } from '../patient/open-chart.ts'
import { staleVersionRefusal } from '../patient/stale-version.ts'
import { viewOf } from '../patient/view.ts'
import { resourceKnowledge } from '../search-indexing/resource-knowledge.ts'
import { performAction } from './perform-action.ts'

type Booking = Readonly<{
  patientId: string
  /** The day; null where it is booked for none any more. */
  on: string | null
  seen: number | null
  who: SignedIn
  requestId: string
}>

/** The day on which the person comes for the first time; another one takes its place, and both are told on the timeline. */
export const bookFirstVisit = (clinic: Clinic, booking: Booking): Promise<Result<PatientView>> =>
  // A first booking is a version of nothing: of two at once, the later one sees that of the other.
  clinic.queue(booking.patientId, () => book(clinic, booking))

async function book(clinic: Clinic, { patientId, on, seen, who, requestId }: Booking): Promise<Result<PatientView>> {
  const opened = await openInUse(clinic, clinic.record, patientId)
  if (!opened.ok) return opened
  const open = opened.value
  const { on: was } = bookingOf(open)
  const isSame = was === on
  const unseen = staleVersionRefusal(open, seen)
  if (unseen && (seen === null || !isSame)) return unseen
  if (isSame) return ok(await viewOf(clinic, open))
  if (wasSeen(open.chart))
    return refuse(409, 'seen-already', 'Somebody here has already seen this person, so no first visit can be booked.')
  const wrong = on === null ? null : unfitDay(clinic, on)
  if (wrong) return wrong
  const own = ownBooking(open)
  const says = (before: Resource | null, day: string | null, at: string): Change => ({
    method: 'update',
    resource: bookingTask({
      id: before?.id ?? clinic.record.newId(),
      patientId: (before && resourceKnowledge.patientOf(before)) ?? open.id,
      on: day,
      at,
      before,
    }),
    expectedVersion: before === null ? 'any' : Number(before.meta?.versionId),
  })
  const told = on === null ? 'Not booked any more' : `Booked for ${dateWords(on)}`
  return performAction(clinic, {
    open,
    who,
    requestId,
    action: 'first-visit-booked',
    tells: { kind: 'booking', note: was === null ? told : `${told} (before: ${dateWords(was)})` },
    changes: (at) => [
      says(own, on, at),
      // What was said there was said then: the last word is the one of now.
      ...standingElsewhere(open).map((one) => says(one, null, String(one.authoredOn))),
    ],
  })
}

function unfitDay(clinic: Pick<Clinic, 'today'>, on: string): Refusal | null {
  const day = parseDate(on)
  const why = day === null ? `${on} is no day.` : whyNotBooked(day.lo, dayNumber(clinic.today()))
  return why === null ? null : refuse(422, 'bad-date', why, { where: 'on' })
}
