import { may, roles } from '@facialis/wire'
import { apiVersion } from '@facialis/wire/api/document.ts'
import type { Endpoint } from '@facialis/wire/api/endpoint.ts'
import type { Route } from '../http/route.ts'
import { versionPattern } from '../http/version.ts'
import { refusals, refusalsOf } from './refusals.ts'
import { type At, type Json, shapesOf } from './shapes.ts'

type Own = Route & Readonly<{ endpoint: Endpoint }>

/** Those that are not FHIR: what the wire knows of them goes with them. */
export const ownRoutes = (routes: readonly Route[]): readonly Own[] =>
  routes.filter((route): route is Own => route.endpoint !== undefined)

/** The routes of our own as an OpenAPI 3.1 document; how FHIR and CDS Hooks are spoken is said by their own. */
export function openApi(routes: readonly Route[]): Json & Readonly<{ openapi: string }> {
  const own = ownRoutes(routes)
  const { named, at } = shapesOf(own.map(({ endpoint }) => endpoint))
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
  For: {
    name: 'X-Facialis-For',
    in: 'header',
    schema: { type: 'string' },
    description: 'For whose account this is sent; refused (401) where somebody else is signed in by then.',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    schema: { type: 'string', pattern: `^(W/)?"${versionPattern}"$` },
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
  const { name, does, query, ifMatch, once, takes, takesFile } = endpoint
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
      ...(query === undefined ? [] : queryParameters(at(query))),
      ...(method === 'GET' ? [] : [parameter('OwnPage')]),
      parameter('By'),
      ...(who === null ? [] : [parameter('For')]),
      ...(ifMatch === 'always' ? [{ ...parameters.IfMatch, required: true }] : []),
      ...(ifMatch === 'by-kind' ? [parameter('IfMatch')] : []),
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

/** The members of a query, each as a parameter of its own. */
function queryParameters(shape: unknown): readonly Json[] {
  const { properties = {}, required = [] } = shape as Readonly<{
    properties?: Readonly<Record<string, Json>>
    required?: readonly string[]
  }>
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(required.includes(name) ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema,
  }))
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
