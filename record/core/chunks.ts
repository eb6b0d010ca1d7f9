// Databases limit how many values one statement may carry.
const most = 400

/** Splits a list into chunks that fit the bind parameters of one statement. */
export function* chunksOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most)
}
