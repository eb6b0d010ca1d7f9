/** After so many milliseconds of one person's work the others are served. */
const longest = 4

/**
 * What long work awaits between two of its parts, so that others are served meanwhile: nothing, until some milliseconds
 * have gone by.
 */
export function openBreath(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < longest) return
    return new Promise((resolve) =>
      setImmediate(() => {
        since = performance.now()
        resolve()
      }),
    )
  }
}
