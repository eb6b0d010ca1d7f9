import type { Permission } from '@facialis/wire'
import * as z from 'zod/mini'
import { notFound, type Result } from '../../core/refusal.ts'
import { notAcceptable, resourceAnswer } from '../../fhir/responses/answer.ts'
import type { SearchContext } from '../../fhir/search/search.ts'
import type { Answer, RequestContext } from '../../http/route.ts'
import { isServed } from '../../search-indexing/parameters.ts'

/** What every question to the FHIR interface comes with. */
export type FhirRequest = Pick<
  RequestContext<string, Permission>,
  'clinic' | 'who' | 'origin' | 'origins' | 'requestId' | 'headers' | 'query'
>

/** The search context of a request: the caller, and the base URLs that mean this server. */
export const searchContextOf = ({ clinic, who, origin, origins, requestId, headers }: FhirRequest): SearchContext => ({
  clinic,
  who,
  base: `${origin}/fhir`,
  ours: origins().map((one) => `${one}/fhir`),
  requestId,
  lenient: /handling\s*=\s*lenient/i.test(String(headers.prefer ?? '')),
})

/** Content negotiation: only JSON, and only types that are served. */
export const negotiated = async (
  asked: FhirRequest,
  type: string | null,
  ask: () => Promise<Answer>,
): Promise<Answer> =>
  notAcceptable(asked.headers, asked.query._format) ?? (type !== null && !isServed(type) ? notFound() : await ask())

/** A FHIR response of a resource; a refusal stays one. */
export const fhirAnswer = <T extends Parameters<typeof resourceAnswer>[0]>(result: Result<T>): Answer =>
  result.ok ? resourceAnswer(result.value) : result

const formMeant = 'A search is sent as a form (application/x-www-form-urlencoded) of at most 100 parameters.'
/** The schema of a search in a form body (`POST …/_search`). */
export const searchForm = z.optional(
  z.array(z.tuple([z.string(), z.string()]), formMeant).check(z.maxLength(100, formMeant)),
)

/** A resource of any type, as far as a route looks into it. */
export const resource = z.looseObject({ resourceType: z.string('A FHIR resource names its type: "resourceType".') })
