import type { NextStep } from '@facialis/language'
import { isToCome } from '../../patient/screen-target.ts'

/** The day by which the person was to come, where they are booked for a later one; null where they are in time. */
export function bookedLate(
  on: string | null,
  steps: readonly Pick<NextStep, 'id' | 'missing' | 'dueBy'>[],
): string | null {
  const [due] = steps
    .filter((step) => isToCome(step))
    .flatMap(({ dueBy }) => dueBy ?? [])
    .sort()
  return on !== null && due !== undefined && on > due ? due : null
}
