import { accountRoles, type Profession, type Role, type StaffAccount } from '@facialis/wire'
import type { BodyAt } from '../../api/client.ts'
import type { FormEdit } from '../../patient/form-edit.ts'
import { words } from './words.ts'

/** Roles of people who work here: a referrer works elsewhere, and refers without an account. */
export const staffRoles = accountRoles.filter((role) => role !== 'referrer')

export type StaffForm = Readonly<{
  login: string
  name: string
  roles: readonly Role[]
  /** Empty: no clinical profession. */
  profession: Profession | ''
  senior: boolean
  password: string
  /** No passkey and no other sign-in opens the account any more. */
  forgetSignIns: boolean
}>

/** A password is kept nowhere until it is sent, and nobody shall be signed out by a tick of another day. */
export const notKept: Pick<StaffForm, 'password' | 'forgetSignIns'> = { password: '', forgetSignIns: false }
/** What is kept while it is typed. */
export type KeptStaffForm = Omit<StaffForm, keyof typeof notKept>

export const formOf = (account: StaffAccount | null): KeptStaffForm => ({
  login: account?.login ?? '',
  name: account?.name ?? '',
  roles: account?.roles ?? [],
  profession: account?.profession ?? '',
  senior: account?.senior ?? false,
})

const shortest = 12

/** What is wrong with the form, by field. A password may stay empty where there is one already, or another way in. */
export function problemsIn(
  form: StaffForm,
  isNew: boolean,
  hasOtherWay = false,
): Readonly<Partial<Record<keyof StaffForm, string>>> {
  const short = [...form.password].length < shortest && ((isNew && !hasOtherWay) || form.password !== '')
  return {
    ...(isNew && form.login.trim() === '' ? { login: words.needed(words.login) } : {}),
    ...(form.name.trim() === '' ? { name: words.needed(words.name) } : {}),
    ...(form.roles.length === 0 ? { roles: words.neededRole } : {}),
    ...(short ? { password: words.tooShort } : {}),
  }
}

const common = ({ name, roles, profession, senior, password }: StaffForm) => ({
  name: name.trim(),
  roles,
  profession: profession === '' ? null : profession,
  senior,
  ...(password === '' ? {} : { password }),
})

/** A new account as it travels. Its sign-in name is given once. */
export const newBodyOf = (form: StaffForm): BodyAt<'POST', '/api/accounts'> => ({
  login: form.login.trim(),
  ...common(form),
})

type Typed = FormEdit<KeptStaffForm> & Readonly<{ secret: typeof notKept }>

/**
 * Only what was typed otherwise of an account, as it travels: whoever changes a name gives nobody a role back that another
 * administrator took from them meanwhile. An empty password leaves the old one.
 */
export function bodyOf({ was, is, secret }: Typed): BodyAt<'PUT', '/api/accounts/:id'> {
  const before: Readonly<Record<string, unknown>> = common({ ...was, ...notKept })
  const typed = Object.entries(common({ ...is, ...secret })).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  )
  return { ...Object.fromEntries(typed), ...(secret.forgetSignIns ? { forgetSignIns: true } : {}) }
}

export const accountsKey = ['accounts'] as const
