type Range = Readonly<{ startOffset: number; endOffset: number; count: number }>

/**
 * Where a text is reached, as starts and ends in turn, from what V8 counts: ranges one inside the other, of which the
 * innermost counts.
 */
export function reachedPlaces(ranges: readonly Range[]): readonly number[] {
  const outerFirst = [...ranges].sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
  const places: number[] = []
  const open: Range[] = []
  let at = 0
  let reached = false
  const until = (end: number): void => {
    const now = (open.at(-1)?.count ?? 0) > 0
    if (end > at && now !== reached) {
      places.push(at)
      reached = now
    }
    at = Math.max(at, end)
  }
  const close = (before: number): void => {
    for (let last = open.at(-1); last !== undefined && last.endOffset <= before; last = open.at(-1)) {
      until(last.endOffset)
      open.pop()
    }
  }
  for (const range of outerFirst) {
    close(range.startOffset)
    until(range.startOffset)
    open.push(range)
  }
  close(Number.POSITIVE_INFINITY)
  if (reached) places.push(at)
  return places
}

export const isReached = (places: readonly number[], at: number): boolean =>
  places.findLastIndex((place) => place <= at) % 2 === 0
