import type { Permission } from './permissions.ts'

/**
 * How long a draft is kept after the last word was typed. It is there so that somebody goes on with it, after weeks of
 * absence, too. It may tell of a person what nobody has signed and no trail holds, so it is not kept for longer than that.
 */
export const daysADraftIsKept = 90

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
