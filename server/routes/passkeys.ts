import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { refusalOf, refuse, signInMethodUnavailable } from '../core/refusal.ts'
import { answer, route } from '../http/route.ts'
import { accountOf } from '../identity/account.ts'
import { auditFailedSignIn } from '../identity/audit-failed-sign-in.ts'
import { passwordConfirmationRefusal } from '../identity/confirm-password.ts'
import {
  authenticationOptions,
  passkeyRefused,
  registrationOptions,
  verifyAuthentication,
  verifyRegistration,
} from '../identity/passkeys.ts'
import { signIn } from '../identity/sessions.ts'
import { meOf } from './me.ts'

export const passkeyRoutes = [
  route(
    'POST',
    '/api/sign-in/passkey/options',
    { may: 'anyone', audit: { not: 'nobody has signed in yet' }, perMinute: 60 },
    async ({ clinic }) =>
      clinic.url === null
        ? signInMethodUnavailable()
        : answer({ ...(await authenticationOptions(clinic, clinic.url)) }),
  ),

  route(
    'POST',
    '/api/sign-in/passkey',
    { may: 'anyone', audit: 'sign-in-by-passkey', perMinute: 60 },
    async ({ clinic, body, session, cookies, requestId }) => {
      if (clinic.url === null) return signInMethodUnavailable()
      const entered = await verifyAuthentication(clinic, clinic.url, body as AuthenticationResponseJSON)
      const account = entered.ok ? await clinic.record.accounts.byId(entered.value.passkey.accountId) : null
      if (!entered.ok || !account || account.disabled) {
        await auditFailedSignIn(clinic, { id: account?.id ?? null, login: '', requestId })
        return entered.ok ? passkeyRefused() : entered
      }
      await clinic.record.passkeys.used(entered.value.passkey.id, entered.value.counter)
      const told = { accountId: account.id, action: 'sign-in-by-passkey', requestId, before: session }
      const token = await signIn(clinic, told)
      if (!token.ok) return token
      cookies.start(token.value)
      return answer(await meOf(clinic, accountOf(account)))
    },
  ),

  route(
    'GET',
    '/api/me/sign-in',
    { may: 'self:manage', audit: { not: 'reveals nothing about any patient' } },
    async ({ clinic, who }) => {
      const { accounts, identities, passkeys } = clinic.record
      return answer({
        password: (await accounts.passwordHash(who.id)) !== null,
        openIdConnected: (await identities.ofAccount(who.id)).length > 0,
        passkeys: (await passkeys.ofAccount(who.id)).map(({ id, name, created, lastUsed }) => ({
          id,
          name,
          created,
          lastUsed,
        })),
      })
    },
  ),

  route(
    'POST',
    '/api/me/passkeys/options',
    { may: 'self:manage', audit: { not: 'recorded when one is added' }, perMinute: 20 },
    async ({ clinic, who, body, source, session }) => {
      const kept = await clinic.record.accounts.byId(who.id)
      if (clinic.url === null || !kept) return signInMethodUnavailable()
      const refusal = await passwordConfirmationRefusal(clinic, { id: who.id, current: body.current, source, session })
      if (refusal) return refusal
      return answer({ ...(await registrationOptions(clinic, clinic.url, who, kept.login)) })
    },
  ),

  route(
    'POST',
    '/api/me/passkeys',
    {
      may: 'self:manage',
      audit: 'passkey-added',
      perMinute: 20,
    },
    async ({ clinic, who, body, requestId }) => {
      if (clinic.url === null) return signInMethodUnavailable()
      const fresh = await verifyRegistration(clinic, clinic.url, who, body.made as RegistrationResponseJSON)
      if (!fresh.ok) return refuse(422, fresh.problem.code, fresh.problem.sentence)
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'passkey-added',
        changes: [],
        requestId,
        alongside: (stores) => stores.passkeys.add({ ...fresh.value, name: body.name }),
      })
      return done.ok ? answer() : refusalOf(done.problem)
    },
  ),

  route(
    'DELETE',
    '/api/me/passkeys/:id',
    { may: 'self:manage', ownership: 'asker', audit: 'passkey-removed' },
    async ({ clinic, who, params, requestId }) => {
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'passkey-removed',
        changes: [],
        requestId,
        alongside: (stores) => stores.passkeys.remove(who.id, params.id),
      })
      // What is gone already is gone.
      return done.ok || done.problem.code === 'absent' ? answer() : refusalOf(done.problem)
    },
  ),
]
