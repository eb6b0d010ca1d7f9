type Parts<T extends object> = { readonly [Name in keyof T]: () => T[Name] }

/**
 * A thing whose parts are worked out when they are first read. To whoever reads it, it is the same as one that was worked
 * out at once: the same names in the same order, each with one value for good, and it may be frozen before it is read.
 */
export function whenRead<T extends object>(parts: Parts<T>): T {
  const thing = {} as T
  for (const name of Object.keys(parts) as (keyof T & string)[]) tellWhenRead(thing, name, parts[name])
  return thing
}

function tellWhenRead(thing: object, name: string, make: () => unknown): void {
  // What it is made from is forgotten once it was read.
  let part: { value: unknown } | { make: () => unknown } = { make }
  Object.defineProperty(thing, name, {
    enumerable: true,
    get: () => {
      if ('make' in part) part = { value: part.make() }
      return part.value
    },
  })
}

export function once<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
