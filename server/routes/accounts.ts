import { type Account as Kept, type Problem, refuse as refuseAct, type Stores } from '@facialis/record'
import { may, type StaffAccount } from '@facialis/wire'
import type { ReadOf } from '@facialis/wire/api/endpoint.ts'
import type { EndpointAt } from '@facialis/wire/api/index.ts'
import { notFound, type Refusal, refusalOf, refuse } from '../core/refusal.ts'
import { answer, route } from '../http/route.ts'
import { accountOf, type SignedIn, storedRoles } from '../identity/account.ts'
import { accountChangeText, newAccountText } from '../identity/account-audit-text.ts'
import { connectPurpose } from '../identity/federated-account.ts'
import { checkPassword, hashPassword } from '../identity/password.ts'

const staffAccountOf = (kept: Kept): StaffAccount => ({
  ...accountOf(kept),
  login: kept.login,
  disabled: kept.disabled,
})

type Change = ReadOf<EndpointAt<'PUT', '/api/accounts/:id'>>

/** What is asked for, and the rest as it was. */
const changed = (before: Kept, { name, roles, profession, senior, disabled }: Change) => {
  const was = accountOf(before)
  return {
    roles: storedRoles({
      roles: roles ?? was.roles,
      profession: profession === undefined ? was.profession : profession,
      senior: senior ?? was.senior,
    }),
    ...(name === undefined ? {} : { displayName: name }),
    ...(disabled === undefined ? {} : { disabled }),
  }
}

/**
 * Whoever lost the right while a password was put out of sight uses it no more: of two who shut each other out nobody would
 * be left who can let anybody in.
 */
async function mayStill({ accounts }: Pick<Stores, 'accounts'>, { id }: SignedIn): Promise<boolean> {
  const own = await accounts.byId(id)
  return own !== null && !own.disabled && may(accountOf(own).roles, 'account:manage')
}
const mayNoMore = refuseAct('absent', 'Whoever asks may not do this any more.', '')
/** As whoever never might is told. */
const refusedBy = (problem: Problem): Refusal => (problem.code === 'absent' ? notFound() : refusalOf(problem))

export const accountRoutes = [
  route(
    'GET',
    '/api/accounts',
    { may: 'account:manage', audit: { not: 'reveals nothing about any patient' } },
    async ({ clinic }) => {
      const kept = await clinic.record.accounts.list()
      return answer(kept.map(staffAccountOf))
    },
  ),

  route(
    'POST',
    '/api/accounts',
    { may: 'account:manage', audit: 'account-made' },
    async ({ clinic, body, who, requestId }) => {
      const password =
        body.password === undefined && clinic.openId !== null ? null : checkPassword(body.password ?? '', body.login)
      if (password && !password.ok) return password
      const passwordHash = password && (await hashPassword(password.value))
      const fresh = { login: body.login, displayName: body.name, roles: storedRoles(body), passwordHash }
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'account-made',
        reason: newAccountText(body),
        changes: [],
        requestId,
        alongside: async (stores) => ((await mayStill(stores, who)) ? stores.accounts.create(fresh) : mayNoMore),
      })
      if (!done.ok) return refusedBy(done.problem)
      const made = await clinic.record.accounts.byLogin(body.login)
      return made ? answer(staffAccountOf(made)) : notFound()
    },
  ),

  route(
    'PUT',
    '/api/accounts/:id',
    { may: 'account:manage', ownership: 'clinic', audit: 'account-changed' },
    async ({ clinic, body, who, params, requestId }) => {
      const kept = await clinic.record.accounts.byId(params.id)
      if (!kept) return refuse(404, 'not-found', 'There is no such account.')
      if (kept.id === who.id && (body.disabled || (body.roles && !body.roles.includes('administrator')))) {
        return refuse(422, 'own-account', 'You cannot lock yourself out; another administrator can do it.')
      }
      const password = body.password === undefined ? null : checkPassword(body.password, kept.login)
      if (password && !password.ok) return password
      const passwordHash = password ? await hashPassword(password.value) : null
      let told: string | undefined
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'account-changed',
        reason: () => told,
        changes: [],
        requestId,
        alongside: async (stores) => {
          if (!(await mayStill(stores, who))) return mayNoMore
          // As it stands now: another administrator may have taken a role away since, which must not come back.
          const now = (await stores.accounts.byId(kept.id)) ?? kept
          const becomes = changed(now, body)
          told = accountChangeText(
            now,
            { ...now, ...becomes },
            { password: passwordHash !== null, signInsForgotten: body.forgetSignIns === true },
          )
          if (body.forgetSignIns) {
            await stores.passkeys.forget(kept.id)
            await stores.identities.forget(kept.id)
            await stores.links.revoke(connectPurpose, kept.id)
            await stores.sessions.endAll(kept.id)
          }
          return stores.accounts.change(kept.id, {
            ...becomes,
            ...(passwordHash === null ? {} : { passwordHash }),
          })
        },
      })
      if (!done.ok) return refusedBy(done.problem)
      const after = await clinic.record.accounts.byId(kept.id)
      return after ? answer(staffAccountOf(after)) : notFound()
    },
  ),
]
