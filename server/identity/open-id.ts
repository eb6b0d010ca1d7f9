import type { Identity } from '@facialis/record'
import type * as Library from 'openid-client'
import { ok, type Refusal, type Result, refuse } from '../core/refusal.ts'

/** An OpenID Connect provider, as the settings name it. */
export type OpenIdOptions = Readonly<{
  /** Where it is found; `https`, or this very machine. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What its button says. */
  name: string
  /** The claim that holds the sign-in name people have here. */
  claim: string
  /** Our own address as browsers know it; `back` is where they come back to. */
  url: string
}>

/** The state of a sign-in in progress, kept in a cookie. Without it no callback is accepted. */
export type PendingSignIn = Readonly<{ state: string; nonce: string; verifier: string }>
/** The verified identity from the ID token: issuer and subject, and the login claim. */
export type VerifiedIdentity = Readonly<{ identity: Identity; login: string | null }>

export type OpenId = Readonly<{
  name: string
  /** Where to send a browser, and what it has to bring back. */
  begin: () => Promise<Result<Readonly<{ url: string; kept: PendingSignIn }>>>
  /** @param answer what stood behind `?` when the browser came back */
  finish: (answer: URLSearchParams, kept: PendingSignIn) => Promise<Result<VerifiedIdentity>>
}>

export const callbackPath = '/api/sign-in/openid/back'

/** Discovery is lazy: nothing is loaded or fetched before the first sign-in, and a failure is not cached. */
export function openOpenId({ issuer, clientId, clientSecret, name, claim, url }: OpenIdOptions): OpenId {
  const redirect = new URL(callbackPath, url)
  let known: Promise<Met> | null = null
  const met = (): Promise<Met> => {
    known ??= meet().catch((error) => {
      known = null
      throw error
    })
    return known
  }
  const meet = async (): Promise<Met> => {
    const library = await import('openid-client')
    const address = new URL(issuer)
    const there = await library.discovery(address, clientId, clientSecret, undefined, {
      execute: address.protocol === 'http:' ? [library.allowInsecureRequests] : [],
    })
    // By itself it trusts the connection over which somebody's word came, and looks at no signature.
    library.enableNonRepudiationChecks(there)
    return { library, issuer: there }
  }

  const begin: OpenId['begin'] = async () => {
    const over = await reached(met)
    if (!over.ok) return over
    const { library, issuer: there } = over.value
    const kept = {
      state: library.randomState(),
      nonce: library.randomNonce(),
      verifier: library.randomPKCECodeVerifier(),
    }
    const to = library.buildAuthorizationUrl(there, {
      redirect_uri: redirect.href,
      scope: 'openid profile email',
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await library.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    })
    return ok({ url: to.href, kept })
  }

  const finish: OpenId['finish'] = async (answer, { state, nonce, verifier }) => {
    const over = await reached(met)
    if (!over.ok) return over
    const { library, issuer: there } = over.value
    const came = new URL(redirect)
    came.search = answer.toString()
    return reached(async () => {
      const tokens = await library.authorizationCodeGrant(there, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const told = tokens.claims()
      if (!told) throw new Error('An answer with a nonce has claims.')
      const more =
        claim in told || there.serverMetadata().userinfo_endpoint === undefined
          ? told
          : { ...told, ...(await library.fetchUserInfo(there, tokens.access_token, told.sub)) }
      return { identity: { issuer: told.iss, subject: told.sub }, login: loginIn(more, claim) }
    })
  }
  return { name, begin, finish }
}

type Met = Readonly<{ library: typeof Library; issuer: Library.Configuration }>

/** An address nobody has verified is no name: whoever typed it in over there would choose who they are here. */
function loginIn(claims: Readonly<Record<string, unknown>>, claim: string): string | null {
  const login = claims[claim]
  if (typeof login !== 'string' || login.trim() === '') return null
  return claim === 'email' && claims.email_verified !== true ? null : login
}

/** What goes wrong over there, or on the way, is said here and is no fault of ours. */
async function reached<T>(ask: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await ask())
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return code === 'access_denied' ? turnedBack() : unreachable()
  }
}

/** Errors of the library carry a code, as do those of the network; a bug of ours does not. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  // What `fetch` throws when nobody answers is a plain TypeError; only what stands behind it tells it from a bug.
  if (error.cause instanceof Error && 'code' in error.cause) return String(error.cause.code)
  if ('error' in error && typeof error.error === 'string') return error.error
  if ('code' in error && typeof error.code === 'string') return error.code
  return null
}

const turnedBack = (): Refusal => refuse(403, 'openid-refused', 'The other sign-in did not let you through.')
const unreachable = (): Refusal =>
  refuse(502, 'openid-failed', 'The other sign-in could not be reached, or its answer is not valid. Please try again.')
