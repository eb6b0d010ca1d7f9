import { onceFor, type Policy } from '@facialis/language'

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
  if (isSame(asked, last)) return last
  const numbers = Object.entries(asked).join()
  last = byNumbers.get(numbers) ?? kept(numbers, asked)
  return last
}

function kept(numbers: string, asked: Policy): Policy {
  const fresh = Object.freeze({ ...asked })
  inForce.add(fresh)
  if (byNumbers.size >= mostKept) byNumbers.clear()
  byNumbers.set(numbers, fresh)
  return fresh
}

/** Most ask with the numbers of whoever asked before them. */
let last: Policy = kept('', {})

function isSame(one: Policy, other: Policy): boolean {
  let count = 0
  for (const id in one) {
    if (one[id] !== other[id]) return false
    count++
  }
  return count === countOf(other)
}
const countOf = onceFor((policy: Policy): number => Object.keys(policy).length)
