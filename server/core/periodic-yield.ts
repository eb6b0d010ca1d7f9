/** Milliseconds that one piece of work may hold the event loop. */
const longest = 4

/**
 * Cooperative yielding for long loops: await the result between two steps. It is undefined until `longest` has passed, and
 * then resolves in the next turn of the event loop, so that other requests are served.
 */
export function openPeriodicYield(): () => Promise<void> | undefined {
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
