import type { Clinic } from '../clinic/clinic.ts'
import type { Refusal } from '../core/refusal.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { breakGlass } from './break-glass.ts'

type Refused = Readonly<{ who: SignedIn; words: string; requestId: string; patientId?: string }>

/** Audits an emergency access that was refused. @returns the refusal */
export async function auditRefusedOpening(
  { record }: Clinic,
  refusal: Refusal,
  { who, words, requestId, ...about }: Refused,
): Promise<Refusal> {
  await record.auditRead({
    actor: { id: who.id, role: actingRole(who) },
    action: 'emergency-opened',
    outcome: 'refused',
    what: 'a record in an emergency',
    problem: { ...refusal.problem, where: refusal.problem.where ?? '' },
    reason: words,
    purpose: breakGlass,
    requestId,
    ...about,
  })
  return refusal
}
