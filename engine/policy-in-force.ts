import type { Policy } from '@facialis/language'

/** As many sites and what-ifs as are asked about in turn; more are told apart anew. */
const mostKept = 64
const byNumbers = new Map<string, Policy>()
const inForce = new WeakSet<Policy>()

/**
 * The numbers somebody asks with, as they are now, as one thing that cannot change: whoever asks with the same numbers
 * asks with the same thing, so what was worked out of them is known again, and who changes theirs later asks anew.
 */
export function policyInForce(asked: Policy): Policy {
  if (inForce.has(asked)) return asked
  const numbers = Object.entries(asked).join()
  const known = byNumbers.get(numbers)
  if (known) return known
  const fresh = Object.freeze({ ...asked })
  inForce.add(fresh)
  if (byNumbers.size >= mostKept) byNumbers.clear()
  byNumbers.set(numbers, fresh)
  return fresh
}
