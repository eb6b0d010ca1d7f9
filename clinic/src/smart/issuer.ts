import type { SmartIssuer } from '@facialis/wire'
import type { AuthorizationServer } from 'oauth4webapi'

/** A registered system, and what it says of its own sign-in. */
export type KnownIssuer = Readonly<{
  issuer: SmartIssuer
  server: AuthorizationServer
  capabilities: readonly string[]
}>

/**
 * The registered system of this address; a slash at its end, the port that goes without saying and capitals in its host
 * make no other address. Nobody else is spoken with.
 */
export function issuerAt(iss: string, issuers: readonly SmartIssuer[]): SmartIssuer | null {
  const written = (URL.parse(iss)?.href ?? iss).replace(/\/+$/, '')
  return issuers.find((one) => one.iss === written) ?? null
}

/** Where somebody came from, as far as it is shown: anybody may write anything into the address of a page. */
export function shownOrigin(iss: string): string {
  const url = URL.parse(iss)
  return url !== null && ['https:', 'http:'].includes(url.protocol)
    ? url.origin.slice(0, 200)
    : 'something that is no address'
}
