import { asksForSubset } from './ignored-parameters.ts'
import type { Pairs } from './search-request.ts'

/**
 * The address of what was answered: what was heeded of a question, with as many on a page as it was answered with. A
 * client reads there what became of what it asked.
 */
export function selfOf(address: string, heeded: Pairs, count?: number): string {
  const query = new URLSearchParams(
    heeded
      .filter(([name, value]) => !asksForSubset(name, value))
      .map(([name, value]) => [name, name === '_count' && count !== undefined ? String(count) : value]),
  )
  return query.size === 0 ? address : `${address}?${query}`
}
