import type { Pairs } from '../search/asked.ts'
import { asKept, type Ours } from '../search/own-address.ts'

/**
 * The search under which something is made only where there is none, as it was sent. The standard has what stands after `?`; the
 * clients of HAPI FHIR send the whole address of the search, and others the type before it.
 */
export function conditionSent(sent: string, type: string, ours: Ours): Pairs {
  const address = asKept(ours)(sent)
  const search = address.startsWith(`${type}?`) ? address.slice(type.length) : sent
  return [...new URLSearchParams(search)]
}
