import type { AnswerOf, BodyOf, Method, ParamOf, QueryOf } from '@facialis/wire/api/endpoint.ts'
import type { EndpointAt, PathOf } from '@facialis/wire/api/index.ts'
import { type Outcome, type RequestOptions, request } from './request.ts'

export type { Outcome } from './request.ts'

/** What one request answers, what it is sent, and what stands in its path, as the wire says it. */
export type AnswerAt<M extends Method, P extends PathOf<M>> = AnswerOf<EndpointAt<M, P>>
export type BodyAt<M extends Method, P extends PathOf<M>> = BodyOf<EndpointAt<M, P>>
export type Params<P extends string> = [ParamOf<P>] extends [never]
  ? object
  : Readonly<{ params: Readonly<Record<ParamOf<P>, string>> }>

type Queried<Q> = [Q] extends [undefined] ? object : object extends Q ? Readonly<{ query?: Q }> : Readonly<{ query: Q }>
type Bodied<B> = [B] extends [undefined] ? object : undefined extends B ? Readonly<{ body?: B }> : Readonly<{ body: B }>
export type Versioned<E> = E extends { ifMatch: 'always' }
  ? Readonly<{ ifMatch: number }>
  : E extends { ifMatch: string }
    ? Pick<RequestOptions, 'ifMatch'>
    : object
type Keyed<E> = E extends { once: true } ? Pick<RequestOptions, 'idempotencyKey'> : object

/** Everything one request may and must bring along. */
export type Sending<M extends Method, P extends PathOf<M>> = Params<P> &
  Queried<QueryOf<EndpointAt<M, P>>> &
  Bodied<BodyAt<M, P>> &
  Versioned<EndpointAt<M, P>> &
  Keyed<EndpointAt<M, P>> &
  Pick<RequestOptions, 'signal' | 'keepalive'>

/** Needed only where something in it is. */
export type WhereNeeded<S> = object extends S ? [sending?: S] : [sending: S]

/** Asks the server. A path it does not know, or a body it would not take, does not compile. */
export function send<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  ...[sending]: WhereNeeded<Sending<M, P>>
): Promise<Outcome<AnswerAt<M, P>>> {
  return request(method, filled(path, sending), sending as RequestOptions | undefined)
}

/** Where one file lies, for the browser itself to fetch. */
export const addressOf = <P extends PathOf<'GET'>>(
  path: P,
  ...[named]: WhereNeeded<Params<P> & Queried<QueryOf<EndpointAt<'GET', P>>>>
): string => filled(path, named)

type Named = Readonly<{ params?: Readonly<Record<string, string>>; query?: Readonly<Record<string, unknown>> }>

/** A path with what its names stand for, and what is asked by behind it. */
export function filled(path: string, named: object | undefined): string {
  const { params = {}, query = {} } = (named ?? {}) as Named
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const behind = asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')) + behind
}

/** A fresh key for one act. `randomUUID` would need https; this does not. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
