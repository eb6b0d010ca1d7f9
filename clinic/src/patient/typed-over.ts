import { readLike } from '../frame/read-like.ts'

/** What is typed over something that others change, too: as that stood when it was begun, and as it is to be. */
export type TypedOver<T> = Readonly<{ was: T; is: T }>

export const untouched = <T>(now: T): TypedOver<T> => ({ was: now, is: now })

/** The same with something else typed. */
export const typing =
  <T>(part: Partial<T>) =>
  ({ was, is }: TypedOver<T>): TypedOver<T> => ({ was, is: { ...is, ...part } })

/**
 * Reads such a draft. Only what was typed otherwise goes over what stands there now: whoever comes back to it days later
 * takes nothing back that somebody else changed meanwhile.
 */
export const readOver =
  <T extends Readonly<Record<string, unknown>>>(now: T) =>
  (stored: unknown): TypedOver<T> | null => {
    const kept = readLike(untouched(now))(stored)
    if (kept === null) return null
    const typed = Object.entries(kept.is).filter(
      ([name, value]) => name in now && JSON.stringify(value) !== JSON.stringify(kept.was[name]),
    )
    return { was: now, is: { ...now, ...Object.fromEntries(typed) } }
  }
