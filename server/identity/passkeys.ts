import { type Challenge, challenges, newToken, type Passkey } from '@facialis/record'
import { shifted } from '@facialis/record/core/instant.ts'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { CoreContext, RecordAndClock } from '../core/core-context.ts'
import { ok, type Refusal, type Result, refuse } from '../core/refusal.ts'
import type { SignedIn } from './account.ts'

const library = () => import('@simplewebauthn/server')

/** What a device signs is asked for once, and soon. */
const minutes = 5

/** What a passkey was asked for: to sign somebody in, whoever it is, or for something that only its owner may do. */
type Asked = Readonly<{ purpose: Challenge; subject: string }>
const signIn: Asked = { purpose: challenges.enter, subject: '' }

/** The site a passkey belongs to: that of our own address. */
const siteOf = (url: string): string => new URL(url).hostname

async function challenge(
  { record, now }: RecordAndClock,
  purpose: Challenge,
  subject: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const token = newToken()
  const expires = shifted(now(), minutes * 60)
  await record.links.issue({ token, purpose, subject, expires })
  return Uint8Array.from(Buffer.from(token, 'base64url'))
}

/** WebAuthn options to register a passkey, with user verification required (finger, face, PIN). */
export async function registrationOptions(clinic: RecordAndClock, url: string, who: SignedIn, login: string) {
  const { generateRegistrationOptions } = await library()
  const has = await clinic.record.passkeys.ofAccount(who.id)
  return generateRegistrationOptions({
    rpName: 'Facialis',
    rpID: siteOf(url),
    userName: login,
    userDisplayName: who.name,
    userID: Uint8Array.from(Buffer.from(who.id)),
    challenge: await challenge(clinic, challenges.add, who.id),
    excludeCredentials: has.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Verifies a registration response against our challenge for this account. */
export async function verifyRegistration(
  clinic: RecordAndClock,
  url: string,
  who: SignedIn,
  response: RegistrationResponseJSON,
): Promise<Result<Omit<Passkey, 'name' | 'created' | 'lastUsed'>>> {
  const { verifyRegistrationResponse } = await library()
  return verified(async () => {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (token) =>
        isAsked(clinic, { token, purpose: challenges.add }, (subject) => subject === who.id),
      expectedOrigin: url,
      expectedRPID: siteOf(url),
      requireUserVerification: true,
    })
    if (!registrationInfo) return null
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return {
      id,
      accountId: who.id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: transports ?? [],
    }
  })
}

/** WebAuthn options to sign in with a discoverable passkey: the device says whose it is. */
export async function authenticationOptions(clinic: RecordAndClock, url: string, asked: Asked = signIn) {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: siteOf(url),
    challenge: await challenge(clinic, asked.purpose, asked.subject),
    userVerification: 'required',
  })
}

/** Verifies an authentication response. Gives the stored passkey and the new signature counter. */
export async function verifyAuthentication(
  clinic: RecordAndClock,
  url: string,
  response: AuthenticationResponseJSON,
  { purpose, subject }: Asked = signIn,
): Promise<Result<Readonly<{ passkey: Passkey; counter: number }>>> {
  const passkey = await clinic.record.passkeys.byId(response.id)
  if (!passkey) return passkeyRefused()
  const { verifyAuthenticationResponse } = await library()
  return verified(async () => {
    const outcome = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (token) => isAsked(clinic, { token, purpose }, (whose) => whose === subject),
      expectedOrigin: url,
      expectedRPID: siteOf(url),
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    })
    return outcome.verified ? { passkey, counter: outcome.authenticationInfo.newCounter } : null
  })
}

async function isAsked(
  { record }: Pick<CoreContext, 'record'>,
  shown: Readonly<{ token: string; purpose: Challenge }>,
  isFor: (subject: string) => boolean,
): Promise<boolean> {
  const link = await record.links.use(shown)
  return link.ok && isFor(link.value.subject)
}

export const passkeyRefused = (): Refusal => refuse(401, 'passkey-not-taken', 'This passkey is not accepted here.')

/** The library throws for whatever in an answer does not hold: none of it is a fault of ours. */
async function verified<T>(ask: () => Promise<T | null>): Promise<Result<T>> {
  try {
    const value = await ask()
    return value === null ? passkeyRefused() : ok(value)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) throw error
    return passkeyRefused()
  }
}
