import type { IncomingHttpHeaders } from 'node:http'
import type { Permission } from '@facialis/wire'
import type { AnswerOf, ApiPath, Endpoint, Method, ParamOf, ReadOf, ReadQueryOf } from '@facialis/wire/api/endpoint.ts'
import { type EndpointAt, endpointAt, type PathOf } from '@facialis/wire/api/index.ts'
import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import type { Clinic } from '../clinic/clinic.ts'
import type { Refusal, Result } from '../ground/problem.ts'
import type { SignedIn } from '../identity/account.ts'
import type { CalledBy } from './called-by.ts'
import type { ThingOf, Whose } from './whose.ts'

type FhirPath = '/fhir' | `/fhir/${string}`
type Path = ApiPath | FhirPath

/** Open to everyone, or to those who hold a permission. There is no third way, and none by default. */
export type May = 'anyone' | Permission

/** What is written into the audit trail; or, said aloud, why nothing is. */
export type Audit = string | Readonly<{ not: string }>

type IfMatch = 'always' | 'where-there-is-one' | 'by-kind' | 'by-entry'

export type Route = Readonly<{
  method: Method | 'PATCH'
  path: Path
  may: May
  audit: Audit
  /** Of what the path names, where it names one thing. */
  whose?: Whose
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
  handle: (asked: Asked) => Promise<Answer>
}>

export type Asked<P extends string = string, M extends May = May, B = unknown, Q = AnyQuery> = Readonly<{
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
    /** What the browser keeps while somebody signs in elsewhere, for ten minutes. */
    away: string | null
    sendAway: (kept: string) => void
    backAgain: () => void
  }>
}> &
  CalledBy

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
export const asAnswer = <T>(done: Result<T>): Answer<T> => (done.ok ? answer(done.value) : done)

type Rest<P extends string, M extends May> = Pick<Route, 'audit' | 'needs' | 'largest' | 'perMinute'> &
  Readonly<{ may: M }> &
  (ThingOf<P> extends never ? unknown : Required<Pick<Route, 'whose'>>)

/**
 * One line of the table of routes: who may ask, and how it is told, beside what the wire says of method, path and version. A
 * line without permission or audit does not compile, nor one that names a thing without whose it may be, nor one the wire
 * does not know, nor an answer of another shape.
 */
export function route<M extends Method, P extends PathOf<M>, Who extends May>(
  method: M,
  path: P,
  rest: Rest<P, Who>,
  handle: (
    asked: Asked<P, Who, ReadOf<EndpointAt<M, P>>, ReadQueryOf<EndpointAt<M, P>>>,
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

type FhirRest<V extends Route['method'], P extends string, M extends May, B> = Rest<P, M> &
  Readonly<{ takes?: z.ZodMiniType<B> }> &
  (V extends 'GET' | 'POST' ? { ifMatch?: IfMatch } : { ifMatch: IfMatch | { not: string } })

/** A line of the interface that speaks FHIR. Where something is changed or taken back, one without a word on versions does not compile. */
export function fhirRoute<V extends Route['method'], P extends FhirPath, M extends May, B = undefined>(
  method: V,
  path: P,
  { ifMatch, ...rest }: FhirRest<V, P, M, B>,
  handle: (asked: Asked<P, M, B>) => Promise<Answer>,
): Route {
  return { method, path, ...rest, ...(typeof ifMatch === 'string' && { ifMatch }), handle: handle as Route['handle'] }
}
