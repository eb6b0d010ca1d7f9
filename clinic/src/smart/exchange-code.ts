import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  None,
  processAuthorizationCodeResponse,
  ResponseBodyError,
  validateAuthResponse,
} from 'oauth4webapi'
import { isLoopback } from './discover.ts'
import { redirectUri } from './entry-point.ts'
import type { KnownIssuer } from './issuer.ts'
import { type Outcome, stopped } from './outcome.ts'
import type { PendingSignIn } from './pending-sign-in.ts'
import { withoutUnrequested } from './token-response.ts'

/** What was granted for this one reading. It lives in this page's memory and nowhere else. */
export type AccessGrant = Readonly<{
  token: string
  patientId: string
  /** The scopes that were granted; null where that was not said. */
  scopes: string | null
  /** By which it is renewed; null where none was asked for, or given. */
  refresh: string | null
}>

/** Exchanges the code of an authorization response for an access token. */
export async function exchangeCode(
  { issuer, server }: KnownIssuer,
  answer: URLSearchParams,
  { pending, origin }: Readonly<{ pending: PendingSignIn; origin: string }>,
): Promise<Outcome<AccessGrant>> {
  const client = { client_id: issuer.clientId }
  if (answer.get('state') !== pending.state) return stopped('not-of-this-tab')
  try {
    const checked = validateAuthResponse(server, client, answer, pending.state)
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      checked,
      redirectUri(origin),
      pending.verifier,
      {
        signal: () => AbortSignal.timeout(20_000),
        [allowInsecureRequests]: isLoopback(new URL(server.token_endpoint ?? '')),
      },
    )
    const given = await processAuthorizationCodeResponse(server, client, await withoutUnrequested(response))
    const { patient } = given
    if (given.token_type !== 'bearer') return stopped('bad-token', issuer.name)
    if (typeof patient !== 'string' || !/^[A-Za-z0-9.-]{1,64}$/.test(patient)) return stopped('no-patient', issuer.name)
    // SMART wants them said. Whoever does not say them may have granted less than was asked.
    const value = { token: given.access_token, patientId: patient, scopes: given.scope ?? null }
    // What nobody here asked for is not kept.
    const refresh = issuer.lastingAccess === null ? null : (given.refresh_token ?? null)
    return { ok: true, value: { ...value, refresh } }
  } catch (error) {
    if (error instanceof AuthorizationResponseError)
      return stopped(error.error === 'access_denied' ? 'refused-consent' : 'refused', issuer.name, errorText(error))
    if (error instanceof ResponseBodyError)
      return stopped(areOfRegistration.has(error.error) ? 'refused' : 'bad-token', issuer.name, errorText(error))
    if (error instanceof TypeError || error instanceof DOMException) return stopped('no-answer', issuer.name)
    return stopped('bad-token', issuer.name)
  }
}

/** With these it is refused who asks, or all that is asked: another try would come to the same. */
const areOfRegistration: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client', 'invalid_scope'])

type Refusal = Pick<ResponseBodyError, 'error' | 'error_description'>

/** In its own words, which whoever looks after it knows; a line of them is enough. */
function errorText({ error, error_description: more }: Refusal): string {
  const text = typeof more === 'string' && more !== '' ? `${error}: ${more}` : error
  const line = text.replaceAll(/\p{C}+/gu, ' ')
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}
