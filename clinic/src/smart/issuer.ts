import type { SmartIssuer } from '@facialis/wire'
import type { AuthorizationServer } from 'oauth4webapi'

/** A registered system, and what it says of its own sign-in. */
export type KnownIssuer = Readonly<{
  issuer: SmartIssuer
  server: AuthorizationServer
  capabilities: readonly string[]
}>

/** The registered system of this address; a slash at its end is no other address. Nobody else is spoken with. */
export const issuerAt = (iss: string, issuers: readonly SmartIssuer[]): SmartIssuer | null =>
  issuers.find((one) => one.iss === iss.replace(/\/+$/, '')) ?? null
