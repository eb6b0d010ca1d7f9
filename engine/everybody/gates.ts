import { alwaysSo, type Literal, neverSo, opposite } from './literal.ts'
import type { Solver } from './solver.ts'

/** Statements joined into further ones; what is said twice is said once, and what is settled is worked out. */
export type Gates = Readonly<{
  yes: Literal
  no: Literal
  /** Something that may be so or not. */
  free: () => Literal
  all: (of: readonly Literal[]) => Literal
  any: (of: readonly Literal[]) => Literal
  differ: (one: Literal, other: Literal) => Literal
  /** At least two of the three. */
  most: (one: Literal, two: Literal, three: Literal) => Literal
  choose: (by: Literal, then: Literal, otherwise: Literal) => Literal
  /** It is so, whatever is asked. */
  hold: (...anyOf: readonly Literal[]) => void
  /** Whatever a statement rests on: the variables to be settled when it is asked for. */
  restingOn: (literal: Literal) => ReadonlySet<number>
}>

const most32 = 2 ** 32

export function gatesOver({ variable, clause }: Solver): Gates {
  const [yes, no] = [alwaysSo, neverSo]
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
    for (const part of of) clause([opposite(so), part])
    clause([so, ...of.map(opposite)])
    return so
  }
  const all = (of: readonly Literal[]): Literal => {
    const sorted = of.filter((one) => one !== yes).sort((a, b) => a - b)
    const parts = sorted.filter((one, i) => one !== sorted[i - 1])
    // A statement and its opposite stand beside one another.
    if (parts.some((one, i) => one === no || parts[i + 1] === (one ^ 1))) return no
    return parts.length <= 1 ? (parts[0] ?? yes) : once(parts)
  }
  const any = (of: readonly Literal[]): Literal => opposite(all(of.map(opposite)))
  const differ = (one: Literal, other: Literal): Literal => {
    const [a, b] = one < other ? [one & ~1, other & ~1] : [other & ~1, one & ~1]
    const isTurned = (one & 1) ^ (other & 1)
    if (a === b) return isTurned ? yes : no
    if (a === yes) return opposite(b) ^ isTurned
    const so = made([a, b])
    clause([opposite(so), a, b])
    clause([opposite(so), opposite(a), opposite(b)])
    clause([so, opposite(a), b])
    clause([so, a, opposite(b)])
    return so ^ isTurned
  }
  const most = (...three: readonly [Literal, Literal, Literal]): Literal => {
    const [a, b, c] = three.toSorted((x, y) => x - y) as [Literal, Literal, Literal]
    if (a === yes) return any([b, c])
    if (a === no) return all([b, c])
    if (a === b || b === c) return b
    if (a === opposite(b)) return c
    if (b === opposite(c)) return a
    const so = made([a, b, c])
    for (const [x, y] of [
      [a, b],
      [a, c],
      [b, c],
    ] as const) {
      clause([so, opposite(x), opposite(y)])
      clause([opposite(so), x, y])
    }
    return so
  }
  const choose = (by: Literal, then: Literal, otherwise: Literal): Literal =>
    then === otherwise ? then : any([all([by, then]), all([opposite(by), otherwise])])
  const hold = (...anyOf: readonly Literal[]): void => {
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
    differ,
    most,
    choose,
    hold,
    restingOn: (literal) => within([literal], true),
  }
}
