import type { Account as Kept } from '@facialis/record'
import type { Profession, Role } from '@facialis/wire'
import { accountOf } from './account.ts'

type Secrets = Readonly<{ password: boolean; signInsForgotten: boolean }>

/** For the trail: whose account it is, and each thing that was otherwise before. Of a secret only that there is another one. */
export function accountChangeText(before: Kept, after: Kept, { password, signInsForgotten }: Secrets): string {
  const [was, is] = [statedOf(before), statedOf(after)]
  const moved = Object.entries(is).flatMap(([what, now]) =>
    was[what] === now ? [] : [`${what} ${was[what]} → ${now}`],
  )
  const told = [
    ...moved,
    ...(password ? ['another password'] : []),
    ...(signInsForgotten ? ['other ways of signing in forgotten'] : []),
  ]
  return `${before.login}: ${told.length === 0 ? 'as it was' : told.join('; ')}`
}

type Made = Readonly<{
  login: string
  roles: readonly Role[]
  profession?: Profession | null | undefined
  senior?: boolean | undefined
}>

/** For the trail: whose account was made, and what it opens. */
export const newAccountText = ({ login, roles, profession, senior }: Made): string =>
  `${login}: ${[...roles, ...(profession ? [profession] : []), ...(senior ? ['senior'] : [])].join(', ') || 'no role'}`

function statedOf(kept: Kept): Readonly<Record<string, string>> {
  const { name, roles, profession, senior } = accountOf(kept)
  return {
    name,
    roles: [...roles].sort().join(', ') || 'none',
    profession: profession ?? 'none',
    senior: senior ? 'yes' : 'no',
    account: kept.disabled ? 'shut' : 'open',
  }
}
