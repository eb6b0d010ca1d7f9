import { readLike } from '../frame/read-like.ts'

/** What is typed over something that others change, too: as that stood when it was begun, and as it is to be. */
export type FormEdit<T> = Readonly<{ was: T; is: T }>

export const unedited = <T>(now: T): FormEdit<T> => ({ was: now, is: now })

/** The same with something else typed. */
export const withEdit =
  <T>(part: Partial<T>) =>
  ({ was, is }: FormEdit<T>): FormEdit<T> => ({ was, is: { ...is, ...part } })

/**
 * Reads such a draft. Only what was typed otherwise goes over what stands there now: whoever comes back to it days later
 * takes nothing back that somebody else changed meanwhile.
 */
export const readEdit =
  <T extends Readonly<Record<string, unknown>>>(now: T) =>
  (stored: unknown): FormEdit<T> | null => {
    const kept = readLike(unedited(now))(stored)
    if (kept === null) return null
    const typed = Object.entries(kept.is).filter(
      ([name, value]) => name in now && JSON.stringify(value) !== JSON.stringify(kept.was[name]),
    )
    return { was: now, is: { ...now, ...Object.fromEntries(typed) } }
  }
