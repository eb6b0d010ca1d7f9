import fc, { type GeneratorValue } from 'fast-check'

/** The choices a random pathway or chart is made of. All even: every kind of node is as likely late in a run as early. */
export type Draw = Readonly<{
  int: (min: number, max: number) => number
  pick: <T>(of: readonly T[]) => T
  /** True `percent` times in a hundred. */
  chance: (percent: number) => boolean
  /** Between `min` and `max` results of `make`. */
  times: <T>(min: number, max: number, make: (index: number) => T) => T[]
  /** At least `min` different members, in their order. */
  subset: <T>(of: readonly T[], min: number) => T[]
  shuffled: <T>(of: readonly T[]) => T[]
}>

const even = (min: number, max: number) => fc.noBias(fc.integer({ min, max }))

const drawing = (g: GeneratorValue): Draw => drawBy((min, max) => (min === max ? min : g(even, min, max)))

/** All choices made by one that picks a whole number between two, both included. */
export function drawBy(int: Draw['int']): Draw {
  const pick = <T>(of: readonly T[]): T => of[int(0, of.length - 1)]!
  const chance = (percent: number): boolean => int(1, 100) > 100 - percent
  const times = <T>(min: number, max: number, make: (index: number) => T): T[] =>
    Array.from({ length: int(min, max) }, (_, index) => make(index))
  const shuffled = <T>(of: readonly T[]): T[] => {
    const left = [...of]
    return of.map(() => left.splice(int(0, left.length - 1), 1)[0]!)
  }
  const subset = <T>(of: readonly T[], min: number): T[] => {
    const kept = new Set(shuffled(of).slice(0, int(min, of.length)))
    return of.filter((member) => kept.has(member))
  }
  return { int, pick, chance, times, subset, shuffled }
}

/** An arbitrary made by drawing choice after choice. */
export const drawn = <T>(make: (draw: Draw) => T): fc.Arbitrary<T> => fc.gen().map((g) => make(drawing(g)))
