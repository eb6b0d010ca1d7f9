import type { Account, Role } from '@facialis/wire'
import { words } from './words.ts'

export const professions = [
  'neurologist',
  'neurosurgeon',
  'ophthalmologist',
  'neuroradiologist',
  'general-radiologist',
  'trainee',
  'nurse',
] as const
export type Profession = (typeof professions)[number]

/** GET /api/accounts */
export type StaffAccount = Account &
  Readonly<{ login: string; profession: Profession | null; senior: boolean; disabled: boolean }>

/** Roles of people who work here, in the order in which they are offered. */
export const staffRoles = [
  'coordinator',
  'nurse',
  'clinician',
  'surgeon',
  'imaging-reader',
  'pathway-author',
  'privacy-officer',
  'researcher',
  'administrator',
] as const satisfies readonly Role[]

export type StaffForm = Readonly<{
  login: string
  name: string
  roles: readonly string[]
  /** Empty: no clinical profession. */
  profession: string
  senior: boolean
  password: string
  /** No passkey and no other sign-in opens the account any more. */
  forgetSignIns: boolean
}>

export const formOf = (account: StaffAccount | null): StaffForm => ({
  login: account?.login ?? '',
  name: account?.name ?? '',
  roles: account?.roles ?? [],
  profession: account?.profession ?? '',
  senior: account?.senior ?? false,
  password: '',
  forgetSignIns: false,
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

/** The form as it travels. A sign-in name is given once; an empty password leaves the old one. */
export function bodyOf(
  { login, name, roles, profession, senior, password, forgetSignIns }: StaffForm,
  isNew: boolean,
): unknown {
  return {
    ...(isNew ? { login: login.trim() } : {}),
    name: name.trim(),
    roles,
    profession: profession === '' ? null : profession,
    senior,
    ...(password === '' ? {} : { password }),
    ...(forgetSignIns && !isNew ? { forgetSignIns } : {}),
  }
}

export const accountsKey = ['accounts'] as const
