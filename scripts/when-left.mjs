/** Who started us; looked at before anything else, as they may be gone by the time somebody asks. */
const starter = process.ppid

/**
 * Calls `left` once whoever started us is gone, where that is npm: it runs a script within a shell, which ends by a signal
 * and passes none on. Whoever stops `npm start` would leave the server running, and its port taken.
 * Started without npm we may well outlive whoever did so.
 */
export function whenLeft(left, env = process.env) {
  if (env.npm_lifecycle_event === undefined) return
  const looking = setInterval(() => {
    if (process.ppid === starter) return
    clearInterval(looking)
    left()
  }, 250)
  looking.unref()
}
