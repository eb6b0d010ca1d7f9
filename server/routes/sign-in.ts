import { refusalOf, refuse } from '../core/refusal.ts'
import { endEmergency } from '../emergency/end-emergency.ts'
import { answer, route } from '../http/route.ts'
import { spokenFor } from '../http/spoken-for.ts'
import { accountOf } from '../identity/account.ts'
import { auditFailedSignIn } from '../identity/audit-failed-sign-in.ts'
import { passwordConfirmationRefusal } from '../identity/confirm-password.ts'
import { connectPurpose } from '../identity/federated-account.ts'
import { checkPassword, hashPassword, verifyPassword } from '../identity/password.ts'
import { newSession, signIn, wrongPassword } from '../identity/sessions.ts'
import { administratorPurpose } from '../identity/set-up-links.ts'
import { meOf } from './me.ts'

export const signInRoutes = [
  route(
    'POST',
    '/api/sign-in',
    { may: 'anyone', audit: 'sign-in', perMinute: 120 },
    async ({ clinic, body, source, session, cookies, requestId }) => {
      const seconds = await clinic.throttle.tried(source, body.login)
      if (seconds > 0) {
        const sentence = `Too many failed attempts from here. Please wait ${seconds} seconds; other devices are not affected.`
        return { ...refuse(429, 'too-many', sentence), retryAfterSeconds: seconds }
      }
      const account = await clinic.record.accounts.byLogin(body.login)
      // From here on the same is done of a name that is nobody's: how long it takes says nothing.
      const kept = await clinic.record.accounts.passwordHash(account?.id ?? 'nobody')
      const fits = await verifyPassword(account?.disabled ? null : kept, body.password)
      if (!fits || !account || kept === null) {
        await auditFailedSignIn(clinic, { id: account?.id ?? null, login: body.login, requestId })
        return wrongPassword()
      }
      const told = { accountId: account.id, action: 'sign-in', requestId, before: session }
      const token = await signIn(clinic, { ...told, passwordHash: kept })
      if (!token.ok) return token
      await clinic.throttle.wasRight(source, body.login, { forgiving: true })
      cookies.start(token.value)
      return answer(await meOf(clinic, accountOf(account)))
    },
  ),

  route(
    'POST',
    '/api/sign-in/link',
    { may: 'anyone', audit: 'sign-in', perMinute: 20 },
    async ({ clinic, body, cookies, requestId }) => {
      const link = await clinic.record.links.use({ token: body.token, purpose: administratorPurpose })
      if (!link.ok) return refusalOf(link.problem)
      const account = await clinic.record.accounts.byId(link.value.subject)
      if (!account || account.disabled) return wrongPassword()
      const token = await signIn(clinic, { accountId: account.id, action: 'sign-in-by-link', requestId })
      if (!token.ok) return token
      cookies.start(token.value)
      const passwordNeeded = (await clinic.record.accounts.passwordHash(account.id)) === null
      return answer({ ...(await meOf(clinic, accountOf(account))), passwordNeeded })
    },
  ),

  route(
    'POST',
    '/api/sign-out',
    { may: 'anyone', audit: { not: 'the end of the session is recorded instead' } },
    async ({ clinic, who, session, cookies, requestId, headers }) => {
      const of = spokenFor(headers)
      if (who !== null && of !== null && who.id !== of)
        return refuse(409, 'other-account', `Somebody else has signed in here: ${who.name}. They stay signed in.`)
      // Whoever went off to connect another sign-in does not come back to an account that was left.
      if (who !== null) await clinic.record.links.revoke(connectPurpose, who.id)
      if (session !== null) {
        await endEmergency(clinic, { who, session, by: 'signed-out', requestId })
        await clinic.record.sessions.end(session)
      }
      cookies.end()
      return answer()
    },
  ),

  route(
    'PUT',
    '/api/me/password',
    { may: 'self:manage', audit: 'password-change', perMinute: 20 },
    async ({ clinic, body, who, source, session, cookies, requestId }) => {
      const hash = await clinic.record.accounts.passwordHash(who.id)
      const kept = await clinic.record.accounts.byId(who.id)
      const refusal =
        hash === null
          ? null
          : await passwordConfirmationRefusal(clinic, { id: who.id, current: body.current, source, session })
      if (refusal) return refusal
      const password = checkPassword(body.password, kept?.login ?? '')
      if (!password.ok) return password
      const passwordHash = await hashPassword(password.value)
      const fresh = newSession(clinic, who.id)
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'password-change',
        changes: [],
        requestId,
        // A new password ends every session, this one too: whoever else was signed in as us is out.
        alongside: async (stores) => {
          await stores.links.revoke(connectPurpose, who.id)
          const changed = await stores.accounts.change(who.id, { passwordHash })
          if (changed.ok) await stores.sessions.start(fresh)
          return changed
        },
      })
      if (!done.ok) return refusalOf(done.problem)
      cookies.start(fresh.token)
      return answer()
    },
  ),
]
