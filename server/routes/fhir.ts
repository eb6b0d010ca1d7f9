import * as z from 'zod/mini'
import { notSpoken, resourceAnswer } from '../fhir/answer.ts'
import { capabilityStatement } from '../fhir/capability.ts'
import { history } from '../fhir/history.ts'
import { read } from '../fhir/read.ts'
import { type Searching, search } from '../fhir/search.ts'
import { isServed } from '../fhir/served.ts'
import type { Answer, Asked, Route } from '../http/route.ts'
import { route } from '../http/route.ts'
import type { Permission } from '../permissions.ts'
import { nothingHere, type Result } from '../problem.ts'

type AnyAsked = Pick<Asked<string, Permission>, 'clinic' | 'who' | 'origin' | 'requestId' | 'headers' | 'query'>

const searching = ({ clinic, who, origin, requestId, headers }: AnyAsked): Searching => ({
  clinic,
  who,
  base: `${origin}/fhir`,
  requestId,
  lenient: /handling\s*=\s*lenient/i.test(String(headers.prefer ?? '')),
})

/** Answers only who takes JSON, and only for types that are served. */
const spoken = async (asked: AnyAsked, type: string | null, ask: () => Promise<Answer>): Promise<Answer> =>
  notSpoken(asked.headers.accept, asked.query._format) ??
  (type !== null && !isServed(type) ? nothingHere() : await ask())

const told = <T extends Parameters<typeof resourceAnswer>[0]>(result: Result<T>): Answer =>
  result.ok ? resourceAnswer(result.value) : result

const form = z.optional(z.strictObject({ pairs: z.array(z.tuple([z.string(), z.string()])).check(z.maxLength(100)) }))

export const fhirRoutes: readonly Route[] = [
  route(
    'GET',
    '/fhir/metadata',
    { may: 'anyone', audit: { not: 'tells nothing of any patient' } },
    async ({ clinic, origin }) =>
      resourceAnswer(
        capabilityStatement({
          routes: fhirRoutes,
          base: `${origin}/fhir`,
          version: clinic.pathway.version,
          title: clinic.pathway.title.toLowerCase(),
          date: clinic.today(),
        }),
      ),
  ),

  route('GET', '/fhir/:type', { may: 'chart:read', audit: 'fhir-search' }, async (asked) =>
    spoken(asked, asked.params.type, async () => told(await search(asked.params.type, asked.pairs, searching(asked)))),
  ),

  route('POST', '/fhir/:type/_search', { may: 'chart:read', audit: 'fhir-search', takes: form }, async (asked) =>
    spoken(asked, asked.params.type, async () =>
      told(await search(asked.params.type, [...asked.pairs, ...(asked.body?.pairs ?? [])], searching(asked))),
    ),
  ),

  route('GET', '/fhir/:type/_history', { may: 'chart:read', audit: 'fhir-history' }, async (asked) =>
    spoken(asked, asked.params.type, async () =>
      told(await history({ type: asked.params.type, id: null }, asked.query, searching(asked))),
    ),
  ),

  route('GET', '/fhir/:type/:id', { may: 'chart:read', audit: 'fhir-read' }, async (asked) =>
    spoken(asked, asked.params.type, async () => read(asked.params, { ...searching(asked), ...conditions(asked) })),
  ),

  route('GET', '/fhir/:type/:id/_history', { may: 'chart:read', audit: 'fhir-history' }, async (asked) =>
    spoken(asked, asked.params.type, async () => told(await history(asked.params, asked.query, searching(asked)))),
  ),

  route('GET', '/fhir/:type/:id/_history/:version', { may: 'chart:read', audit: 'fhir-read' }, async (asked) =>
    spoken(asked, asked.params.type, async () => read(asked.params, { ...searching(asked), ...conditions(asked) })),
  ),
]

const conditions = ({ headers }: AnyAsked) => ({
  ifNoneMatch: headers['if-none-match'],
  ifModifiedSince: headers['if-modified-since'],
})
