import type { FastifyRequest } from 'fastify'
import type { Clinic } from '../clinic/clinic.ts'
import type { Refusal } from '../ground/problem.ts'
import { findSession } from '../identity/sessions.ts'
import { sessionToken } from './cookies.ts'
import type { Route } from './route.ts'
import { tellRefusal } from './tell-refusal.ts'

/** Tells of what could not even be read: no line of the table was put to work for it. */
export async function tellUnread(clinic: Clinic, request: FastifyRequest, refusal: Refusal): Promise<void> {
  const { url: path, config } = request.routeOptions
  // Whoever has a door of their own is told of there.
  if (path === undefined || config.ownDoor === true) return
  const live = await findSession(clinic, sessionToken(request, clinic.https), { byTimer: true })
  await tellRefusal(clinic, {
    route: { method: request.method as Route['method'], path },
    params: request.params as Readonly<Record<string, string>>,
    who: live?.who ?? null,
    refusal,
    requestId: request.id,
  })
}
