import type { Account as Kept } from '@facialis/record'
import { type Account, type Profession, professions, type Role, roles } from '@facialis/wire'

/** Somebody who is signed in. */
export type SignedIn = Account & Readonly<{ profession: Profession | null; senior: boolean }>

const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word)
const isProfession = (word: string): word is Profession => (professions as readonly string[]).includes(word)

// The record keeps one list of words for an account; attributes share it with roles, marked so that they never mix.
const attribute = 'is:'
const seniorWord = `${attribute}senior`

/** An account as the record keeps it, in our words. Words this version does not know are left out: they grant nothing. */
export function accountOf(kept: Kept): SignedIn {
  const attributes = kept.roles.filter((word) => word.startsWith(attribute)).map((word) => word.slice(attribute.length))
  return {
    id: kept.id,
    name: kept.displayName,
    roles: kept.roles.filter(isRole),
    profession: attributes.find(isProfession) ?? null,
    senior: kept.roles.includes(seniorWord),
  }
}

type Attributes = Readonly<{
  roles: readonly Role[]
  profession?: Profession | null | undefined
  senior?: boolean | undefined
}>

/** Roles and attributes as the record keeps them. */
export const storedRoles = ({ roles: held, profession, senior }: Attributes): readonly string[] => [
  ...held,
  ...(profession ? [attribute + profession] : []),
  ...(senior ? [seniorWord] : []),
]

/** The role in which somebody acts: the most clinical one they hold. */
export function actingRole(who: Account): Role {
  const order: readonly Role[] = ['surgeon', 'clinician', 'nurse', 'imaging-reader', 'coordinator']
  return order.find((role) => who.roles.includes(role)) ?? who.roles[0] ?? 'referrer'
}

export const publicAccount = ({ id, name, roles: held }: SignedIn): Account => ({ id, name, roles: held })
