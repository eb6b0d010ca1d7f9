import type { Clinic } from '../clinic.ts'
import { isServed } from '../fhir/served.ts'
import type { Route } from '../http/route.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import type { Refusal } from '../problem.ts'

type Refused = Readonly<{
  route: Pick<Route, 'method' | 'path'>
  params: Readonly<Record<string, string | undefined>>
  who: SignedIn | null
  refusal: Refusal
  requestId: string
}>

/** Not for them, not there, not there any more: whoever asks for what they may not have is told of. */
const telling = new Set([401, 403, 404, 410])

/** Tells that somebody asked and was refused, unless what refused it has told so itself. */
export async function tellRefusal(
  clinic: Clinic,
  { route: { method, path }, params, who, refusal, requestId }: Refused,
): Promise<void> {
  if (!telling.has(refusal.status) || clinic.told.isTold(requestId)) return
  if (who === null) return clinic.strangers.refused()
  const patientId = await personAskedFor(clinic, path, params)
  await clinic.record.auditRead({
    actor: { id: who.id, role: actingRole(who) },
    action: 'asked-and-refused',
    outcome: 'refused',
    // The address as the table has it: what stands in it may be anything.
    what: `${method} ${path}`,
    problem: { ...refusal.problem, where: refusal.problem.where ?? '' },
    requestId,
    ...(patientId === null ? {} : { patientId }),
  })
}

/** Whose record was asked for, when there is such a person; what was made up is kept nowhere. */
async function personAskedFor({ record }: Clinic, path: string, params: Refused['params']): Promise<string | null> {
  const { type = /^\/(?:api\/patients|fhir\/Patient)\/:id/.test(path) ? 'Patient' : '', id } = params
  if (id === undefined || !isServed(type)) return null
  const found = await record.read(type, id)
  return found.ok ? found.value.patientId : null
}
