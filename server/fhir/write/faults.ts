import { withArticle } from '@facialis/fhir/values/indefinite-article.ts'
import { addressProblem } from '@facialis/record'
import type { Problem } from '@facialis/wire'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { isServed } from '../../search-indexing/parameters.ts'
import type { Validate } from '../r4/definitions.ts'
import { type Intent, placeIn } from './intent.ts'
import type { Target } from './targets.ts'

/** What is wrong with a resource that is to be written, by FHIR R4. */
export function faultsIn(intent: Intent, validate: Validate): readonly Problem[] {
  if (!('resource' in intent)) return []
  const { resource, type } = intent
  // Whatever else of the standard may be loaded, it is not held against what is not kept here.
  if (!isServed(type))
    return [{ code: 'not-valid', sentence: `${type} is not kept here.`, where: placeIn(intent, type) }]
  if (resource.resourceType !== type)
    return [
      {
        code: 'wrong-type',
        sentence: `Here ${withArticle(type)} is expected, not ${JSON.stringify(resource.resourceType) ?? 'nothing'}.`,
        where: placeIn(intent, `${type}.resourceType`),
      },
    ]
  // FHIR's own definitions let any text be an id.
  const unfit = resource.id === undefined ? null : addressProblem(type, resource.id, type)
  if (unfit) return placed([unfit], intent)
  return placed(validate(resource), intent)
}

/** What is patched, or refers to what had to be found, is only known afterwards. */
export const faultsAfter = (
  { intent, resource }: Target,
  sent: Target['resource'],
  validate: Validate,
): readonly Problem[] =>
  resource !== null && (intent.method === 'patch' || resource !== sent) ? placed(validate(resource), intent) : []

const placed = (problems: readonly Problem[], intent: Intent): readonly Problem[] =>
  problems.map((one) => ({ ...one, where: placeIn(intent, one.where ?? '') }))

const mostTold = 50

/** What is wrong with each of many, as far as it is told, while others are served. */
export async function faultsAmong<T>(
  all: readonly T[],
  faultsOf: (one: T) => readonly Problem[],
): Promise<readonly Problem[]> {
  const yieldNow = openPeriodicYield()
  const found: Problem[] = []
  for (const one of all) {
    await yieldNow()
    found.push(...faultsOf(one))
    if (found.length >= mostTold) break
  }
  return found
}

/** Everything that is wrong as one refusal; null when nothing is. */
export function allOf(problems: readonly Problem[]): Refusal | null {
  const [first] = problems
  if (first === undefined) return null
  const { code, sentence, ...more } = first
  return { ...refuse(422, code, sentence, more), all: problems.slice(0, mostTold) }
}
