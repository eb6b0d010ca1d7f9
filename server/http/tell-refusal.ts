import type { Clinic } from '../clinic/clinic.ts'
import type { Refusal } from '../ground/problem.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { isServed } from '../indexed/parameters.ts'
import type { Route } from './route.ts'

type Refused = Readonly<{
  route: Readonly<{ method: Route['method']; path: string }>
  params: Readonly<Record<string, string | undefined>>
  who: SignedIn | null
  refusal: Refusal
  requestId: string
}>

/** Not for them, not there, not there any more: whoever asks for what they may not have is told of. */
const telling = new Set([401, 403, 404, 410])

/** Tells that somebody asked, or sent something, and was refused, unless what refused it has told so itself. */
export async function tellRefusal(clinic: Clinic, refused: Refused): Promise<void> {
  const { route, params, who, refusal, requestId } = refused
  const { method, path } = route
  if (refusal.status >= 500 || clinic.told.isTold(requestId)) return
  const isTelling = telling.has(refusal.status)
  if (who === null) return isTelling ? clinic.strangers.refused() : undefined
  if (!isTelling && method === 'GET') return
  const patientId = await personAskedFor(clinic, path, params)
  const patientIds = patientId === null ? [] : [patientId]
  // The address as the table has it: what stands in it may be anything.
  const what = `${method} ${path}`
  if (!isTelling) return clinic.unfitWrites.refused({ who, what, code: refusal.problem.code, patientIds, requestId })
  await clinic.record.auditRead({
    actor: { id: who.id, role: actingRole(who) },
    action: 'asked-and-refused',
    outcome: 'refused',
    what,
    problem: { ...refusal.problem, where: refusal.problem.where ?? '' },
    requestId,
    patientIds,
  })
}

/** Whose record was asked for, when there is such a person; what was made up is kept nowhere. */
async function personAskedFor({ record }: Clinic, path: string, params: Refused['params']): Promise<string | null> {
  const { compartment, id } = params
  const type = compartment ?? params.type ?? (/^\/(?:api\/patients|fhir\/Patient)\/:id/.test(path) ? 'Patient' : '')
  return id === undefined ? null : personOf(type, id, record)
}

/** Whose a resource is, when there is such a one and it is somebody's. */
export async function personOf(type: string, id: string, { read }: Pick<Clinic['record'], 'read'>) {
  if (!isServed(type)) return null
  const found = await read(type, id)
  return found.ok ? found.value.patientId : null
}
