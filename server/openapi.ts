import { roles } from '@facialis/wire'
import { apiVersion } from '@facialis/wire/api/document.ts'
import type { Endpoint } from '@facialis/wire/api/endpoint.ts'
import { notes } from '@facialis/wire/api/noted.ts'
import { refused } from '@facialis/wire/api/refused.ts'
import * as z from 'zod/mini'
import type { Route } from './http/route.ts'
import { may } from './permissions.ts'

type Json = { [name: string]: unknown }
type Own = Route & Readonly<{ endpoint: Endpoint }>
const isOwn = (route: Route): route is Own => route.endpoint !== undefined

/** The routes of our own as an OpenAPI 3.1 document; how FHIR and CDS Hooks are spoken is said by their own. */
export function openApi(routes: readonly Route[]): Json & Readonly<{ openapi: string }> {
  const own = routes.filter(isOwn)
  const { named, at } = schemasOf(own)
  const paths: Record<string, Json> = {}
  for (const route of own) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, at) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Facialis',
      version: apiVersion,
      summary: 'The routes that the screens of the clinic ask.',
      description:
        'Draft guidance, not clinically signed. Sign in by `POST /api/sign-in` and send the cookie of its answer along. See docs/api.md. Health records are also read and written over FHIR R4 (`/fhir/metadata`), and other systems are advised over CDS Hooks (`/cds-services`).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(own.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: named,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-facialis', description: 'Without https: `facialis`.' },
      },
      parameters,
      responses: Object.fromEntries(
        Object.entries(refusals).map(([status, why]) => [`Refused${status}`, refusal(why)]),
      ),
    },
  }
}

/** What somebody may have to be told instead, by status. */
const refusals: Readonly<Record<number, string>> = {
  400: 'It cannot be read.',
  401: 'Nobody is signed in, or not as they say.',
  403: 'It came from a page that is not of this clinic, or who asks may not.',
  404: 'There is nothing here that you may open: absent and forbidden look the same.',
  409: 'Somebody was quicker, or it is there already.',
  412: 'It was changed since it was seen.',
  413: 'It is too large.',
  415: 'It is not JSON.',
  422: 'What was sent does not fit, or a gate is shut: the problem says where, and why.',
  428: 'Say in `If-Match` which version was seen.',
  429: 'Too often; `Retry-After` says how long to wait.',
  500: 'A fault of ours. Nothing was saved.',
  502: 'The sign-in that others run could not be reached.',
  503: 'The record cannot be written just now. Nothing was saved.',
}

/** The statuses of every refusal a route may give. */
export function refusalsOf({ method, may: permission, takes, perMinute, endpoint }: Route): readonly number[] {
  return [
    400,
    500,
    503,
    ...(permission === 'anyone' ? [] : [401, 404]),
    ...(method === 'GET' ? [] : [403]),
    ...(takes === undefined ? [] : [413, 415, 422]),
    ...(perMinute === undefined ? [] : [429]),
    ...(endpoint?.ifMatch === undefined ? [] : [412, 428]),
    ...(endpoint?.once ? [422] : []),
    ...(endpoint?.refuses ?? []),
  ]
    .filter((status, index, all) => all.indexOf(status) === index)
    .sort((a, b) => a - b)
}

const parameters = {
  OwnPage: {
    name: 'X-Facialis',
    in: 'header',
    required: true,
    schema: { const: '1' },
    description: 'A foreign page cannot set this header, so it cannot act in somebody’s name.',
  },
  By: {
    name: 'X-Facialis-By',
    in: 'header',
    schema: { enum: ['person', 'timer'] },
    description: 'What is asked by a timer keeps nobody signed in.',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    schema: { type: 'string', pattern: '^(W/)?"\\d{1,9}"$' },
    description: 'The version that was seen, e.g. `"7"`.',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
    description: 'Sent twice under one key, it is done once and answered alike.',
  },
} as const
const parameter = (name: keyof typeof parameters) => ({ $ref: `#/components/parameters/${name}` })

const tagOf = ({ path }: Own): string => path.split('/')[2] ?? ''

function operation(route: Own, at: At): Json {
  const { endpoint, method, path, may: permission } = route
  const { name, does, query = [], ifMatch, once, takes, takesFile } = endpoint
  const who = permission === 'anyone' ? null : roles.filter((role) => may([role], permission))
  return {
    operationId: name,
    summary: does,
    tags: [tagOf(route)],
    // Who is signed in may always ask as who they are.
    security: [...(who === null ? [{}] : []), { session: [] }],
    description: `${who === null ? 'For everybody.' : `For ${who.join(', ')}${route.needs === undefined ? '' : ', with a clinical profession'} (\`${permission}\`).`}${ifMatch === 'by-kind' ? ' Some kinds of act need `If-Match` (docs/permissions.md).' : ''}`,
    'x-permission': permission,
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      })),
      ...query.map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
      ...(method === 'GET' ? [] : [parameter('OwnPage')]),
      parameter('By'),
      ...(ifMatch === 'always' ? [{ ...parameters.IfMatch, required: true }] : ifMatch ? [parameter('IfMatch')] : []),
      ...(once ? [parameter('IdempotencyKey')] : []),
      ...(takesFile === undefined
        ? []
        : [
            {
              name: 'X-Facialis-About',
              in: 'header',
              required: true,
              content: { 'application/json': { schema: at(takesFile) } },
            },
          ]),
    ],
    ...(takes === undefined
      ? {}
      : {
          requestBody: {
            required: !takes.safeParse(undefined).success,
            content: { 'application/json': { schema: at(takes) } },
          },
        }),
    ...(takesFile === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/octet-stream': {} } } }),
    responses: {
      ...accepted(endpoint, at),
      ...Object.fromEntries(
        refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]),
      ),
    },
  }
}

function accepted({ gives, status = 200, maybeNothing }: Endpoint, at: At): Json {
  const nothing = { description: 'Done.' }
  if (gives === undefined) return { 204: nothing }
  const content =
    gives === 'file'
      ? { '*/*': {} }
      : gives === 'page'
        ? { 'text/html': {} }
        : { 'application/json': { schema: at(gives) } }
  return {
    [status]: { description: 'Done.', content },
    ...(maybeNothing ? { 204: { description: 'There is none.' } } : {}),
  }
}

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
})

type At = (shape: z.ZodMiniType) => unknown

/**
 * All shapes at once, so that one that is named stands in the document once. They are told as they are sent: what is asked
 * is exact, while answers may gain members.
 */
function schemasOf(routes: readonly Own[]): Readonly<{ named: Json; at: At }> {
  const shapes = routes.flatMap(({ endpoint: { takes, takesFile, gives } }) => [
    takes,
    takesFile,
    typeof gives === 'string' ? undefined : gives,
  ])
  const ids = new Map<z.ZodMiniType, string>()
  for (const shape of [refused, ...shapes]) if (shape) ids.set(shape, notes.get(shape)?.id ?? `at ${ids.size}`)
  // A shape without a name stands where it is used.
  const unnamed = [...ids].filter(([, id]) => id.startsWith('at '))
  const box = z.object(Object.fromEntries([...ids].map(([shape, id]) => [id, z.optional(shape)])))
  const { properties = {}, $defs = {} } = z.toJSONSchema(box, { metadata: notes, io: 'input' })
  const at: At = (shape) => moved(properties[ids.get(shape) ?? ''])
  return {
    named: sorted(moved($defs) as Json),
    at: (shape) =>
      unnamed.some(([one]) => one === shape) ? at(shape) : { $ref: `#/components/schemas/${ids.get(shape)}` },
  }
}

const sorted = (object: Json): Json => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Names stand elsewhere in a document than in a lone schema. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      // The note of a name, which is no word of a schema; a member that is called so holds a shape.
      key === 'id' && typeof inner === 'string'
        ? []
        : [
            [
              key,
              key === '$ref' && typeof inner === 'string'
                ? inner.replace('#/$defs/', '#/components/schemas/')
                : moved(inner),
            ],
          ],
    ),
  )
}
