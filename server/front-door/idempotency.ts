import { type Act, type Done, type Problem, type Resource, sha256 } from '@facialis/record'
import { type Refusal, refusalOf, refuse } from '../core/refusal.ts'
import { type KeptRequest, requestIn } from '../patient/kept-request.ts'

/** What makes a second try of the same form the same act. The key itself opens a status link, so only its hash is kept. */
export const idempotencyOf = (key: string | null, sent: unknown): Pick<Act, 'idempotencyKey' | 'idempotencyBody'> =>
  key === null ? {} : { idempotencyKey: sha256(`form ${key}`), idempotencyBody: sent }

/** The request that an act wrote, now or on the first attempt. */
export function requestOf({ resources }: Done): KeptRequest {
  for (const { resource } of resources) {
    const kept = resource === null ? null : requestIn(resource as Resource)
    if (kept) return kept
  }
  throw new Error('A form was taken in without a request.')
}

/** Why a form was not taken in. One that arrived and was changed since is told so: it may have been meant once. */
export const refusedForm = (problem: Problem): Refusal =>
  problem.code === 'key-reused'
    ? refuse(
        422,
        'key-reused',
        'This form already arrived here before it was changed. Sending it again makes a second request.',
      )
    : refusalOf(problem)
