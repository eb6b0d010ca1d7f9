import { capabilityStatement } from '../fhir/capability.ts'
import { notAcceptable, resourceAnswer } from '../fhir/responses/answer.ts'
import { fhirRoute, type Route } from '../http/route.ts'
import { exportRoutes } from './fhir/export.ts'
import { operationRoutes } from './fhir/operations.ts'
import { compartmentRoutes, readRoutes } from './fhir/reads.ts'
import { trailRoutes } from './fhir/trail.ts'
import { writeRoutes } from './fhir/writes.ts'

/** The FHIR interface. */
export const fhirRoutes: readonly Route[] = [
  fhirRoute(
    'GET',
    '/fhir/metadata',
    { may: 'anyone', audit: { not: 'reveals nothing about any patient' } },
    async ({ clinic, origin, headers, query }) =>
      notAcceptable(headers, query._format) ??
      resourceAnswer(
        capabilityStatement({
          routes: fhirRoutes,
          base: `${origin}/fhir`,
          pathway: clinic.pathway,
          date: clinic.today(),
        }),
      ),
  ),

  ...trailRoutes,
  ...readRoutes,
  ...writeRoutes,
  ...compartmentRoutes,
  ...operationRoutes,
  ...exportRoutes,
]
