import type { Nonce } from '@facialis/record'
import type { JWTPayload } from 'jose'
import type { Client, Registered } from './clients.ts'
import type { KeysOf } from './keys.ts'
import { algorithms } from './usable-key.ts'

/** Why a token was rejected. Audited, and never sent to the caller. */
export type RejectedToken = Readonly<{ ok: false; why: string; client: string | null }>
/** `nonce`: the `jti` of this token, not seen before and not yet spent. */
export type VerifiedClient = Readonly<{ ok: true; client: Client; nonce: Nonce }>

export type TokenVerifier = Readonly<{
  registered: Registered
  keysOf: KeysOf
  isSpent: (nonce: Nonce) => Promise<boolean>
  /** Milliseconds. */
  now: () => number
}>

export const tokenReplayed = 'shown before'

const longestToken = 8 * 1024
const longestLife = 300
/** Clocks differ by so many seconds. */
const ahead = 60

/** Verifies the client JWT in the `Authorization` header of a call to `path`. */
export async function verifyClientToken(
  header: string | undefined,
  path: string,
  door: TokenVerifier,
): Promise<VerifiedClient | RejectedToken> {
  const unknown = (why: string, client: Client | null = null): RejectedToken => ({
    ok: false,
    why,
    client: client?.name ?? null,
  })
  if (header === undefined) return unknown('no header')
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header.slice(0, longestToken + 8))?.[1]
  if (token === undefined || header.length > longestToken)
    return unknown(header.length > longestToken ? 'too long' : 'no bearer token')
  // Loaded for the first who brings a token: most clinics have no other system that asks, and start without it.
  const { decodeJwt, decodeProtectedHeader, errors, jwtVerify } = await import('jose')
  const read = readUnchecked(() => ({ head: decodeProtectedHeader(token), claims: decodeJwt(token) }))
  if (read === null) return unknown('no token')
  const { head, claims } = read
  if (!algorithms.some((one) => one === head.alg)) return unknown('algorithm')
  if (head.typ !== 'JWT') return unknown('type')
  if (typeof head.kid !== 'string') return unknown('no key named')
  if (['jwk', 'x5u', 'x5c', 'x5t', 'crit'].some((name) => name in head)) return unknown('brings a key of its own')
  const client = door.registered.clients.find(({ issuer }) => issuer === claims.iss)
  if (!client) return unknown('issuer not registered')
  if (head.jku !== undefined && head.jku !== client.jku) return unknown('key address not registered', client)
  const keys = await door.keysOf(client, head.kid)
  if (keys === null) return unknown('no keys to be had', client)
  const audience = door.registered.address + path
  let payload: JWTPayload
  try {
    const checked = await jwtVerify(token, keys, {
      algorithms: [...algorithms],
      typ: 'JWT',
      issuer: client.issuer,
      audience,
      requiredClaims: ['exp', 'iat', 'jti'],
      currentDate: new Date(door.now()),
    })
    payload = checked.payload
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    const claim = error instanceof errors.JWTClaimValidationFailed ? ` ${error.claim}` : ''
    return unknown(`${error.code}${claim}`, client)
  }
  const wrong = wrongClaim(payload, audience, door.now() / 1000)
  if (wrong !== null) return unknown(wrong, client)
  const expires = new Date((payload.exp as number) * 1000).toISOString()
  const nonce = { name: JSON.stringify([client.issuer, payload.jti]), expires }
  return (await door.isSpent(nonce)) ? unknown(tokenReplayed, client) : { ok: true, client, nonce }
}

function readUnchecked<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function wrongClaim({ aud, exp, iat, jti }: JWTPayload, audience: string, now: number): string | null {
  const isExact = aud === audience || (Array.isArray(aud) && aud.length === 1 && aud[0] === audience)
  if (!isExact) return 'audience not exact'
  if (exp === undefined || iat === undefined || iat > now + ahead) return 'issued in the future'
  if (exp - iat > longestLife) return 'lives too long'
  return typeof jti === 'string' && jti !== '' && jti.length <= 256 ? null : 'no name of its own'
}
