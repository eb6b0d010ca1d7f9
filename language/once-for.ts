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
