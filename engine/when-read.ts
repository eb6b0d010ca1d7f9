type Parts<T extends object> = { readonly [Name in keyof T]: () => T[Name] }

/**
 * A thing whose parts are worked out when they are first read. To whoever reads it, it is the same as one that was worked
 * out at once: the same names in the same order, each with one value for good.
 */
export function whenRead<T extends object>(parts: Parts<T>): T {
  const thing = {} as T
  for (const name of Object.keys(parts) as (keyof T & string)[])
    Object.defineProperty(thing, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = parts[name]()
        Object.defineProperty(thing, name, { enumerable: true, value })
        return value
      },
    })
  return thing
}

export function once<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
