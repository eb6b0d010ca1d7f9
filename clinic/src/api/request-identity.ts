import { noteActivity, readSessionHeader, requestOrigin } from './presence.ts'
import { type Requester, requesterHeaders } from './session.ts'

/** What one request says of whoever sends it, and what comes of that. */
export type RequestIdentity = Readonly<{
  headers: Record<string, string>
  /** The server has heard of them, and says how their session goes on. */
  answered: (session: string | null) => void
  /** It never did. */
  lost: () => void
}>

export function identifyRequest(from: Requester): RequestIdentity {
  const by = requestOrigin()
  return {
    headers: { ...requesterHeaders(from), 'X-Facialis-By': by },
    answered: readSessionHeader,
    // Nobody has heard of the person yet: the next request says it.
    lost: () => {
      if (by === 'person') noteActivity()
    },
  }
}
