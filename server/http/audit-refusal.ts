import type { Clinic } from '../clinic/clinic.ts'
import type { Refusal } from '../core/refusal.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { isServed } from '../search-indexing/parameters.ts'
import type { Route } from './route.ts'

type Refused = Readonly<{
  route: Readonly<{ method: Route['method']; path: string }>
  params: Readonly<Record<string, string | undefined>>
  who: SignedIn | null
  refusal: Refusal
  requestId: string
}>

/** Not authenticated, forbidden, not found, gone: always audited, also for reads. */
const auditedStatuses = new Set([401, 403, 404, 410])

/** Audits a refused request, unless whatever refused it has done so already. */
export async function auditRefusal(clinic: Clinic, refused: Refused): Promise<void> {
  const { route, params, who, refusal, requestId } = refused
  const { method, path } = route
  if (refusal.status >= 500 || clinic.auditedRequests.isAudited(requestId)) return
  const isTelling = auditedStatuses.has(refusal.status)
  if (who === null) return isTelling ? clinic.unauthenticatedRefusals.refused() : undefined
  if (!isTelling && method === 'GET') return
  const patientId = await personAskedFor(clinic, path, params)
  const patientIds = patientId === null ? [] : [patientId]
  // The address as the table has it: what stands in it may be anything.
  const what = `${method} ${path}`
  if (!isTelling) return clinic.rejectedWrites.refused({ who, what, code: refusal.problem.code, patientIds, requestId })
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

/** The patient whose record was requested, if there is one; an invented id is kept nowhere. */
async function personAskedFor({ record }: Clinic, path: string, params: Refused['params']): Promise<string | null> {
  const { compartment, id } = params
  const type = compartment ?? params.type ?? (/^\/(?:api\/patients|fhir\/Patient)\/:id/.test(path) ? 'Patient' : '')
  return id === undefined ? null : patientIdOf(type, id, record)
}

/** The patient a stored resource belongs to; null where it does not exist or belongs to none. */
export async function patientIdOf(type: string, id: string, { read }: Pick<Clinic['record'], 'read'>) {
  if (!isServed(type)) return null
  const found = await read(type, id)
  return found.ok ? found.value.patientId : null
}
