import { challenges } from '@facialis/record'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { CoreContext, RecordAndClock } from '../core/core-context.ts'
import { type Refusal, refuse, signInMethodUnavailable } from '../core/refusal.ts'
import type { SignedIn } from './account.ts'
import { passwordConfirmationRefusal, type ThrottledContext } from './confirm-password.ts'
import { authenticationOptions, passkeyRefused, verifyAuthentication } from './passkeys.ts'

type Shown = Readonly<{
  who: SignedIn
  current: string | undefined
  passkey: AuthenticationResponseJSON | undefined
  source: string
  session: string | null
}>

const purpose = challenges.again

/** WebAuthn options to re-authenticate with a passkey. The challenge is bound to this account. */
export const reauthenticationOptions = (clinic: RecordAndClock, url: string, who: SignedIn) =>
  authenticationOptions(clinic, url, { purpose, subject: who.id })

/**
 * Re-authenticates the owner of a session: by a passkey used for this request, or by the current password. An account with
 * neither signs in through an identity provider; then a recent sign-in counts. @returns null when confirmed, else the refusal
 */
export async function reauthenticationRefusal(
  clinic: ThrottledContext & Readonly<{ url: string | null }>,
  { who, current, passkey, source, session }: Shown,
): Promise<Refusal | null> {
  if (passkey === undefined) {
    if (await hasOnlyPasskeys(clinic, who.id)) return needed()
    return passwordConfirmationRefusal(clinic, { id: who.id, current, source, session })
  }
  if (clinic.url === null) return signInMethodUnavailable()
  const shown = await verifyAuthentication(clinic, clinic.url, passkey, { purpose, subject: who.id })
  if (!shown.ok) return { ...passkeyRefused(), status: 422 }
  if (shown.value.passkey.accountId !== who.id) return { ...passkeyRefused(), status: 422 }
  await clinic.record.passkeys.used(shown.value.passkey.id, shown.value.counter)
  return null
}

const hasOnlyPasskeys = async ({ record }: Pick<CoreContext, 'record'>, id: string): Promise<boolean> =>
  (await record.accounts.passwordHash(id)) === null && (await record.passkeys.ofAccount(id)).length > 0

const needed = (): Refusal => refuse(422, 'passkey-needed', 'Show your passkey again.', { where: 'passkey' })
