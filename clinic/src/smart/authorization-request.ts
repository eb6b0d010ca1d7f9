import { type ScopeStyle, scopesFor, typesAskedOf } from '@facialis/fhir/smart/index.ts'
import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'
import { pathway } from '../pathway.ts'
import { redirectUri } from './entry-point.ts'
import type { KnownIssuer } from './issuer.ts'
import type { PendingSignIn } from './pending-sign-in.ts'

/** Where somebody is sent to sign in (OAuth 2 authorization code with PKCE), and what this tab keeps meanwhile. */
export type AuthorizationRequest = Readonly<{ address: string; pending: PendingSignIn }>

/**
 * @param iss the address of the records as it came with the launch; with the slash at its end, where it has one
 * @param launch what the system that opened us gave along; null when nobody did, and it shall ask for the person itself
 */
export async function authorizationRequest(
  { issuer, server, capabilities }: KnownIssuer,
  { iss, launch, origin, now }: Readonly<{ iss: string; launch: string | null; origin: string; now: number }>,
): Promise<AuthorizationRequest> {
  const [state, verifier] = [generateRandomState(), generateRandomCodeVerifier()]
  const style: ScopeStyle = capabilities.includes('permission-v2') ? 'v2' : 'v1'
  const scopes = [
    launch === null ? 'launch/patient' : 'launch',
    ...(issuer.lastingAccess === null ? [] : [issuer.lastingAccess]),
    ...scopesFor(typesAskedOf(pathway), style),
  ].join(' ')
  const address = new URL(server.authorization_endpoint ?? '')
  const asked = {
    response_type: 'code',
    client_id: issuer.clientId,
    redirect_uri: redirectUri(origin),
    scope: scopes,
    state,
    aud: iss,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(launch === null ? {} : { launch }),
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return { address: address.href, pending: { iss, state, verifier, at: now } }
}
