import { may, type Role } from '@facialis/wire'
import { type Interaction, rolesFor } from '../fhir/responses/interactions.ts'
import type { Route } from '../http/route.ts'
import { servedTypes } from '../search-indexing/parameters.ts'

const interactionBy: Readonly<Partial<Record<Route['method'], Interaction>>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
}

/** Whether a role may call a route at all; over FHIR, for at least one resource type. */
export function mayCall(role: Role, route: Pick<Route, 'method' | 'may'>): boolean {
  if (route.may === 'anyone') return true
  const interaction = route.may === 'resource:write' ? interactionBy[route.method] : undefined
  const isOpen = interaction === undefined || servedTypes.some((type) => rolesFor(type, interaction).includes(role))
  return isOpen && may([role], route.may)
}
