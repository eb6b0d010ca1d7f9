import type { Problem, Refused } from '@facialis/wire'
import type { Method } from '@facialis/wire/api/endpoint.ts'
import { identifyRequest } from './request-identity.ts'
import { currentRequester, type Requester, runInOrder, waitForSignIn } from './session.ts'
import { words } from './words.ts'

/** An answer of the server, or what went wrong in one sentence. `status` is 0 when it never answered. */
export type Outcome<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problem: Problem; status: number }>

/** What goes along with a request, whatever it asks. */
export type RequestOptions = Readonly<{
  body?: unknown
  /** Repeats of the same act carry the same key, so that a retry is never a second act. */
  idempotencyKey?: string
  /** The version the person saw; the server refuses when somebody else was quicker. */
  ifMatch?: number
  signal?: AbortSignal
  /** Let it finish although the page is being left. */
  keepalive?: boolean
}>

/**
 * Sends one request as JSON and believes the answer to be a `T`, which only the wire knows: `client.ts` is the one that
 * asks. Never throws for an expected failure.
 */
export const request = <T>(method: Method, path: string, along: RequestOptions = {}): Promise<Outcome<T>> => {
  const once = (from: Requester) => sendOnce<T>(method, path, { ...along, from })
  return along.keepalive ? once(currentRequester()) : retryAfterSignIn(once)
}

/**
 * Sends, and where the session has ended once more after a new sign-in over the page: in the name of whom the page spoke for
 * at first, for whoever is there by then has not asked for it.
 */
export async function retryAfterSignIn<T>(once: (from: Requester) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const from = currentRequester()
  const outcome = await once(from)
  if (outcome.ok || outcome.problem.code !== 'signed-out') return outcome
  return (await waitForSignIn(from)) ? runInOrder(() => once(from)) : outcome
}

/** Sends in the name of one account, and not again where the session has ended. */
export async function sendOnce<T>(
  method: Method,
  path: string,
  along: RequestOptions & { from: Requester },
): Promise<Outcome<T>> {
  let response: Response
  const who = identifyRequest(along.from)
  try {
    response = await fetch(path, {
      method,
      headers: { ...requestHeaders(method, along), ...who.headers },
      body: along.body === undefined ? null : JSON.stringify(along.body),
      credentials: 'same-origin',
      signal: along.signal ?? null,
      keepalive: along.keepalive ?? false,
    })
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
    who.lost()
    return refused('offline', words.offline, 0)
  }
  who.answered(response.headers.get('X-Facialis-Session'))
  if (response.status === 204) return { ok: true, value: undefined as T }
  const body = await readJson(response)
  if (!response.ok) return refusalIn(body, response.status)
  return body === unreadable ? refused('unreadable', words.unreadable, response.status) : { ok: true, value: body as T }
}

/** What a request says of itself, whoever sends it. */
export function requestHeaders(
  method: Method,
  { body, idempotencyKey, ifMatch }: RequestOptions,
): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    // A form on a foreign page cannot set this header, so it cannot act in our name.
    ...(method === 'GET' ? {} : { 'X-Facialis': '1' }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  }
}

const unreadable = Symbol('unreadable')

async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown
  } catch {
    return unreadable
  }
}

/** What an answer says that is no yes. */
export const refusalIn = (body: unknown, status: number) =>
  isRefused(body) ? ({ ok: false, problem: body.problem, status } as const) : refused('failed', words.failed, status)

export const refused = (code: string, sentence: string, status: number) =>
  ({ ok: false, problem: { code, sentence }, status }) as const

const isRefused = (body: unknown): body is Refused =>
  typeof body === 'object' &&
  body !== null &&
  'problem' in body &&
  typeof body.problem === 'object' &&
  body.problem !== null &&
  'sentence' in body.problem &&
  typeof body.problem.sentence === 'string'
