import type { Ground } from '../../ground/ground.ts'
import type { Refusal } from '../../ground/problem.ts'
import { refusedBirth } from '../../patient/birth.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

/**
 * A birth date that nobody's life can have is refused as at a screen: their age is told from it. One that stands there already
 * stays until somebody changes it, or nothing else of the person could be put right.
 */
export function bornWrongly(
  { intent, type, before, resource }: Target,
  ground: Pick<Ground, 'pathway' | 'today'>,
): Refusal | null {
  if (type !== 'Patient' || typeof resource?.birthDate !== 'string') return null
  if (before?.resource.birthDate === resource.birthDate) return null
  return refusedBirth(ground, resource.birthDate, placeIn(intent, 'Patient.birthDate'))
}
