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
  return 'This was recorded by an act here. It is changed by an act: record a correction.'
}
