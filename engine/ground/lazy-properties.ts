type Parts<T extends object> = { readonly [Name in keyof T]: () => T[Name] }

/**
 * An object whose properties are computed on first read and then cached. Readers see the same keys in the same order and one
 * value for each as in an eager object, and it may be frozen before any property is read.
 */
export function lazyProperties<T extends object>(parts: Parts<T>): T {
  return new LazyProperties(parts) as unknown as T
}

type LazyProperty = { value: unknown; compute: (() => unknown) | null }

class LazyProperties {
  readonly #parts: Readonly<Record<string, LazyProperty>>

  constructor(of: Readonly<Record<string, () => unknown>>) {
    const parts: Record<string, LazyProperty> = {}
    for (const name of Object.keys(of)) {
      parts[name] = { value: undefined, compute: of[name] as () => unknown }
      Object.defineProperty(this, name, getterFor(name))
    }
    this.#parts = parts
  }

  static read(thing: LazyProperties, name: string): unknown {
    const part = thing.#parts[name] as LazyProperty
    if (part.compute !== null) {
      part.value = part.compute()
      // Releases whatever the thunk closes over.
      part.compute = null
    }
    return part.value
  }
}

/**
 * One getter for each property name, shared by all objects. A getter of its own for each object would be kept alive, with
 * everything it closes over, until the next full garbage collection.
 */
function getterFor(name: string): PropertyDescriptor {
  const known = getters.get(name)
  if (known) return known
  const reading: PropertyDescriptor = {
    enumerable: true,
    get(this: LazyProperties) {
      return LazyProperties.read(this, name)
    },
  }
  getters.set(name, reading)
  return reading
}
const getters = new Map<string, PropertyDescriptor>()

/** A thunk that is evaluated on its first call and cached. */
export function lazy<T extends NonNullable<unknown>>(compute: () => T): () => T {
  let value: T | undefined
  return () => {
    value ??= compute()
    return value
  }
}
