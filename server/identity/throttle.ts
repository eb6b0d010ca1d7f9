/**
 * Slows guessing. Attempts are counted for an account as tried from one address, and for the address as a whole; an
 * account itself is never locked, so that nobody can shut somebody else out by guessing badly.
 */
export type Throttle = Readonly<{
  /** Seconds to wait before another try is looked at; 0 when it may go on. */
  wait: (source: string, login: string) => number
  failed: (source: string, login: string) => void
  /** A right password forgives the account's failures from this address. */
  succeeded: (source: string, login: string) => void
}>

const window = 60_000
const mostPerAccountAndSource = 5
const mostPerSource = 30
// Enough for a busy minute; beyond it the oldest are forgotten rather than the memory filled.
const mostKept = 20_000

/** @param now the present as an instant; tests move it. */
export function openThrottle(now: () => string): Throttle {
  const failures = new Map<string, readonly number[]>()
  let last = Number.NEGATIVE_INFINITY
  const time = (): number => {
    const present = new Date(now()).getTime()
    // When the clock is put back failures stay as old as they were: otherwise they would count until it has caught up.
    if (present < last)
      for (const [key, times] of failures) {
        const kept = times.map((at) => at + present - last)
        failures.set(key, kept)
      }
    last = present
    return present
  }
  const recent = (key: string) => {
    const since = time() - window
    return (failures.get(key) ?? []).filter((at) => at > since)
  }
  const waitFor = (key: string, most: number): number => {
    const times = recent(key)
    const oldest = times.at(-most)
    return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + window - time()) / 1000))
  }
  const note = (key: string) => {
    const times = [...recent(key), time()].slice(-mostPerSource)
    failures.delete(key)
    failures.set(key, times)
    const oldest = failures.keys().next()
    if (failures.size > mostKept && !oldest.done) failures.delete(oldest.value)
  }
  const both = (source: string, login: string) => `${source} ${login.normalize('NFC').trim().toLowerCase()}`
  return {
    wait: (source, login) =>
      Math.max(waitFor(both(source, login), mostPerAccountAndSource), waitFor(source, mostPerSource)),
    failed: (source, login) => {
      note(both(source, login))
      note(source)
    },
    succeeded: (source, login) => {
      failures.delete(both(source, login))
    },
  }
}
