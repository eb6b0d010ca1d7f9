export type Timed = Readonly<{
  /** Microseconds for one, as a median. */
  each: number
  /** Times the first work's time, as the median over rounds in which both stood side by side. */
  ratio: number
}>

/** How many are done in one go: long enough to be measured, short enough that a busy machine is as busy for all. */
const inOneGo = 100
const rounds = 12
/** What runs for a while is compiled anew, and laid out anew in memory, for as many rounds as tens of thousands take. */
const mostWindows = 8

/**
 * Does each work for all of `count`, a hundred at a time in turns, so that whatever else the machine does meets all of
 * them alike: round after round, a window of them at a time, until two windows say the same of each work beside the first.
 * Counted is the last window.
 */
export function sideBySide<const Works extends readonly ((index: number) => unknown)[]>(
  works: Works,
  { count }: Readonly<{ count: number }>,
): Readonly<{ [Work in keyof Works]: Timed }> {
  let timed = oneWindow(works, count)
  for (let window = 1; window < mostWindows; window++) {
    const before = timed
    timed = oneWindow(works, count)
    if (timed.every(({ ratio }, at) => isAlike(ratio, (before[at] as Timed).ratio))) break
  }
  return timed as { [Work in keyof Works]: Timed }
}

const isAlike = (one: number, other: number): boolean => Math.abs(one / other - 1) < 0.015

function oneWindow(works: readonly ((index: number) => unknown)[], count: number): readonly Timed[] {
  const times: number[][] = works.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (let from = 0; from < count; from += inOneGo) {
      const to = Math.min(count, from + inOneGo)
      for (const [at, work] of works.entries()) {
        const begun = performance.now()
        for (let index = from; index < to; index++) kept = work(index)
        times[at]?.push(((performance.now() - begun) * 1000) / (to - from))
      }
    }
  const [first] = times as [number[]]
  return times.map((taken) => ({
    each: quantile(taken, 0.5),
    ratio: quantile(
      taken.map((took, i) => took / (first[i] as number)),
      0.5,
    ),
  }))
}

/** What was made last is kept, so that no work can be left out for being useless. */
export let kept: unknown

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number
}

export const micros = (each: number): string => `${each < 10 ? each.toFixed(1) : Math.round(each)} µs`
