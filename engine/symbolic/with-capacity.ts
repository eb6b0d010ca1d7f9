type Row = Int32Array | Int8Array | Uint8Array

/** The array itself where it is long enough; otherwise a copy of at least double length. */
export function withCapacity<T extends Row>(row: T, places: number): T {
  if (places <= row.length) return row
  const made = new (row.constructor as new (size: number) => T)(Math.max(places, row.length * 2))
  made.set(row)
  return made
}
