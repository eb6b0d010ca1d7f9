import { falseLiteral, type Literal, negate, trueLiteral } from './literal.ts'
import type { Solver } from './solver.ts'

/** Formulas as literals, by Tseitin encoding with structural hashing and constant folding. */
export type Logic = Readonly<{
  yes: Literal
  no: Literal
  /** Something that may be so or not. */
  free: () => Literal
  all: (of: readonly Literal[]) => Literal
  any: (of: readonly Literal[]) => Literal
  xor: (one: Literal, other: Literal) => Literal
  /** At least two of the three. */
  majority: (one: Literal, two: Literal, three: Literal) => Literal
  ifThenElse: (by: Literal, then: Literal, otherwise: Literal) => Literal
  /** It is so, whatever is asked. */
  assert: (...anyOf: readonly Literal[]) => void
  /** The cone of a formula: the variables that must be assigned to decide it. */
  coneOf: (literal: Literal) => ReadonlySet<number>
}>

const most32 = 2 ** 32

export function tseitinEncoder({ variable, clause }: Solver): Logic {
  const [yes, no] = [trueLiteral, falseLiteral]
  /** What each variable is made of; of what may be so or not, whatever else holds of it. */
  const parts: (readonly Literal[])[] = []
  const held = new Map<number, Literal[]>()
  const within = (literals: readonly Literal[], withLaws: boolean): ReadonlySet<number> => {
    const found = new Set(literals.map((one) => one >> 1))
    for (const about of found) {
      for (const part of parts[about] ?? []) found.add(part >> 1)
      if (withLaws) for (const law of held.get(about) ?? []) found.add(law >> 1)
    }
    return found
  }
  const made = (of: readonly Literal[]): Literal => {
    const so = variable()
    parts[so >> 1] = of
    return so
  }
  const pairs = new Map<number, Literal>()
  const lists = new Map<string, Literal>()
  const once = (of: readonly Literal[]): Literal => {
    const [one, two] = of as readonly [Literal, Literal]
    // A number is found faster than words, and most statements have two parts.
    const pair = of.length === 2 ? one * most32 + two : null
    const key = pair === null ? of.join() : ''
    const known = pair === null ? lists.get(key) : pairs.get(pair)
    if (known !== undefined) return known
    const so = made(of)
    if (pair === null) lists.set(key, so)
    else pairs.set(pair, so)
    for (const part of of) clause([negate(so), part])
    clause([so, ...of.map(negate)])
    return so
  }
  const all = (of: readonly Literal[]): Literal => {
    const sorted = of.filter((one) => one !== yes).sort((a, b) => a - b)
    const parts = sorted.filter((one, i) => one !== sorted[i - 1])
    // A statement and its opposite stand beside one another.
    if (parts.some((one, i) => one === no || parts[i + 1] === (one ^ 1))) return no
    return parts.length <= 1 ? (parts[0] ?? yes) : once(parts)
  }
  const any = (of: readonly Literal[]): Literal => negate(all(of.map(negate)))
  const xor = (one: Literal, other: Literal): Literal => {
    const [a, b] = one < other ? [one & ~1, other & ~1] : [other & ~1, one & ~1]
    const isTurned = (one & 1) ^ (other & 1)
    if (a === b) return isTurned ? yes : no
    if (a === yes) return negate(b) ^ isTurned
    const so = made([a, b])
    clause([negate(so), a, b])
    clause([negate(so), negate(a), negate(b)])
    clause([so, negate(a), b])
    clause([so, a, negate(b)])
    return so ^ isTurned
  }
  const majority = (...three: readonly [Literal, Literal, Literal]): Literal => {
    const [a, b, c] = three.toSorted((x, y) => x - y) as [Literal, Literal, Literal]
    if (a === yes) return any([b, c])
    if (a === no) return all([b, c])
    if (a === b || b === c) return b
    if (a === negate(b)) return c
    if (b === negate(c)) return a
    const so = made([a, b, c])
    for (const [x, y] of [
      [a, b],
      [a, c],
      [b, c],
    ] as const) {
      clause([so, negate(x), negate(y)])
      clause([negate(so), x, y])
    }
    return so
  }
  const ifThenElse = (by: Literal, then: Literal, otherwise: Literal): Literal =>
    then === otherwise ? then : any([all([by, then]), all([negate(by), otherwise])])
  const assert = (...anyOf: readonly Literal[]): void => {
    clause(anyOf)
    for (const about of within(anyOf, false)) {
      if (parts[about] !== undefined) continue
      const laws = held.get(about) ?? []
      held.set(about, laws)
      laws.push(...anyOf)
    }
  }
  return {
    yes,
    no,
    free: variable,
    all,
    any,
    xor,
    majority,
    ifThenElse,
    assert,
    coneOf: (literal) => within([literal], true),
  }
}
