/** Choices that come out the same in every run, so that every row is asked about the same people. */
export type Draws = Readonly<{
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number
  pick: <T>(among: readonly T[]) => T
  /** True `percent` times in a hundred. */
  chance: (percent: number) => boolean
}>

/** A multiplicative congruential sequence (Park and Miller); good enough to make people differ. */
export function drawsFrom(seed: number): Draws {
  let state = (seed % 2147483646) + 1
  const next = (): number => {
    state = (state * 48271) % 2147483647
    return (state - 1) / 2147483646
  }
  // The first numbers of neighbouring seeds are neighbours.
  for (let i = 0; i < 3; i++) next()
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return { int, pick: (among) => among[int(0, among.length - 1)] as never, chance: (percent) => next() * 100 < percent }
}
