import type { Stop } from './words.ts'

/** What was wanted, or why it goes no further. */
export type Outcome<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; stop: Stopped }>

/** Why it goes no further, and what of it is said beside: the name of a system, or its own words. */
export type Stopped = Readonly<{ stop: Stop; about?: string }>

export const stopped = (stop: Stop, about?: string) =>
  ({ ok: false, stop: about === undefined ? { stop } : { stop, about } }) as const
