import type { Permission } from './permissions.ts'

/** What is typed of somebody, by the first word of the key of a draft: what its writer has to be allowed still to read it again. */
const needed: ReadonlyMap<string, Permission> = new Map([
  ['patient', 'chart:read'],
  ['request', 'request:triage'],
  ['referral', 'request:triage'],
  ['opening', 'emergency:review'],
  ['account', 'account:manage'],
])

/** Null where it is about nobody. */
export const neededForDraft = (key: string): Permission | null => needed.get(key.split('.', 1)[0] as string) ?? null
