import type { DurableRecord } from '@facialis/record'

/**
 * Slows guessing. Attempts are counted for an account as tried from one address, and for the address as a whole; an
 * account itself is never locked, so that nobody can shut somebody else out by guessing badly. Every server on the
 * record counts together.
 */
export type Throttle = Readonly<{
  /** Counts a try before it is looked at, so that many at once are not all let through. @returns seconds to wait instead; 0 when it may be looked at */
  tried: (source: string, login: string) => Promise<number>
  /** It was right, and no guess. `forgiving` the wrong ones, too, at this account from this address. */
  wasRight: (source: string, login: string, how?: Readonly<{ forgiving: boolean }>) => Promise<void>
}>

const mostPerAccountAndSource = 5
const mostPerSource = 30
const longestWaitMs = 60_000
// Beyond it whoever waits longest asks the record again, rather than the memory being filled.
const mostKept = 20_000

/** @param now the present as an instant; tests move it. */
export function openThrottle({ guesses }: Pick<DurableRecord, 'guesses'>, now: () => string): Throttle {
  /** Until when somebody waits: whoever goes on all the same costs no write. */
  const waiting = new Map<string, number>()
  const stillWaits = (key: string): number => {
    const left = (waiting.get(key) ?? 0) - Date.parse(now())
    // More than there ever is to wait: the clock was put back.
    if (left > 0 && left <= longestWaitMs) return Math.ceil(left / 1000)
    waiting.delete(key)
    return 0
  }
  const both = (source: string, login: string) => `${source} ${login.normalize('NFC').trim().toLowerCase()}`
  return {
    tried: async (source, login) => {
      const key = both(source, login)
      const known = stillWaits(key)
      if (known > 0) return known
      const seconds = await guesses.guess([
        { name: key, most: mostPerAccountAndSource },
        { name: source, most: mostPerSource },
      ])
      if (seconds > 0) waiting.set(key, Date.parse(now()) + 1000 * seconds)
      const oldest = waiting.keys().next()
      if (waiting.size > mostKept && !oldest.done) waiting.delete(oldest.value)
      return seconds
    },
    wasRight: async (source, login, { forgiving } = { forgiving: false }) => {
      const key = both(source, login)
      await guesses.right(forgiving ? [source] : [key, source], forgiving ? [key] : [])
    },
  }
}
