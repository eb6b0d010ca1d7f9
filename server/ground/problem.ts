import type { Problem } from '@facialis/wire'

/** An expected failure on its way to the browser: a status, and what is said. */
export type Refusal = Readonly<{
  ok: false
  status: number
  problem: Problem
  retryAfterSeconds?: number
  /** Methods that may be asked at the same address. */
  allow?: readonly string[]
  /** Where several things are wrong at once, all of them; the problem is the first. */
  all?: readonly Problem[]
}>
export type Result<T> = Readonly<{ ok: true; value: T }> | Refusal

export const ok = <T>(value: T): Readonly<{ ok: true; value: T }> => ({ ok: true, value })

/** A refusal. `where` is a path into what was sent. */
export const refuse = (status: number, code: string, sentence: string, more: Partial<Problem> = {}): Refusal => ({
  ok: false,
  status,
  problem: { code, sentence, ...more },
})

/** Not in this way, and in which ones instead: whoever answers 405 has to say so (RFC 9110). */
export const notSo = (
  allow: readonly string[],
  code: string,
  sentence: string,
  more: Partial<Problem> = {},
): Refusal => ({ ...refuse(405, code, sentence, more), allow })

/** The same refusal, told of another place in what was sent. */
export const refusedAt = (refusal: Refusal, where: string): Refusal => ({
  ...refusal,
  problem: { ...refusal.problem, where },
})

/** What is not there and what may not be seen get this same answer. */
export const nothingHere = (): Refusal => refuse(404, 'not-found', 'There is nothing here that you may open.')
/** A way of signing in that this place has not set up. */
export const notOffered = (): Refusal => refuse(409, 'not-offered', 'This way of signing in is not offered here.')
export const signInFirst = (): Refusal => refuse(401, 'signed-out', 'Please sign in first.')

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

/** What was used before stands in a header; the record, which knows no headers, calls it by its own name. */
export const keyHeader = 'Idempotency-Key'

/** A problem of the record or of the border, as a refusal; 422 unless its code says otherwise. */
export function refusalOf({
  code,
  sentence,
  where,
}: Readonly<{ code: string; sentence: string; where: string }>): Refusal {
  const status = statusOf[code] ?? 422
  const place = code === 'key-reused' ? keyHeader : where
  return refuse(status, code, sentence, place === '' ? {} : { where: place })
}
