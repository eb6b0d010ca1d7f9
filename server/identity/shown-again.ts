import { challenges } from '@facialis/record'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Ground, RecordAndClock } from '../ground/ground.ts'
import { notOffered, type Refusal, refuse } from '../ground/problem.ts'
import type { SignedIn } from './account.ts'
import { authenticated, authentication, notTaken } from './passkeys.ts'
import { notStillThere, type Watched } from './still-there.ts'

type Shown = Readonly<{
  who: SignedIn
  current: string | undefined
  passkey: AuthenticationResponseJSON | undefined
  source: string
  session: string | null
}>

const purpose = challenges.again

/** What the browser is told so that the owner of an account shows a passkey once more. Good for nobody else. */
export const askToShow = (clinic: RecordAndClock, url: string, who: SignedIn) =>
  authentication(clinic, url, { purpose, subject: who.id })

/**
 * Whether it is the owner of the account who asks now: by a passkey of theirs, used for this, or by the present password.
 * Who has neither signs in elsewhere: then a sign-in of the last minutes decides. @returns null when it is
 */
export async function notShownAgain(
  clinic: Watched & Readonly<{ url: string | null }>,
  { who, current, passkey, source, session }: Shown,
): Promise<Refusal | null> {
  if (passkey === undefined) {
    if (await hasOnlyPasskeys(clinic, who.id)) return needed()
    return notStillThere(clinic, { id: who.id, current, source, session })
  }
  if (clinic.url === null) return notOffered()
  const shown = await authenticated(clinic, clinic.url, passkey, { purpose, subject: who.id })
  if (!shown.ok) return { ...notTaken(), status: 422 }
  if (shown.value.passkey.accountId !== who.id) return { ...notTaken(), status: 422 }
  await clinic.record.passkeys.used(shown.value.passkey.id, shown.value.counter)
  return null
}

const hasOnlyPasskeys = async ({ record }: Pick<Ground, 'record'>, id: string): Promise<boolean> =>
  (await record.accounts.passwordHash(id)) === null && (await record.passkeys.ofAccount(id)).length > 0

const needed = (): Refusal => refuse(422, 'passkey-needed', 'Show your passkey again.', { where: 'passkey' })
