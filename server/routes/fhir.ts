import type { Resource } from '@facialis/record'
import type { Permission } from '@facialis/wire'
import * as z from 'zod/mini'
import { apply } from '../fhir/apply.ts'
import { readEvent, searchTrail, trailOf } from '../fhir/audit/read-trail.ts'
import { doBundle } from '../fhir/bundle.ts'
import { capabilityStatement } from '../fhir/capability.ts'
import { endOf, fileOf, statusOf } from '../fhir/export/fetch-file.ts'
import { kickOff } from '../fhir/export/kick-off.ts'
import { history } from '../fhir/history.ts'
import { parametersSent } from '../fhir/parameters-sent.ts'
import { read } from '../fhir/read.ts'
import { everything } from '../fhir/search/everything.ts'
import { searchIn } from '../fhir/search/in-compartment.ts'
import { type Searching, search } from '../fhir/search/search.ts'
import { notSpoken, resourceAnswer } from '../fhir/served/answer.ts'
import { answerWritten, wantedIn } from '../fhir/write/answer-written.ts'
import { conditionSent } from '../fhir/write/condition-sent.ts'
import type { Intent } from '../fhir/write/intent.ts'
import { writeAll } from '../fhir/write/write-all.ts'
import { nothingHere, type Result, refuse } from '../ground/problem.ts'
import type { Answer, Asked, Route } from '../http/route.ts'
import { fhirRoute } from '../http/route.ts'
import { isServed } from '../indexed/parameters.ts'

type AnyAsked = Pick<
  Asked<string, Permission>,
  'clinic' | 'who' | 'origin' | 'origins' | 'requestId' | 'headers' | 'query'
>

const searching = ({ clinic, who, origin, origins, requestId, headers }: AnyAsked): Searching => ({
  clinic,
  who,
  base: `${origin}/fhir`,
  ours: origins().map((one) => `${one}/fhir`),
  requestId,
  lenient: /handling\s*=\s*lenient/i.test(String(headers.prefer ?? '')),
})

/** Answers only who takes JSON, and only for types that are served. */
const spoken = async (asked: AnyAsked, type: string | null, ask: () => Promise<Answer>): Promise<Answer> =>
  notSpoken(asked.headers.accept, asked.query._format) ??
  (type !== null && !isServed(type) ? nothingHere() : await ask())

const told = <T extends Parameters<typeof resourceAnswer>[0]>(result: Result<T>): Answer =>
  result.ok ? resourceAnswer(result.value) : result

/** A resource is searched by what its type can be searched by: by what all types share nobody looks for anybody. */
const acrossTypes =
  'Several types are not searched at once: ask one of them, [type]?…, or everything of one person, Patient/[id]/$everything.'

const formMeant = 'A search is sent as a form (application/x-www-form-urlencoded) of at most 100 parameters.'
const form = z.optional(z.array(z.tuple([z.string(), z.string()]), formMeant).check(z.maxLength(100, formMeant)))

const resource = z.looseObject({ resourceType: z.string('A FHIR resource names its type: "resourceType".') })
const largestResource = 2 * 1024 * 1024
const largestBundle = 16 * 1024 * 1024

const jsonPatch = z.array(z.unknown(), 'A patch is a JSON Patch: a list of operations (application/json-patch+json).')

const changing = { may: 'resource:write', ifMatch: 'where-there-is-one', largest: largestResource } as const

const which = ({
  params,
  pairs,
  ifMatch,
}: Readonly<{ params: Readonly<{ type: string; id?: string }> }> & Pick<Asked, 'pairs' | 'ifMatch'>) => ({
  type: params.type,
  where: '',
  id: params.id ?? null,
  search: params.id === undefined ? pairs : null,
  ifMatch,
})

export const fhirRoutes: readonly Route[] = [
  fhirRoute(
    'GET',
    '/fhir/metadata',
    { may: 'anyone', audit: { not: 'tells nothing of any patient' } },
    async ({ clinic, origin, headers, query }) =>
      notSpoken(headers.accept, query._format) ??
      resourceAnswer(
        capabilityStatement({
          routes: fhirRoutes,
          base: `${origin}/fhir`,
          pathway: clinic.pathway,
          date: clinic.today(),
        }),
      ),
  ),

  ...trailRoutes(),

  fhirRoute('GET', '/fhir/:type', { may: 'chart:read', audit: 'fhir-search' }, async (asked) =>
    spoken(asked, asked.params.type, async () => told(await search(asked.params.type, asked.pairs, searching(asked)))),
  ),

  fhirRoute('POST', '/fhir/:type/_search', { may: 'chart:read', audit: 'fhir-search', takes: form }, async (asked) =>
    spoken(asked, asked.params.type, async () =>
      told(await search(asked.params.type, [...asked.pairs, ...(asked.body ?? [])], searching(asked))),
    ),
  ),

  fhirRoute('GET', '/fhir/_history', { may: 'chart:read', audit: 'fhir-history' }, async (asked) =>
    spoken(asked, null, async () => told(await history({ type: null, id: null }, asked.query, searching(asked)))),
  ),

  fhirRoute('GET', '/fhir/:type/_history', { may: 'chart:read', audit: 'fhir-history' }, async (asked) =>
    spoken(asked, asked.params.type, async () =>
      told(await history({ type: asked.params.type, id: null }, asked.query, searching(asked))),
    ),
  ),

  fhirRoute('GET', '/fhir/:type/:id', { may: 'chart:read', audit: 'fhir-read' }, async (asked) =>
    spoken(asked, asked.params.type, async () => read(asked.params, { ...searching(asked), ...conditions(asked) })),
  ),

  fhirRoute('GET', '/fhir/:type/:id/_history', { may: 'chart:read', audit: 'fhir-history' }, async (asked) =>
    spoken(asked, asked.params.type, async () => told(await history(asked.params, asked.query, searching(asked)))),
  ),

  fhirRoute('GET', '/fhir/:type/:id/_history/:version', { may: 'chart:read', audit: 'fhir-read' }, async (asked) =>
    spoken(asked, asked.params.type, async () => read(asked.params, { ...searching(asked), ...conditions(asked) })),
  ),

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
      spoken(asked, null, async () =>
        told(
          await doBundle(asked.body as Resource, {
            ...searching(asked),
            idempotencyKey: asked.idempotencyKey,
            confirmed: isConfirmed(asked),
            wanted: wantedIn(asked.headers.prefer, 'minimal'),
          }),
        ),
      ),
  ),

  fhirRoute(
    'POST',
    '/fhir/:type',
    { may: 'resource:write', audit: 'fhir-create', takes: resource, largest: largestResource },
    async (asked) => {
      const header = asked.headers['if-none-exist']
      const { type } = asked.params
      const ifNoneExist = typeof header === 'string' ? conditionSent(header, type, searching(asked).ours) : null
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
      { may: 'resource:write', ifMatch: changing.ifMatch, audit: 'fhir-delete' },
      async (asked) => write(asked, { ...which(asked), method: 'delete' }),
    ),
  ]),

  fhirRoute('GET', '/fhir/:compartment/:id/:type', { may: 'chart:read', audit: 'fhir-search' }, async (asked) =>
    spoken(asked, null, async () => told(await searchIn(asked.params, asked.pairs, searching(asked)))),
  ),

  fhirRoute(
    'POST',
    '/fhir/:compartment/:id/:type/_search',
    { may: 'chart:read', audit: 'fhir-search', takes: form },
    async (asked) =>
      spoken(asked, null, async () =>
        told(await searchIn(asked.params, [...asked.pairs, ...(asked.body ?? [])], searching(asked))),
      ),
  ),

  ...(
    [
      ['GET', '/fhir'],
      ['POST', '/fhir/_search'],
    ] as const
  ).map(([method, path]) =>
    fhirRoute(method, path, { may: 'chart:read', audit: { not: 'nothing is searched' } }, async () =>
      refuse(405, 'not-supported', acrossTypes),
    ),
  ),

  fhirRoute('GET', '/fhir/Patient/:id/$everything', { may: 'chart:read', audit: 'fhir-everything' }, async (asked) =>
    spoken(asked, null, async () => told(await everything(asked.params.id, asked.pairs, searching(asked)))),
  ),

  // An operation may be asked for in either way; some clients know this one only.
  fhirRoute(
    'POST',
    '/fhir/Patient/:id/$everything',
    { may: 'chart:read', audit: 'fhir-everything', takes: z.optional(resource) },
    async (asked) =>
      spoken(asked, null, async () => {
        const sent = parametersSent(asked.body)
        return sent.ok
          ? told(await everything(asked.params.id, [...asked.pairs, ...sent.value], searching(asked)))
          : sent
      }),
  ),

  fhirRoute('GET', '/fhir/PlanDefinition/:plan/$apply', { may: 'chart:read', audit: 'fhir-apply' }, async (asked) =>
    spoken(asked, null, async () => told(await apply(asked.params.plan, asked.query.subject, searching(asked)))),
  ),

  fhirRoute(
    'POST',
    '/fhir/PlanDefinition/:plan/$apply',
    { may: 'chart:read', audit: 'fhir-apply', takes: z.optional(resource) },
    async (asked) =>
      spoken(asked, null, async () => {
        const sent = parametersSent(asked.body)
        if (!sent.ok) return sent
        const subject = sent.value.find(([name]) => name === 'subject')?.[1] ?? asked.query.subject
        return told(await apply(asked.params.plan, subject, searching(asked)))
      }),
  ),

  fhirRoute('GET', '/fhir/$export', { may: 'bulk:export', audit: 'bulk-export' }, async (asked) =>
    kickOff('system', exporting(asked, '$export')),
  ),

  fhirRoute('GET', '/fhir/Patient/$export', { may: 'bulk:export', audit: 'bulk-export' }, async (asked) =>
    kickOff('Patient', exporting(asked, 'Patient/$export')),
  ),

  fhirRoute('GET', '/fhir/Group/:group/$export', { may: 'bulk:export', audit: 'bulk-export' }, async (asked) =>
    kickOff(asked.params, exporting(asked, `Group/${asked.params.group}/$export`)),
  ),

  fhirRoute(
    'GET',
    '/fhir/$export-status/:job',
    { may: 'bulk:export', audit: { not: 'tells how many resources there are, and nothing of any patient' } },
    async (asked) => statusOf(asked.params.job, searching(asked)),
  ),

  fhirRoute(
    'DELETE',
    '/fhir/$export-status/:job',
    { may: 'bulk:export', audit: { not: 'takes back what was asked for, and changes nothing of the record' } },
    async (asked) => endOf(asked.params.job, searching(asked)),
  ),

  fhirRoute('GET', '/fhir/$export-file/:job/:file', { may: 'bulk:export', audit: 'bulk-export-fetch' }, async (asked) =>
    fileOf(asked.params, searching(asked)),
  ),
]

/** The audit trail is read like any type, by whoever may read it, and written by nobody: it is added to by what happens. */
function trailRoutes(): readonly Route[] {
  const reading = { may: 'audit:read', audit: 'audit-read' } as const
  const never = { may: 'audit:read', audit: { not: 'nothing is read and nothing is changed' } } as const
  const written = [
    ['POST', '/fhir/AuditEvent'],
    ['PUT', '/fhir/AuditEvent'],
    ['PATCH', '/fhir/AuditEvent'],
    ['DELETE', '/fhir/AuditEvent'],
    ['PUT', '/fhir/AuditEvent/:id'],
    ['PATCH', '/fhir/AuditEvent/:id'],
    ['DELETE', '/fhir/AuditEvent/:id'],
  ] as const
  return [
    fhirRoute('GET', '/fhir/AuditEvent', reading, async (asked) =>
      spoken(asked, null, async () => told(await searchTrail(asked.pairs, searching(asked)))),
    ),
    fhirRoute('POST', '/fhir/AuditEvent/_search', { ...reading, takes: form }, async (asked) =>
      spoken(asked, null, async () =>
        told(await searchTrail([...asked.pairs, ...(asked.body ?? [])], searching(asked))),
      ),
    ),
    fhirRoute('GET', '/fhir/AuditEvent/:id', reading, async (asked) =>
      spoken(asked, null, async () => told(await readEvent(asked.params.id, searching(asked)))),
    ),
    fhirRoute('GET', '/fhir/Patient/:id/AuditEvent', reading, async (asked) =>
      spoken(asked, null, async () => told(await trailOf(asked.params.id, asked.pairs, searching(asked)))),
    ),
    ...written.map(([method, path]) =>
      fhirRoute(method, path, never, async () =>
        refuse(405, 'not-supported', 'Nobody writes the audit trail: it is added to by what happens.'),
      ),
    ),
  ]
}

const exporting = (asked: AnyAsked & Pick<Asked, 'pairs'>, path: string) => {
  const same = new URLSearchParams(asked.pairs.map(([name, value]) => [name, value]))
  const { base, ...rest } = searching(asked)
  const request = `${base}/${path}${same.size === 0 ? '' : `?${same}`}`
  return { ...rest, base, request, prefer: asked.headers.prefer, query: asked.query }
}

const isConfirmed = ({ headers }: Pick<AnyAsked, 'headers'>): boolean => headers['x-facialis-confirmed'] === '1'

type Writer = AnyAsked & Pick<Asked, 'idempotencyKey'>

const write = (asked: Writer, intent: Intent): Promise<Answer> =>
  spoken(asked, intent.type, async () => {
    const { base, ...writing } = searching(asked)
    const written = await writeAll([intent], {
      ...writing,
      action: `fhir-${intent.method}`,
      idempotencyKey: asked.idempotencyKey,
      confirmed: isConfirmed(asked),
    })
    return answerWritten(written, base, wantedIn(asked.headers.prefer, 'representation'))
  })

const conditions = ({ headers }: AnyAsked) => ({
  ifNoneMatch: headers['if-none-match'],
  ifModifiedSince: headers['if-modified-since'],
})
