import type { Profession, Role, Setup } from '@facialis/wire'
import type { CoreContext, RecordAndClock } from '../core/core-context.ts'
import { ok, type Result, refusalOf } from '../core/refusal.ts'
import { clinicSettings, putClinicSettings } from '../core/settings.ts'
import { storedRoles } from './account.ts'
import { checkPassword, hashPassword } from './password.ts'
import { newSession } from './sessions.ts'
import { setUpPurpose } from './set-up-links.ts'

/**
 * The first person may do everything a small practice needs, and hands roles out from there. Signing a diagnosis is
 * not among it: that takes a profession.
 */
const firstRoles: readonly Role[] = ['administrator', 'coordinator', 'clinician']

/**
 * Makes the first account and names the place, once. The link, the account and the name stand or fall together, so a
 * mistyped form leaves the link as good as it was; so does their session. @returns the id of the account, and the token of the session
 */
export async function setUp(
  clinic: RecordAndClock,
  asked: Setup & Readonly<{ profession?: Profession | undefined }>,
): Promise<Result<Readonly<{ accountId: string; session: string }>>> {
  const password = checkPassword(asked.password, asked.login)
  if (!password.ok) return password
  const passwordHash = await hashPassword(password.value)
  let accountId = ''
  let session = ''
  const done = await clinic.record.act({
    actor: { id: 'set-up' },
    action: 'set-up',
    changes: [],
    alongside: async (stores) => {
      const link = await stores.links.use({ token: asked.token, purpose: setUpPurpose })
      if (!link.ok) return link
      const account = await stores.accounts.create({
        login: asked.login,
        displayName: asked.name,
        roles: storedRoles({ roles: firstRoles, profession: asked.profession, senior: asked.profession !== undefined }),
        passwordHash,
      })
      if (!account.ok) return account
      accountId = account.value.id
      const fresh = newSession(clinic, accountId)
      session = fresh.token
      await stores.sessions.start(fresh)
      await putClinicSettings(stores, {
        name: asked.clinic,
        phone: asked.phone ?? null,
        demo: asked.start === 'demo',
        ready: true,
      })
      return undefined
    },
  })
  return done.ok ? ok({ accountId, session }) : refusalOf(done.problem)
}

/** Whether somebody still has to set the place up. */
export const isSetUp = async ({ record }: Pick<CoreContext, 'record'>): Promise<boolean> =>
  (await clinicSettings(record)).ready
