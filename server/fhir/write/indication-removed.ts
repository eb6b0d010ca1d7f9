import { canonical } from '@facialis/record'
import { valuesAt } from '../../search-indexing/values.ts'
import { type DoorContext, seenAt } from './door-context.ts'
import { isTo } from './immutable-dependencies.ts'
import type { Target } from './targets.ts'

/** By which an order, or what was handed out on one, names what it is for. */
const grounds = ['reasonReference.reference', 'authorizingPrescription.reference']

/**
 * People of whom toxin was let in for another reason, which these take away: the problem was ruled out, or the order was a
 * mistake or was for something else. `before` finds what is referred to as it was, `after` as it will be.
 */
export async function indicationRemoved(
  targets: readonly Target[],
  { before, after }: Readonly<{ before: DoorContext; after: DoorContext }>,
): Promise<readonly string[]> {
  const written = new Set(targets.map(addressOf))
  const people = new Set<string>()
  for (const target of targets) {
    const patientId = target.before?.patientId ?? null
    if (patientId === null || people.has(patientId) || !mayBeTakenAway(target)) continue
    const resting = (await before.open(patientId))?.resources.filter(
      (one) =>
        !written.has(addressOf({ type: one.resourceType, id: String(one.id) })) &&
        grounds.some((path) => valuesAt(one, path).some((link) => isTo(String(link), addressOf(target)))),
    )
    for (const one of resting ?? [])
      if ((await seenAt(before, one)).as === 'other-indication' && !stillFine.has((await seenAt(after, one)).as))
        people.add(patientId)
  }
  return [...people]
}

const addressOf = ({ type, id }: Pick<Target, 'type' | 'id'>): string => `${type}/${id}`

const stillFine = new Set(['other-indication', 'none'])

/** What a problem is called stays as it is; an order is changed in many ways. */
const mayBeTakenAway = ({ type, does, before, resource }: Target): boolean =>
  does !== 'nothing' &&
  (type === 'MedicationRequest' ||
    (type === 'Condition' &&
      canonical(before?.resource.verificationStatus ?? null) !== canonical(resource?.verificationStatus ?? null)))
