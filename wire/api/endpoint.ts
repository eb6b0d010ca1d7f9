import type { Advice, Chart } from '@facialis/language'
import type * as z from 'zod/mini'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type ApiPath = `/api/${string}`

/**
 * What can be asked at one address, as both sides of the wire know it: the server holds what arrives against `takes`,
 * the clinic's calls are typed by it, and the published document is made from it. Who may ask stands on the server.
 */
export type Endpoint = Readonly<{
  /** How the published document calls it. */
  name: string
  /** What it does, in a sentence. */
  does: string
  /** The shape of what is sent. Without one nothing may be sent. */
  takes?: z.ZodMiniType
  /** A file is sent as its bytes; this is said of it, as JSON in the header `X-Facialis-About`. */
  takesFile?: z.ZodMiniType
  /**
   * What stands behind `?`, by name, each with a sentence of what it is; never anything about a person. Without one nothing
   * may stand there. Only where somebody else decides what is sent along does it take more than it names.
   */
  query?: z.ZodMiniObject
  /** The shape of the answer, a kept file, or a page of our own. Without one the answer is empty. */
  gives?: z.ZodMiniType | 'file' | 'page'
  /** The status of a yes; else 200, and 204 where the answer is empty. */
  status?: 200 | 201
  /** There may be nothing yet, which is no refusal: 204. */
  maybeNothing?: true
  /** Whether it has to name the version that was seen: always, or as the kind of act decides. If not: why nothing is lost. */
  ifMatch?: 'always' | 'by-kind' | Readonly<{ not: string }>
  /** It heeds `Idempotency-Key`: sent twice, done once. */
  once?: true
  /** Statuses of its own refusals, beside those that every request like it may get. */
  refuses?: readonly (401 | 403 | 404 | 409 | 412 | 413 | 422 | 429 | 502)[]
}>

/** What stands in the place of something, or takes it away, says how what somebody else changed meanwhile is not lost. */
type Replacing = Endpoint & Required<Pick<Endpoint, 'ifMatch'>>

export type Endpoints = Readonly<
  Record<`${'GET' | 'POST'} ${ApiPath}`, Endpoint> & Record<`${'PUT' | 'DELETE'} ${ApiPath}`, Replacing>
>

/** The names behind colons in a path. */
export type ParamOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

// Advice and chart are fixed where they are defined; a detail may hold details without end.
type Plain = string | number | boolean | null | undefined | Advice | Chart
/** A deeply read-only type: a message is never changed by its reader. */
export type Fixed<T> = unknown extends T
  ? T
  : T extends Plain
    ? T
    : T extends readonly unknown[]
      ? { readonly [Key in keyof T]: Fixed<T[Key]> }
      : { readonly [Key in keyof T as Known<T, Key>]: Fixed<T[Key]> }
/** That there may be more, of which nothing is known, is nothing a type has to say. */
type Known<T, Key extends keyof T> = string extends Key ? (unknown extends T[Key] ? never : Key) : Key

/** The output and the input type of a schema. */
export type Output<S extends z.core.$ZodType> = Fixed<z.output<S>>
export type Input<S extends z.core.$ZodType> = Fixed<z.input<S>>

/** The request body of an endpoint, as a client sends it. */
export type BodyOf<E> = E extends { takes: infer S extends z.core.$ZodType } ? Input<S> : undefined
/** The same when it has been held against its shape. */
export type ReadOf<E> = E extends { takes: infer S extends z.core.$ZodType }
  ? z.output<S>
  : E extends { takesFile: infer S extends z.core.$ZodType }
    ? Readonly<{ about: z.output<S>; bytes: Uint8Array }>
    : undefined
/** The query parameters of an endpoint, as a client sends them. */
export type QueryOf<E> = E extends { query: infer S extends z.core.$ZodType } ? Input<S> : undefined
/** The same when it has been held against its shape. */
export type ReadQueryOf<E> = E extends { query: infer S extends z.core.$ZodType } ? z.output<S> : Readonly<object>
/** The response body of an endpoint. */
export type AnswerOf<E> =
  | (E extends { gives: infer S extends z.core.$ZodType } ? Output<S> : undefined)
  | (E extends { maybeNothing: true } ? undefined : never)
