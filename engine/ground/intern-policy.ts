import { memoiseWeak, type Policy } from '@facialis/language'

/** The table is cleared when it holds this many policies; later ones are interned again. */
const maxInterned = 64
const internedByKey = new Map<string, Policy>()
const interned = new WeakSet<Policy>()

/**
 * Interns a policy: equal numbers give the same frozen object, so that caches keyed by identity hit. The numbers are copied,
 * so a caller who changes the original later gets another object.
 */
export function internPolicy(asked: Policy): Policy {
  if (interned.has(asked)) return asked
  if (isSame(asked, last)) return last
  const numbers = Object.entries(asked).join()
  last = internedByKey.get(numbers) ?? intern(numbers, asked)
  return last
}

function intern(numbers: string, asked: Policy): Policy {
  const fresh = Object.freeze({ ...asked })
  interned.add(fresh)
  if (internedByKey.size >= maxInterned) internedByKey.clear()
  internedByKey.set(numbers, fresh)
  return fresh
}

/** Most calls repeat the policy of the call before. */
let last: Policy = intern('', {})

function isSame(one: Policy, other: Policy): boolean {
  let count = 0
  for (const id in one) {
    if (one[id] !== other[id]) return false
    count++
  }
  return count === countOf(other)
}
const countOf = memoiseWeak((policy: Policy): number => Object.keys(policy).length)
