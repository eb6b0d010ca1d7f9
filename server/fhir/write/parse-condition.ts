import { type Refusal, refuse } from '../../core/refusal.ts'
import { asStoredReference, type BaseUrls } from '../search/base-urls.ts'
import { isIgnored } from '../search/ignored-parameters.ts'
import type { Pairs } from '../search/search-request.ts'

/**
 * The search under which something is made only where there is none, as it was sent. The standard has what stands after `?`; the
 * clients of HAPI FHIR send the whole address of the search, and others the type before it.
 */
export function parseCondition(sent: string, type: string, ours: BaseUrls): Pairs {
  const address = asStoredReference(ours)(sent)
  const search = address.startsWith(`${type}?`) ? address.slice(type.length) : sent
  return [...new URLSearchParams(search)]
}

/**
 * Refuses a condition that stands behind the address at which something is made, where some clients write it: not heeded,
 * it would be none, and make a second one.
 */
export function conditionInUrlRefusal(pairs: Pairs, where: (name: string) => string): Refusal | null {
  const [name] = pairs.find(([one, value]) => !isIgnored(one, value)) ?? []
  const sentence =
    'Something is made at the address of its type. What must not be here yet is said in If-None-Exist (ifNoneExist in a bundle).'
  return name === undefined ? null : refuse(400, 'unknown-parameter', sentence, { where: where(name) })
}
