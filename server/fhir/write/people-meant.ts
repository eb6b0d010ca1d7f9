import type { RecordView } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import type { SignedIn } from '../../identity/account.ts'
import { knowing } from '../../indexed/knowing.ts'
import { searchAsked } from '../search/asked.ts'
import type { Ours } from '../search/own-address.ts'
import { knownAmong, peopleNamed } from '../search/people-named.ts'
import { foundBy } from './found-by.ts'
import { conditionOf, type Intent } from './intent.ts'
import { lookedUpTogether } from './looked-up-together.ts'
import type { Target } from './targets.ts'

/** Whom it is told of in the trail, besides those whose resources are written: who was found, and who was named. */
export const peopleLookedAt = (
  targets: readonly Target[],
  { view }: Readonly<{ view: RecordView }>,
): Promise<readonly string[]> =>
  knownAmong(
    targets.flatMap(({ intent, before }) => [...named(intent), ...(before?.patientId ? [before.patientId] : [])]),
    view,
  )

/**
 * Whose record was to be written by what is refused. Whoever may not write still meant somebody, and that person's trail
 * tells of it: so each resource is looked for, also where nobody went on to look for it.
 */
export async function peopleMeant(
  intents: readonly Intent[],
  { view, who, ours }: Readonly<{ view: RecordView; who: SignedIn; ours: Ours }>,
): Promise<readonly string[]> {
  const meant: (string | null)[] = []
  const looking = await lookedUpTogether(intents, view)
  const yieldNow = openPeriodicYield()
  for (const intent of intents) {
    await yieldNow()
    meant.push(...named(intent))
    const condition = conditionOf(intent)
    if (condition !== null) {
      const found = await foundBy(intent.type, condition, { view: looking, who, where: null, places: new Map(), ours })
      if (found.ok) meant.push(...found.value.map(({ patientId }) => patientId))
    } else if (intent.method !== 'create' && intent.id !== null) {
      const found = await view.read(intent.type, intent.id)
      if (found.ok) meant.push(found.value.patientId)
    }
  }
  return knownAmong(
    meant.filter((id) => id !== null),
    view,
  )
}

/** Whom an intent names: in its resource, or in the condition that says which one it means. */
function named(intent: Intent): readonly string[] {
  const own = 'resource' in intent ? knowing.patientOf(intent.resource) : null
  const condition = conditionOf(intent)
  const asked = condition === null ? null : searchAsked(intent.type, condition, { lenient: false })
  return [...(own === null ? [] : [own]), ...(asked?.ok ? peopleNamed(asked.value) : [])]
}
