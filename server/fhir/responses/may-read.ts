import type { Resource, Where } from '@facialis/record'
import { may } from '@facialis/wire'
import type { SignedIn } from '../../identity/account.ts'
import { taskCode } from '../../patient/reviews.ts'

/** What came in by the front door is for those who answer it, here as on the board. */
const requests = ['referral', 'appointment-request']
const keys = requests.flatMap((code) => taskCode(code).coding.map(({ system }) => `${system}|${code}`))

/** What of a type somebody who may read charts is not shown. */
export const hiddenFrom = (who: SignedIn, type: string): readonly Where[] =>
  type === 'Task' && !may(who.roles, 'request:triage') ? [{ not: { name: '?code', anyOf: keys } }] : []

/** The same of one resource. */
export function mayRead(who: SignedIn, resource: Resource): boolean {
  if (resource.resourceType !== 'Task' || may(who.roles, 'request:triage')) return true
  const { coding = [] } = (resource.code ?? {}) as { coding?: readonly { system?: string; code?: string }[] }
  return !(Array.isArray(coding) && coding.some(({ system, code }) => keys.includes(`${system}|${code}`)))
}
