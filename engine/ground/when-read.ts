type Parts<T extends object> = { readonly [Name in keyof T]: () => T[Name] }

/**
 * A thing whose parts are worked out when they are first read. To whoever reads it, it is the same as one that was worked
 * out at once: the same names in the same order, each with one value for good, and it may be frozen before it is read.
 */
export function whenRead<T extends object>(parts: Parts<T>): T {
  return new WhenRead(parts) as unknown as T
}

type Part = { read: unknown; make: (() => unknown) | null }

class WhenRead {
  readonly #parts: Readonly<Record<string, Part>>

  constructor(of: Readonly<Record<string, () => unknown>>) {
    const parts: Record<string, Part> = {}
    for (const name of Object.keys(of)) {
      parts[name] = { read: undefined, make: of[name] as () => unknown }
      Object.defineProperty(this, name, readingOf(name))
    }
    this.#parts = parts
  }

  static read(thing: WhenRead, name: string): unknown {
    const part = thing.#parts[name] as Part
    if (part.make !== null) {
      part.read = part.make()
      // What it was made from is forgotten.
      part.make = null
    }
    return part.read
  }
}

/**
 * One way of reading for all parts of a name: one of its own for each would be kept, with whatever it reads from, until
 * the whole heap is next gone through.
 */
function readingOf(name: string): PropertyDescriptor {
  const known = readings.get(name)
  if (known) return known
  const reading: PropertyDescriptor = {
    enumerable: true,
    get(this: WhenRead) {
      return WhenRead.read(this, name)
    },
  }
  readings.set(name, reading)
  return reading
}
const readings = new Map<string, PropertyDescriptor>()

export function once<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
