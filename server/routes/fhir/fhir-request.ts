import type { Permission } from '@facialis/wire'
import * as z from 'zod/mini'
import { notFound, type Result } from '../../core/refusal.ts'
import { notAcceptable, resourceAnswer } from '../../fhir/responses/answer.ts'
import type { Searching } from '../../fhir/search/search.ts'
import type { Answer, RequestContext } from '../../http/route.ts'
import { isServed } from '../../indexed/parameters.ts'

/** What every question to the FHIR interface comes with. */
export type AnyAsked = Pick<
  RequestContext<string, Permission>,
  'clinic' | 'who' | 'origin' | 'origins' | 'requestId' | 'headers' | 'query'
>

/** Who asks, and at which addresses this server may be meant. */
export const searching = ({ clinic, who, origin, origins, requestId, headers }: AnyAsked): Searching => ({
  clinic,
  who,
  base: `${origin}/fhir`,
  ours: origins().map((one) => `${one}/fhir`),
  requestId,
  lenient: /handling\s*=\s*lenient/i.test(String(headers.prefer ?? '')),
})

/** Answers only who takes JSON, and only for types that are served. */
export const spoken = async (asked: AnyAsked, type: string | null, ask: () => Promise<Answer>): Promise<Answer> =>
  notAcceptable(asked.headers, asked.query._format) ?? (type !== null && !isServed(type) ? notFound() : await ask())

/** What was found, as FHIR; a refusal as it is. */
export const told = <T extends Parameters<typeof resourceAnswer>[0]>(result: Result<T>): Answer =>
  result.ok ? resourceAnswer(result.value) : result

const formMeant = 'A search is sent as a form (application/x-www-form-urlencoded) of at most 100 parameters.'
/** What a search is sent as that stands in the body. */
export const form = z.optional(z.array(z.tuple([z.string(), z.string()]), formMeant).check(z.maxLength(100, formMeant)))

/** A resource of any type, as far as a route looks into it. */
export const resource = z.looseObject({ resourceType: z.string('A FHIR resource names its type: "resourceType".') })
