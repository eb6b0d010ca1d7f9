import type { SmartIssuer } from '@facialis/wire'
import { fetchFrom } from './fetch-from.ts'
import type { KnownIssuer } from './issuer.ts'
import { type Outcome, stopped } from './outcome.ts'

/** Reads what a registered system says of its sign-in (SMART App Launch 2, `.well-known/smart-configuration`). */
export async function discover(issuer: SmartIssuer): Promise<Outcome<KnownIssuer>> {
  const answer = await fetchFrom(`${issuer.iss}/.well-known/smart-configuration`, { Accept: 'application/json' }).catch(
    () => null,
  )
  if (answer === null) return stopped('no-answer', issuer.name)
  const said: unknown = answer.ok ? await answer.json().catch(() => null) : null
  const told = typeof said === 'object' && said !== null ? (said as Readonly<Record<string, unknown>>) : {}
  const [authorization, token] = [addressIn(told.authorization_endpoint), addressIn(told.token_endpoint)]
  if (authorization === null || token === null) return stopped('no-discovery', issuer.name)
  // Whatever stands in a document that was fetched, the code goes only where the clinic has said that tokens come from.
  if (token.href !== issuer.tokenEndpoint && token.origin !== new URL(issuer.iss).origin)
    return stopped('other-token-address', issuer.name)
  const homes = [issuer.iss, issuer.tokenEndpoint].map((one) => (one === null ? null : new URL(one).origin))
  if (!textsIn(told.code_challenge_methods_supported).includes('S256')) return stopped('no-pkce', issuer.name)
  return {
    ok: true,
    value: {
      issuer,
      capabilities: textsIn(told.capabilities),
      server: {
        // One that could call itself what another is called would be given what belongs to the other.
        issuer: typeof told.issuer === 'string' && homes.includes(originOf(told.issuer)) ? told.issuer : issuer.iss,
        authorization_response_iss_parameter_supported: told.authorization_response_iss_parameter_supported === true,
        authorization_endpoint: authorization.href,
        token_endpoint: token.href,
      },
    },
  }
}

const originOf = (text: string): string => URL.parse(text)?.origin ?? ''

/** An address by https, or of this very machine. */
function addressIn(said: unknown): URL | null {
  const url = typeof said === 'string' ? URL.parse(said) : null
  return url !== null && (url.protocol === 'https:' || isLoopback(url)) ? url : null
}

export const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

const textsIn = (said: unknown): readonly string[] =>
  Array.isArray(said) ? said.filter((one: unknown) => typeof one === 'string') : []
