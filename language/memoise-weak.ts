/** Memoises a function of one object by identity. Keys are held weakly: a result lives as long as its argument. */
export function memoiseWeak<K extends object, V extends NonNullable<unknown>>(make: (of: K) => V): (of: K) => V {
  const cache = new WeakMap<K, V>()
  return (of) => {
    const known = cache.get(of)
    if (known !== undefined) return known
    const fresh = make(of)
    cache.set(of, fresh)
    return fresh
  }
}
