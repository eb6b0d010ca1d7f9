type Known<T> = { made?: Readonly<{ said: T }>; readonly more: Map<unknown, Known<T>> }
const nothing = <T>(): Known<T> => ({ more: new Map() })

/**
 * What is said again about the same is the very same part: whoever changes it changes it wherever it is asked, and what
 * rules share is one mistake that somebody could make, not one for each rule.
 */
export function once<A extends readonly unknown[], T>(say: (...about: A) => T): (...about: A) => T {
  const known = nothing<T>()
  return (...about) => {
    let at = known
    for (const one of about) {
      const next = at.more.get(one) ?? nothing<T>()
      at.more.set(one, next)
      at = next
    }
    at.made ??= { said: say(...about) }
    return at.made.said
  }
}
