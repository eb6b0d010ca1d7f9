import type { RecordView } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import type { SignedIn } from '../../identity/account.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import type { BaseUrls } from '../search/base-urls.ts'
import { existingAmong, patientIdsIn } from '../search/patients-in-search.ts'
import { parseSearch } from '../search/search-request.ts'
import { batchedLookups } from './batched-lookups.ts'
import { conditionOf, type Intent } from './intent.ts'
import { resolveCondition } from './resolve-condition.ts'
import type { Target } from './targets.ts'

/** Whom it is told of in the trail, besides those whose resources are written: who was found, and who was named. */
export const consultedPatients = (
  targets: readonly Target[],
  { view }: Readonly<{ view: RecordView }>,
): Promise<readonly string[]> =>
  existingAmong(
    targets.flatMap(({ intent, before }) => [...named(intent), ...(before?.patientId ? [before.patientId] : [])]),
    view,
  )

/**
 * Whose record was to be written by what is refused. Whoever may not write still meant somebody, and that person's trail
 * tells of it: so each resource is looked for, also where nobody went on to look for it.
 */
export async function targetedPatients(
  intents: readonly Intent[],
  { view, who, ours }: Readonly<{ view: RecordView; who: SignedIn; ours: BaseUrls }>,
): Promise<readonly string[]> {
  const meant: (string | null)[] = []
  const looking = await batchedLookups(intents, view)
  const yieldNow = openPeriodicYield()
  for (const intent of intents) {
    await yieldNow()
    meant.push(...named(intent))
    const condition = conditionOf(intent)
    if (condition !== null) {
      const found = await resolveCondition(intent.type, condition, {
        view: looking,
        who,
        where: null,
        places: new Map(),
        ours,
      })
      if (found.ok) meant.push(...found.value.map(({ patientId }) => patientId))
    } else if (intent.method !== 'create' && intent.id !== null) {
      const found = await view.read(intent.type, intent.id)
      if (found.ok) meant.push(found.value.patientId)
    }
  }
  return existingAmong(
    meant.filter((id) => id !== null),
    view,
  )
}

/** Whom an intent names: in its resource, or in the condition that says which one it means. */
function named(intent: Intent): readonly string[] {
  const own = 'resource' in intent ? resourceKnowledge.patientOf(intent.resource) : null
  const condition = conditionOf(intent)
  const asked = condition === null ? null : parseSearch(intent.type, condition, { lenient: false })
  return [...(own === null ? [] : [own]), ...(asked?.ok ? patientIdsIn(asked.value) : [])]
}
