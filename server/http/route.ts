import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { ZodMiniType } from 'zod/mini'
import type { Clinic } from '../clinic.ts'
import type { SignedIn } from '../identity/account.ts'
import type { Permission } from '../permissions.ts'
import type { Refusal } from '../problem.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Path = `/api/${string}` | '/fhir' | `/fhir/${string}`
type ParamOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** Open to everyone, or to those who hold a permission. There is no third way, and none by default. */
export type May = 'anyone' | Permission

/** What is written into the audit trail; or, said aloud, why nothing is. */
export type Audit = string | Readonly<{ not: string }>

export type Route<P extends Path = Path, M extends May = May, B = unknown> = Readonly<{
  method: Method
  path: P
  may: M
  audit: Audit
  /** Only for those who are of a clinical profession, whatever their role. */
  needs?: 'profession'
  /** Refuse it unless it names the version the person saw: always, where there is one already, as each kind of act or each entry decides. */
  ifMatch?: 'always' | 'where-there-is-one' | 'by-kind' | 'by-entry'
  /** The shape of what is sent. Without one nothing may be sent. */
  takes?: ZodMiniType<B>
  /** Bytes; default 256 KiB. */
  largest?: number
  /** Requests in one minute from one address. */
  perMinute?: number
  handle: (asked: Asked<P, M, B>) => Promise<Answer>
}>

export type Asked<P extends string = string, M extends May = May, B = unknown> = Readonly<{
  clinic: Clinic
  params: Readonly<Record<ParamOf<P>, string>>
  body: B
  /** What stands after `?`; never anything about a person. */
  query: Readonly<Record<string, unknown>>
  /** The same in its order, names that stand there several times included. */
  pairs: readonly (readonly [name: string, value: string])[]
  headers: IncomingHttpHeaders
  /** The address by which this server was reached. */
  origin: string
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
}>

export type Answer =
  | Readonly<{ ok: true; status?: number; body?: unknown; reply?: (reply: FastifyReply) => FastifyReply }>
  | Refusal

/** Says yes, with this as JSON. Without a body: 204. */
export const answer = (body?: unknown, status?: number): Answer => ({
  ok: true,
  ...(body === undefined ? {} : { body }),
  ...(status === undefined ? {} : { status }),
})

type Rest<P extends Path, M extends May, B> = Omit<Route<P, M, B>, 'method' | 'path' | 'handle'>

/** One line of the table of routes. Permission and audit are not optional: a route without them does not compile. */
export const route = <P extends Path, M extends May, B = undefined>(
  method: Method,
  path: P,
  rest: Rest<P, M, B>,
  handle: Route<P, M, B>['handle'],
): Route => ({ method, path, ...rest, handle }) as unknown as Route
