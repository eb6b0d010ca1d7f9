import type { IncomingHttpHeaders } from 'node:http'
import type { Permission } from '@facialis/wire'
import type { AnswerOf, ApiPath, Endpoint, Method, ParamOf, ReadOf, ReadQueryOf } from '@facialis/wire/api/endpoint.ts'
import { type EndpointAt, endpointAt, type PathOf } from '@facialis/wire/api/index.ts'
import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import type { Clinic } from '../clinic/clinic.ts'
import type { Refusal, Result } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import type { OwnedParamOf, Ownership } from './ownership.ts'
import type { ServerOrigins } from './server-origins.ts'

type FhirPath = '/fhir' | `/fhir/${string}`
type Path = ApiPath | FhirPath

/** Who may call a route: anyone, or accounts with a permission. There is no default. */
export type Access = 'anyone' | Permission

/** The audit action of a route; or the reason why it is not audited. */
export type Audit = string | Readonly<{ not: string }>

type IfMatch = 'always' | 'where-there-is-one' | 'by-kind' | 'by-entry'

export type Route = Readonly<{
  method: Method | 'PATCH'
  path: Path
  may: Access
  audit: Audit
  /** Which of the objects that the path names a caller may reach. */
  ownership?: Ownership
  /** Only for those who are of a clinical profession, whatever their role. */
  needs?: 'profession'
  /** Refuse it unless it names the version the person saw: always, where there is one already, as each kind of act or each entry decides. */
  ifMatch?: IfMatch
  /** The shape of what is sent. Without one nothing may be sent. */
  takes?: z.ZodMiniType
  /** The status of a yes, where it is not 200, or 204 when nothing is answered. */
  status?: number
  /** Bytes; default 256 KiB. */
  largest?: number
  /** Requests in one minute from one address. */
  perMinute?: number
  /** What both sides of the wire know of it; of FHIR others have said it. */
  endpoint?: Endpoint
  handle: (asked: RequestContext) => Promise<Answer>
}>

export type RequestContext<P extends string = string, M extends Access = Access, B = unknown, Q = AnyQuery> = Readonly<{
  clinic: Clinic
  params: Readonly<Record<ParamOf<P>, string>>
  body: B
  /** What stands after `?`; never anything about a person. */
  query: Q
  /** The same in its order, names that stand there several times included. */
  pairs: readonly (readonly [name: string, value: string])[]
  headers: IncomingHttpHeaders
  who: M extends 'anyone' ? SignedIn | null : SignedIn
  /** The token of the session, when there is one. */
  session: string | null
  /** The address the request came from. */
  source: string
  requestId: string
  ifMatch: number | null
  idempotencyKey: string | null
  cookies: Readonly<{
    start: (token: string) => void
    end: () => void
    /** State of a redirect to an identity provider, kept in a cookie for ten minutes. */
    redirect: string | null
    setRedirect: (kept: string) => void
    clearRedirect: () => void
  }>
}> &
  ServerOrigins

/** As FHIR asks, which says elsewhere by what. */
type AnyQuery = Readonly<Record<string, unknown>>

/** A yes with this as JSON (nothing: 204), or by its own way of sending. */
export type Answer<T = unknown> =
  | Readonly<{ ok: true; body: T }>
  | Readonly<{ ok: true; reply: (reply: FastifyReply) => FastifyReply }>
  | Refusal

/** Says yes, with this as JSON. */
export function answer(): Answer<undefined>
export function answer<T>(body: T): Answer<T>
export function answer(body?: unknown): Answer {
  return { ok: true, body }
}

/** Says what came of it: yes with its value, or why not. */
export const answerOf = <T>(done: Result<T>): Answer<T> => (done.ok ? answer(done.value) : done)

type Rest<P extends string, M extends Access> = Pick<Route, 'audit' | 'needs' | 'largest' | 'perMinute'> &
  Readonly<{ may: M }> &
  (OwnedParamOf<P> extends never ? unknown : Required<Pick<Route, 'ownership'>>)

/**
 * One line of the table of routes: who may ask, and how it is told, beside what the wire says of method, path and version. A
 * line without permission or audit does not compile, nor one that names a thing without whose it may be, nor one the wire
 * does not know, nor an answer of another shape.
 */
export function route<M extends Method, P extends PathOf<M>, Who extends Access>(
  method: M,
  path: P,
  rest: Rest<P, Who>,
  handle: (
    asked: RequestContext<P, Who, ReadOf<EndpointAt<M, P>>, ReadQueryOf<EndpointAt<M, P>>>,
  ) => Promise<Answer<AnswerOf<EndpointAt<M, P>>>>,
): Route {
  const endpoint = endpointAt(method, path)
  if (endpoint === undefined) throw new Error(`The wire knows no ${method} ${path}.`)
  const { status, ifMatch } = endpoint
  const takes = shapeOf(endpoint)
  return {
    method,
    path,
    ...rest,
    endpoint,
    ...(takes && { takes }),
    ...(status && { status }),
    ...(typeof ifMatch === 'string' && { ifMatch }),
    handle: handle as Route['handle'],
  }
}

const shapeOf = ({ takes, takesFile }: Endpoint): z.ZodMiniType | undefined =>
  takesFile === undefined
    ? takes
    : z.strictObject({ about: takesFile, bytes: z.custom<Uint8Array>((sent) => sent instanceof Uint8Array) })

type FhirRest<V extends Route['method'], P extends string, M extends Access, B> = Rest<P, M> &
  Readonly<{ takes?: z.ZodMiniType<B> }> &
  (V extends 'GET' | 'POST' ? { ifMatch?: IfMatch } : { ifMatch: IfMatch | { not: string } })

/** A line of the interface that speaks FHIR. Where something is changed or taken back, one without a word on versions does not compile. */
export function fhirRoute<V extends Route['method'], P extends FhirPath, M extends Access, B = undefined>(
  method: V,
  path: P,
  { ifMatch, ...rest }: FhirRest<V, P, M, B>,
  handle: (asked: RequestContext<P, M, B>) => Promise<Answer>,
): Route {
  return { method, path, ...rest, ...(typeof ifMatch === 'string' && { ifMatch }), handle: handle as Route['handle'] }
}
