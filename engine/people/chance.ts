/** Numbers that look thrown and are the same every time: whoever is made up today is made up again tomorrow. */
export type Chance = Readonly<{
  /** A whole number from 0 to one below. */
  below: (many: number) => number
  oneOf: <T>(list: readonly T[]) => T
}>

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (many: number): number => Math.floor(next() * many)
  return { below, oneOf: (list) => list[below(list.length)] as (typeof list)[number] }
}
