import type { Resource } from '@facialis/record'
import * as z from 'zod/mini'
import { processBundle } from '../../fhir/bundle.ts'
import type { Intent } from '../../fhir/write/intent.ts'
import { conditionInUrlRefusal, parseCondition } from '../../fhir/write/parse-condition.ts'
import { writeAll } from '../../fhir/write/write-all.ts'
import { returnPreferenceOf, writeResponse } from '../../fhir/write/write-response.ts'
import { type Answer, fhirRoute, type RequestContext, type Route } from '../../http/route.ts'
import { type FhirRequest, fhirAnswer, negotiated, resource, searchContextOf } from './fhir-request.ts'

const largestResource = 2 * 1024 * 1024
const largestBundle = 16 * 1024 * 1024

const jsonPatch = z.array(z.unknown(), 'A patch is a JSON Patch: a list of operations (application/json-patch+json).')

const changing = {
  may: 'resource:write',
  ownership: 'clinic',
  ifMatch: 'where-there-is-one',
  largest: largestResource,
} as const

const which = ({
  params,
  pairs,
  ifMatch,
}: Readonly<{ params: Readonly<{ type: string; id?: string }> }> & Pick<RequestContext, 'pairs' | 'ifMatch'>) => ({
  type: params.type,
  where: '',
  id: params.id ?? null,
  search: params.id === undefined ? pairs : null,
  ifMatch,
})

/** One resource, or a bundle of them. */
export const writeRoutes: readonly Route[] = [
  fhirRoute(
    'POST',
    '/fhir',
    {
      may: 'resource:write',
      audit: 'fhir-transaction; fhir-batch, where a key came with it, and what each entry of a batch is',
      ifMatch: 'by-entry',
      takes: resource,
      largest: largestBundle,
    },
    async (asked) =>
      negotiated(asked, null, async () =>
        fhirAnswer(
          await processBundle(asked.body as Resource, {
            ...searchContextOf(asked),
            idempotencyKey: asked.idempotencyKey,
            confirmed: isConfirmed(asked),
            wanted: returnPreferenceOf(asked.headers.prefer, 'minimal'),
          }),
        ),
      ),
  ),

  fhirRoute(
    'POST',
    '/fhir/:type',
    { may: 'resource:write', audit: 'fhir-create', takes: resource, largest: largestResource },
    async (asked) => {
      const elsewhere = conditionInUrlRefusal(asked.pairs, (name) => `http.${name}`)
      if (elsewhere !== null) return elsewhere
      const header = asked.headers['if-none-exist']
      const { type } = asked.params
      const ifNoneExist = typeof header === 'string' ? parseCondition(header, type, searchContextOf(asked).ours) : null
      return write(asked, {
        method: 'create',
        type,
        where: '',
        resource: asked.body as Resource,
        ifNoneExist,
      })
    },
  ),

  // The one with this id, or the one that a search finds.
  ...(['/fhir/:type', '/fhir/:type/:id'] as const).flatMap((path): readonly Route[] => [
    fhirRoute('PUT', path, { ...changing, audit: 'fhir-update', takes: resource }, async (asked) =>
      write(asked, { ...which(asked), method: 'update', resource: asked.body as Resource }),
    ),
    fhirRoute('PATCH', path, { ...changing, audit: 'fhir-patch', takes: jsonPatch }, async (asked) =>
      write(asked, { ...which(asked), method: 'patch', patch: asked.body }),
    ),
    fhirRoute(
      'DELETE',
      path,
      { may: 'resource:write', ownership: 'clinic', ifMatch: changing.ifMatch, audit: 'fhir-delete' },
      async (asked) => write(asked, { ...which(asked), method: 'delete' }),
    ),
  ]),
]

const isConfirmed = ({ headers }: Pick<FhirRequest, 'headers'>): boolean => headers['x-facialis-confirmed'] === '1'

type Writer = FhirRequest & Pick<RequestContext, 'idempotencyKey'>

const write = (asked: Writer, intent: Intent): Promise<Answer> =>
  negotiated(asked, intent.type, async () => {
    const { base, ...writing } = searchContextOf(asked)
    const written = await writeAll([intent], {
      ...writing,
      action: `fhir-${intent.method}`,
      idempotencyKey: asked.idempotencyKey,
      confirmed: isConfirmed(asked),
    })
    return writeResponse(written, base, returnPreferenceOf(asked.headers.prefer, 'representation'))
  })
