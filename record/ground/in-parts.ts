// Databases limit how many values one statement may carry.
const most = 400

/** As many at once as one statement may carry. */
export function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most)
}
