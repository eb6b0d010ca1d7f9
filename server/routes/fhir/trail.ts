import { methodNotAllowed } from '../../core/refusal.ts'
import { readEvent, searchTrail, trailOf } from '../../fhir/audit/read-trail.ts'
import { fhirRoute, type Route } from '../../http/route.ts'
import { fhirAnswer, negotiated, searchContextOf, searchForm } from './fhir-request.ts'

const reading = { may: 'audit:read', ownership: 'clinic', audit: 'audit-read' } as const
const nothing = { not: 'nothing is read and nothing is changed' }
const never = { may: 'audit:read', ownership: 'nobody', audit: nothing, ifMatch: nothing } as const
const written = [
  ['POST', '/fhir/AuditEvent'],
  ['PUT', '/fhir/AuditEvent'],
  ['PATCH', '/fhir/AuditEvent'],
  ['DELETE', '/fhir/AuditEvent'],
  ['PUT', '/fhir/AuditEvent/:id'],
  ['PATCH', '/fhir/AuditEvent/:id'],
  ['DELETE', '/fhir/AuditEvent/:id'],
] as const

/** The audit trail is read like any type, by whoever may read it, and written by nobody: it is added to by what happens. */
export const trailRoutes: readonly Route[] = [
  fhirRoute('GET', '/fhir/AuditEvent', reading, async (asked) =>
    negotiated(asked, null, async () => fhirAnswer(await searchTrail(asked.pairs, searchContextOf(asked)))),
  ),
  fhirRoute('POST', '/fhir/AuditEvent/_search', { ...reading, takes: searchForm }, async (asked) =>
    negotiated(asked, null, async () =>
      fhirAnswer(await searchTrail([...asked.pairs, ...(asked.body ?? [])], searchContextOf(asked))),
    ),
  ),
  fhirRoute('GET', '/fhir/AuditEvent/:id', reading, async (asked) =>
    negotiated(asked, null, async () => fhirAnswer(await readEvent(asked.params.id, searchContextOf(asked)))),
  ),
  fhirRoute('GET', '/fhir/Patient/:id/AuditEvent', reading, async (asked) =>
    negotiated(asked, null, async () =>
      fhirAnswer(await trailOf(asked.params.id, asked.pairs, searchContextOf(asked))),
    ),
  ),
  ...written.map(([method, path]) =>
    fhirRoute(method, path, never, async () =>
      methodNotAllowed(
        ['GET', 'HEAD'],
        'not-supported',
        'The audit trail cannot be written to; what happens adds to it.',
      ),
    ),
  ),
]
