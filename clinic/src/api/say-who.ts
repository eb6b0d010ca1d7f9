import { askedBy, hearSession, touch } from './presence.ts'
import { type Asking, inTheNameOf } from './session.ts'

/** What one request says of whoever sends it, and what comes of that. */
export type SaidWho = Readonly<{
  headers: Record<string, string>
  /** The server has heard of them, and says how their session goes on. */
  answered: (session: string | null) => void
  /** It never did. */
  lost: () => void
}>

export function sayWho(from: Asking): SaidWho {
  const by = askedBy()
  return {
    headers: { ...inTheNameOf(from), 'X-Facialis-By': by },
    answered: hearSession,
    // Nobody has heard of the person yet: the next request says it.
    lost: () => {
      if (by === 'person') touch()
    },
  }
}
