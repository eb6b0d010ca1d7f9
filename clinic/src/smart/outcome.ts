import type { Stop } from './words.ts'

/** What was wanted, or why it goes no further. */
export type Outcome<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; stop: Stopped }>

/** Why it goes no further, of which system (or of what it called itself), and what that system said of it. */
export type Stopped = Readonly<{ stop: Stop; about?: string; said?: string }>

export const stopped = (stop: Stop, about?: string, said?: string) =>
  ({
    ok: false,
    stop: { stop, ...(about === undefined ? {} : { about }), ...(said === undefined ? {} : { said }) },
  }) as const
