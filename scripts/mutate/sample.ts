/**
 * So many of a list, spread evenly over it: every so-manieth from a beginning the seed names. Each has the same chance,
 * and a file has as large a part of the sample as it has of the list.
 */
export function sample<T>(of: readonly T[], count: number, seed: number): readonly T[] {
  if (count >= of.length) return of
  const step = of.length / count
  // A fraction that looks like chance: neighbouring seeds begin far apart.
  const beginning = ((Math.imul(seed + 1, 2654435761) >>> 0) / 2 ** 32) * step
  return Array.from({ length: count }, (_, index) => of[Math.floor(beginning + index * step)]).flatMap(
    (one) => one ?? [],
  )
}
