import type { Resource } from '@facialis/record'
import { isBooking } from './first-visit.ts'
import { requestCodes } from './kept-request.ts'
import { isTask } from './reviews.ts'

/** Where people here change what was written in words of this clinic, for another system that would. */
export function changedWhere(kept: Resource): string {
  if (isBooking(kept)) return 'Book a first visit on the person’s overview, under “First visit”.'
  if (isTask(kept, 'review')) return 'A review is closed on the overview of the person, under “Reviews”.'
  if (requestCodes.some((code) => isTask(kept, code)))
    return 'Answer a request on the board, under “New at the front door”.'
  return ofType[kept.resourceType] ?? 'This was recorded by an act here. To change it, record a correction.'
}

/** What has an act of its own, and no correction. */
const ofType: Readonly<Record<string, string>> = {
  MedicationRequest: 'Withdraw an order for nurses on the person’s “Injection” page, under “Order for nurses”.',
  EpisodeOfCare: 'Change the version of the pathway an episode follows on the person’s overview.',
}
