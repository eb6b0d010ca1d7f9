type Row = Int32Array | Int8Array | Uint8Array

/** The row itself where it has so many places, a longer one with the same beginning where it has not. */
export function withRoom<T extends Row>(row: T, places: number): T {
  if (places <= row.length) return row
  const made = new (row.constructor as new (size: number) => T)(Math.max(places, row.length * 2))
  made.set(row)
  return made
}
