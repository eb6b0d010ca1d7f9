import { nothing } from '../terms/concept-meaning.ts'
import { isInError, noted } from './counts.ts'
import { medicationOf } from './event.ts'
import { ignore, type Reading } from './reading.ts'
import type { Item } from './references.ts'

/** What a pharmacy handed out was not given by that, but it may have been, and nobody here knows: it is listed. */
export function readDispense(item: Item, reading: Reading): void {
  const { resource } = item
  const { counts } = reading
  if (isInError(reading, resource.status)) return
  const understood = reading.terms.meaningsOf('MedicationAdministration', medicationOf(resource, reading))
  if (!noted(reading, understood.enters ? understood : nothing)) return
  if (resource.status === 'cancelled' || resource.status === 'declined') {
    counts.notDone++
    return
  }
  counts.dispensed++
  ignore(reading, item, 'handed out is not given: ask whether it was, when, where and by whom')
}
