import type { FastifyRequest } from 'fastify'
import type { Clinic } from '../clinic/clinic.ts'
import type { Refusal } from '../core/refusal.ts'
import { findSession } from '../identity/sessions.ts'
import { auditRefusal } from './audit-refusal.ts'
import { sessionToken } from './cookies.ts'
import type { Route } from './route.ts'

/** Audits a request whose body could not be read, so that its route's handler never ran. */
export async function auditUnreadable(clinic: Clinic, request: FastifyRequest, refusal: Refusal): Promise<void> {
  const { url: path, config } = request.routeOptions
  // CDS services authenticate and audit by themselves.
  if (path === undefined || config.ownDoor === true) return
  const live = await findSession(clinic, sessionToken(request, clinic.https), { byTimer: true })
  await auditRefusal(clinic, {
    route: { method: request.method as Route['method'], path },
    params: request.params as Readonly<Record<string, string>>,
    who: live?.who ?? null,
    refusal,
    requestId: request.id,
  })
}
