/** Makes something once for each thing it is made of, and keeps it as long as that thing is kept. */
export function onceFor<K extends object, V extends NonNullable<unknown>>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>()
  return (of) => {
    const known = made.get(of)
    if (known !== undefined) return known
    const fresh = make(of)
    made.set(of, fresh)
    return fresh
  }
}

/** The same of two things: kept as long as the first of them is. */
export function onceForBoth<K extends object, L extends object, V extends NonNullable<unknown>>(
  make: (of: K, and: L) => V,
): (of: K, and: L) => V {
  const made = onceFor((_: K) => new Map<L, V>())
  return (of, and) => {
    const within = made(of)
    const known = within.get(and)
    if (known !== undefined) return known
    const fresh = make(of, and)
    within.set(and, fresh)
    return fresh
  }
}
