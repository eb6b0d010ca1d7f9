/** A seeded pseudo-random number generator (mulberry32): the same seed gives the same people. */
export type Random = Readonly<{
  /** A whole number from 0 to one below. */
  intBelow: (many: number) => number
  oneOf: <T>(list: readonly T[]) => T
}>

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const intBelow = (many: number): number => Math.floor(next() * many)
  return { intBelow, oneOf: (list) => list[intBelow(list.length)] as (typeof list)[number] }
}
