import { fields, roles } from '@facialis/wire'
import * as z from 'zod/mini'
import { answer, route } from '../http/route.ts'
import { accountOf, keptRoles, professions } from '../identity/account.ts'
import { checkPassword, hashPassword } from '../identity/password.ts'
import { connectPurpose } from '../identity/vouched.ts'
import { refusalOf, refuse } from '../problem.ts'
import { text } from './shapes.ts'

const held = z.array(z.enum(roles)).check(z.minLength(1), z.maxLength(roles.length))
const newAccount = z.strictObject({
  login: text(fields.login),
  name: text(fields.name),
  roles: held,
  profession: z.optional(z.nullable(z.enum(professions))),
  senior: z.optional(z.boolean()),
  /** May be left out where another sign-in is taken: who comes in by that needs none. */
  password: z.optional(z.string().check(z.maxLength(1000))),
})
const change = z.strictObject({
  name: z.optional(text(fields.name)),
  roles: z.optional(held),
  profession: z.optional(z.nullable(z.enum(professions))),
  senior: z.optional(z.boolean()),
  disabled: z.optional(z.boolean()),
  password: z.optional(z.string().check(z.maxLength(1000))),
  /** A device is lost, or somebody else has it: no passkey and no other sign-in opens the account any more. */
  forgetSignIns: z.optional(z.boolean()),
})

export const accountRoutes = [
  route(
    'GET',
    '/api/accounts',
    { may: 'account:manage', audit: { not: 'tells nothing of any patient' } },
    async ({ clinic }) => {
      const kept = await clinic.record.accounts.list()
      return answer(kept.map((one) => ({ ...accountOf(one), login: one.login, disabled: one.disabled })))
    },
  ),

  route(
    'POST',
    '/api/accounts',
    { may: 'account:manage', audit: 'account-made', takes: newAccount },
    async ({ clinic, body, who, requestId }) => {
      const password =
        body.password === undefined && clinic.openId !== null ? null : checkPassword(body.password ?? '', body.login)
      if (password && !password.ok) return password
      const passwordHash = password && (await hashPassword(password.value))
      const fresh = { login: body.login, displayName: body.name, roles: keptRoles(body), passwordHash }
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'account-made',
        changes: [],
        requestId,
        alongside: (stores) => stores.accounts.create(fresh),
      })
      if (!done.ok) return refusalOf(done.problem)
      const made = await clinic.record.accounts.byLogin(body.login)
      return answer(made && accountOf(made), 201)
    },
  ),

  route(
    'PUT',
    '/api/accounts/:id',
    { may: 'account:manage', audit: 'account-changed', takes: change },
    async ({ clinic, body, who, params, requestId }) => {
      const kept = await clinic.record.accounts.byId(params.id)
      if (!kept) return refuse(404, 'not-found', 'There is no such account.')
      if (kept.id === who.id && (body.disabled || (body.roles && !body.roles.includes('administrator')))) {
        return refuse(422, 'own-account', 'You cannot shut yourself out; another administrator can.')
      }
      const before = accountOf(kept)
      const password = body.password === undefined ? null : checkPassword(body.password, kept.login)
      if (password && !password.ok) return password
      const passwordHash = password ? await hashPassword(password.value) : null
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'account-changed',
        changes: [],
        requestId,
        alongside: async (stores) => {
          if (body.forgetSignIns) {
            await stores.passkeys.forget(kept.id)
            await stores.identities.forget(kept.id)
            await stores.links.revoke(connectPurpose, kept.id)
            await stores.sessions.endAll(kept.id)
          }
          return stores.accounts.change(kept.id, {
            roles: keptRoles({
              roles: body.roles ?? before.roles,
              profession: body.profession === undefined ? before.profession : body.profession,
              senior: body.senior ?? before.senior,
            }),
            ...(body.name === undefined ? {} : { displayName: body.name }),
            ...(body.disabled === undefined ? {} : { disabled: body.disabled }),
            ...(passwordHash === null ? {} : { passwordHash }),
          })
        },
      })
      if (!done.ok) return refusalOf(done.problem)
      const after = await clinic.record.accounts.byId(kept.id)
      return answer(after && { ...accountOf(after), login: after.login, disabled: after.disabled })
    },
  ),
]
