import type { JsonObject } from '../json/json.ts'

export type Element = Readonly<{ path: string }> & JsonObject

/**
 * The elements of a profile as a whole: those of what it narrows, with its own laid over them. Tools that build on a profile (SUSHI)
 * or check by it take none that says only what is different.
 */
export function snapshotOf(base: readonly Element[], own: readonly Element[]): readonly Element[] {
  const over = new Map(own.map((element) => [element.path, element]))
  const whole = base.map((element) => {
    const mine = over.get(element.path)
    over.delete(element.path)
    return mine === undefined ? element : { ...element, ...mine, ...constraints(element, mine) }
  })
  const [unknown] = over.keys()
  if (unknown !== undefined) throw new Error(`There is no ${unknown} to say something of.`)
  return whole
}

/** What holds of the wider one holds of the narrower, too. */
function constraints(...elements: readonly Element[]): JsonObject {
  const all = elements.flatMap(({ constraint }) => (Array.isArray(constraint) ? constraint : []))
  return all.length === 0 ? {} : { constraint: all }
}
