import type { Problem } from '@facialis/wire'

/** An expected failure as an error response: its HTTP status and its problem. */
export type Refusal = Readonly<{
  ok: false
  status: number
  problem: Problem
  retryAfterSeconds?: number
  /** The methods that this address supports, for the `Allow` header. */
  allow?: readonly string[]
  /** Where several things are wrong at once, all of them; the problem is the first. */
  all?: readonly Problem[]
}>
export type Result<T> = Readonly<{ ok: true; value: T }> | Refusal

export const ok = <T>(value: T): Readonly<{ ok: true; value: T }> => ({ ok: true, value })

/** A refusal. `where` is a path into the request body. */
export const refuse = (status: number, code: string, sentence: string, more: Partial<Problem> = {}): Refusal => ({
  ok: false,
  status,
  problem: { code, sentence, ...more },
})

/** 405 with the methods that are allowed, which the `Allow` header has to name (RFC 9110). */
export const methodNotAllowed = (
  allow: readonly string[],
  code: string,
  sentence: string,
  more: Partial<Problem> = {},
): Refusal => ({ ...refuse(405, code, sentence, more), allow })

/** The same refusal at another place of the request. */
export const refusedAt = (refusal: Refusal, where: string): Refusal => ({
  ...refusal,
  problem: { ...refusal.problem, where },
})

/** 404 for what does not exist and for what may not be seen, so that the two cannot be told apart. */
export const notFound = (): Refusal => refuse(404, 'not-found', 'There is nothing here that you may open.')
/** A way of signing in that is not configured here. */
export const signInMethodUnavailable = (): Refusal =>
  refuse(409, 'not-offered', 'This way of signing in is not offered here.')
export const unauthenticated = (): Refusal => refuse(401, 'signed-out', 'Please sign in first.')

const statusOf: Readonly<Record<string, number>> = {
  absent: 404,
  deleted: 404,
  'version-conflict': 412,
  'already-exists': 409,
  'login-taken': 409,
  'key-reused': 422,
  'identity-taken': 403,
  'identity-other': 403,
  'wrong-password': 401,
  'link-unknown': 403,
  'link-used': 403,
  'link-expired': 403,
  'storage-busy': 503,
  'storage-read-only': 503,
  'storage-failed': 503,
  'storage-damaged': 503,
  'storage-full': 507,
  'storage-unusable': 503,
  'storage-unreachable': 503,
  'storage-unknown': 503,
}

/** The header of an idempotency key. The record knows no headers and reports a reused key under a name of its own. */
export const idempotencyHeader = 'Idempotency-Key'

/** A problem of `record` or `fhir` as an error response; 422 unless its code maps to another status. */
export function refusalOf({
  code,
  sentence,
  where,
}: Readonly<{ code: string; sentence: string; where: string }>): Refusal {
  const status = statusOf[code] ?? 422
  const place = code === 'key-reused' ? idempotencyHeader : where
  return refuse(status, code, sentence, place === '' ? {} : { where: place })
}
