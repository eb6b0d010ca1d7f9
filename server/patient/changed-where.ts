import type { Resource } from '@facialis/record'
import { isBooking } from './first-visit.ts'
import { requestCodes } from './kept-request.ts'
import { isTask } from './reviews.ts'

/** Where people here change what was written in words of this clinic, for another system that would. */
export function changedWhere(kept: Resource): string {
  if (isBooking(kept)) return 'A first visit is booked on the overview of the person, under “First visit”.'
  if (isTask(kept, 'review')) return 'A review is closed on the overview of the person, under “Reviews”.'
  if (requestCodes.some((code) => isTask(kept, code)))
    return 'A request is answered on the board, under “New at the front door”.'
  return ofType[kept.resourceType] ?? 'This was recorded by an act here. It is changed by an act: record a correction.'
}

/** What has an act of its own, and no correction. */
const ofType: Readonly<Record<string, string>> = {
  MedicationRequest:
    'An order for nurses is withdrawn on the page “Injection” of the person, under “Order for nurses”.',
  EpisodeOfCare: 'Which version of the pathway an episode follows is changed on the overview of the person.',
}
