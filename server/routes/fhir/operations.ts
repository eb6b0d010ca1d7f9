import * as z from 'zod/mini'
import { apply } from '../../fhir/apply.ts'
import { parseParameters } from '../../fhir/parse-parameters.ts'
import { everything } from '../../fhir/search/everything.ts'
import { fhirRoute, type Route } from '../../http/route.ts'
import { fhirAnswer, negotiated, resource, searchContextOf } from './fhir-request.ts'

/** What FHIR calls operations: a `$` and a name. */
export const operationRoutes: readonly Route[] = [
  fhirRoute(
    'GET',
    '/fhir/Patient/:id/$everything',
    { may: 'chart:read', ownership: 'clinic', audit: 'fhir-everything' },
    async (asked) =>
      negotiated(asked, null, async () =>
        fhirAnswer(await everything(asked.params.id, asked.pairs, searchContextOf(asked))),
      ),
  ),

  // An operation may be asked for in either way; some clients know this one only.
  fhirRoute(
    'POST',
    '/fhir/Patient/:id/$everything',
    { may: 'chart:read', ownership: 'clinic', audit: 'fhir-everything', takes: z.optional(resource) },
    async (asked) =>
      negotiated(asked, null, async () => {
        const sent = parseParameters(asked.body)
        return sent.ok
          ? fhirAnswer(await everything(asked.params.id, [...asked.pairs, ...sent.value], searchContextOf(asked)))
          : sent
      }),
  ),

  fhirRoute('GET', '/fhir/PlanDefinition/:plan/$apply', { may: 'chart:read', audit: 'fhir-apply' }, async (asked) =>
    negotiated(asked, null, async () =>
      fhirAnswer(await apply(asked.params.plan, asked.query.subject, searchContextOf(asked))),
    ),
  ),

  fhirRoute(
    'POST',
    '/fhir/PlanDefinition/:plan/$apply',
    { may: 'chart:read', audit: 'fhir-apply', takes: z.optional(resource) },
    async (asked) =>
      negotiated(asked, null, async () => {
        const sent = parseParameters(asked.body)
        if (!sent.ok) return sent
        const subject = sent.value.find(([name]) => name === 'subject')?.[1] ?? asked.query.subject
        return fhirAnswer(await apply(asked.params.plan, subject, searchContextOf(asked)))
      }),
  ),
]
