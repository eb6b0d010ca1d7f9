import * as z from 'zod/mini'
import { fields } from '../agreed/fields.ts'
import { professions } from '../agreed/professions.ts'
import { accountRoles, type Role, roles } from '../agreed/roles.ts'
import type { Endpoints, Output } from './endpoint.ts'
import { named, noted } from './schema-notes.ts'
import { text } from './shapes.ts'

const known = {
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  profession: z.nullable(z.enum(professions)),
  senior: z.boolean(),
}
const staffAccount = named('StaffAccount', z.object({ ...known, login: z.string(), disabled: z.boolean() }))
export type StaffAccount = Output<typeof staffAccount>

const held = z.array(z.enum(roles)).check(
  z.minLength(1),
  z.maxLength(roles.length),
  z.refine(
    (all) => all.every((role) => (accountRoles as readonly Role[]).includes(role)),
    'Patients have no account: their own link opens what is theirs.',
  ),
)
const attributes = { profession: z.optional(z.nullable(z.enum(professions))), senior: z.optional(z.boolean()) }
const freshPassword = z.string().check(z.maxLength(1000))

export const accountsApi = {
  'GET /api/accounts': { name: 'listAccounts', does: 'Lists all accounts.', gives: z.array(staffAccount) },
  'POST /api/accounts': {
    name: 'makeAccount',
    does: 'Creates an account.',
    takes: z.strictObject({
      login: text(fields.login),
      name: text(fields.name),
      roles: held,
      ...attributes,
      password: noted(
        'May be left out where another sign-in is taken: who comes in by that needs none.',
        z.optional(freshPassword),
      ),
    }),
    gives: staffAccount,
    status: 201,
    refuses: [409],
  },
  'PUT /api/accounts/:id': {
    name: 'changeAccount',
    does: 'Changes, disables or re-enables an account.',
    ifMatch: { not: 'what is not sent stays as somebody else has just left it' },
    takes: z.strictObject({
      name: z.optional(text(fields.name)),
      roles: z.optional(held),
      ...attributes,
      disabled: z.optional(z.boolean()),
      password: z.optional(freshPassword),
      forgetSignIns: noted(
        'A device is lost, or somebody else has it: no passkey and no other sign-in opens the account any more.',
        z.optional(z.boolean()),
      ),
    }),
    gives: staffAccount,
  },
} as const satisfies Endpoints
