import { methodNotAllowed } from '../../core/refusal.ts'
import { history } from '../../fhir/history.ts'
import { read } from '../../fhir/read.ts'
import { searchIn } from '../../fhir/search/in-compartment.ts'
import { search } from '../../fhir/search/search.ts'
import { fhirRoute, type Route } from '../../http/route.ts'
import { type FhirRequest, fhirAnswer, negotiated, searchContextOf, searchForm } from './fhir-request.ts'

/** A resource is searched by what its type can be searched by: by what all types share nobody looks for anybody. */
const acrossTypes =
  'Several types cannot be searched at once: search one of them, [type]?…, or everything about one person, Patient/[id]/$everything.'

/** Resources of one type, one of them, and what they were before. */
export const readRoutes: readonly Route[] = [
  fhirRoute('GET', '/fhir/:type', { may: 'chart:read', audit: 'fhir-search' }, async (asked) =>
    negotiated(asked, asked.params.type, async () =>
      fhirAnswer(await search(asked.params.type, asked.pairs, searchContextOf(asked))),
    ),
  ),

  fhirRoute(
    'POST',
    '/fhir/:type/_search',
    { may: 'chart:read', audit: 'fhir-search', takes: searchForm },
    async (asked) =>
      negotiated(asked, asked.params.type, async () =>
        fhirAnswer(await search(asked.params.type, [...asked.pairs, ...(asked.body ?? [])], searchContextOf(asked))),
      ),
  ),

  fhirRoute('GET', '/fhir/_history', { may: 'chart:read', audit: 'fhir-history' }, async (asked) =>
    negotiated(asked, null, async () =>
      fhirAnswer(await history({ type: null, id: null }, asked.query, searchContextOf(asked))),
    ),
  ),

  fhirRoute('GET', '/fhir/:type/_history', { may: 'chart:read', audit: 'fhir-history' }, async (asked) =>
    negotiated(asked, asked.params.type, async () =>
      fhirAnswer(await history({ type: asked.params.type, id: null }, asked.query, searchContextOf(asked))),
    ),
  ),

  fhirRoute('GET', '/fhir/:type/:id', { may: 'chart:read', ownership: 'clinic', audit: 'fhir-read' }, async (asked) =>
    negotiated(asked, asked.params.type, async () =>
      read(asked.params, { ...searchContextOf(asked), ...conditions(asked) }),
    ),
  ),

  fhirRoute(
    'GET',
    '/fhir/:type/:id/_history',
    { may: 'chart:read', ownership: 'clinic', audit: 'fhir-history' },
    async (asked) =>
      negotiated(asked, asked.params.type, async () =>
        fhirAnswer(await history(asked.params, asked.query, searchContextOf(asked))),
      ),
  ),

  fhirRoute(
    'GET',
    '/fhir/:type/:id/_history/:version',
    { may: 'chart:read', ownership: 'clinic', audit: 'fhir-read' },
    async (asked) =>
      negotiated(asked, asked.params.type, async () =>
        read(asked.params, { ...searchContextOf(asked), ...conditions(asked) }),
      ),
  ),
]

/** What belongs to one resource, such as a patient; and a search through all types at once, which is refused. */
export const compartmentRoutes: readonly Route[] = [
  fhirRoute(
    'GET',
    '/fhir/:compartment/:id/:type',
    { may: 'chart:read', ownership: 'clinic', audit: 'fhir-search' },
    async (asked) =>
      negotiated(asked, null, async () =>
        fhirAnswer(await searchIn(asked.params, asked.pairs, searchContextOf(asked))),
      ),
  ),

  fhirRoute(
    'POST',
    '/fhir/:compartment/:id/:type/_search',
    { may: 'chart:read', ownership: 'clinic', audit: 'fhir-search', takes: searchForm },
    async (asked) =>
      negotiated(asked, null, async () =>
        fhirAnswer(await searchIn(asked.params, [...asked.pairs, ...(asked.body ?? [])], searchContextOf(asked))),
      ),
  ),

  ...(
    [
      ['GET', '/fhir', ['POST']],
      ['POST', '/fhir/_search', []],
    ] as const
  ).map(([method, path, allow]) =>
    fhirRoute(method, path, { may: 'chart:read', audit: { not: 'nothing is searched' } }, async () =>
      methodNotAllowed(allow, 'not-supported', acrossTypes),
    ),
  ),
]

const conditions = ({ headers }: FhirRequest) => ({
  ifNoneMatch: headers['if-none-match'],
  ifModifiedSince: headers['if-modified-since'],
})
