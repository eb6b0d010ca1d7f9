import type { Problem } from '@facialis/wire'
import type { EndpointAt, PathOf } from '@facialis/wire/api/index.ts'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import {
  type AnswerAt,
  type BodyAt,
  filled,
  newKey,
  type Outcome,
  type Params,
  type Versioned,
  type WhereNeeded,
} from './client.ts'
import { request } from './request.ts'

/** How a form that is being sent stands. */
export type Sent<Answer> = Readonly<{
  sending: boolean
  problem: Problem | null
  /** The sentence to show at a field, when the problem names it; `where` as in the wire, e.g. `patient.name`. */
  problemAt: (where: string) => string | undefined
  answer: Answer | null
}>
type Form<Body, Answer> = Sent<Answer> & Readonly<{ send: (body: Body) => Promise<Outcome<Answer>> }>

/** The key of a form that is kept elsewhere, with what is typed in it. */
type FormKey = Readonly<{ key: string; renew: (key: string) => void }>
type How<M extends 'POST' | 'PUT', P extends PathOf<M>> = Params<P> &
  Versioned<EndpointAt<M, P>> &
  Readonly<{ kept?: FormKey }>

/**
 * Sends a form to one address under the form's own key: pressing twice, or again after a lost answer, is one act. A form
 * that arrived and was changed since is refused once, for whoever sends it to know; after that it is another form.
 */
export function useSend<M extends 'POST' | 'PUT', P extends PathOf<M>>(
  method: M,
  path: P,
  ...[how]: WhereNeeded<How<M, P>>
): Form<BodyAt<M, P>, AnswerAt<M, P>> {
  const { kept, ifMatch } = (how ?? {}) as { kept?: FormKey; ifMatch?: number }
  const own = useRef(newKey())
  const mutation = useMutation({
    mutationFn: (body: BodyAt<M, P>) =>
      request<AnswerAt<M, P>>(method, filled(path, how), {
        body,
        idempotencyKey: kept?.key ?? own.current,
        ...(ifMatch === undefined ? {} : { ifMatch }),
      }),
    onSuccess: (outcome) => {
      if (!outcome.ok && outcome.problem.code !== 'key-reused') return
      own.current = newKey()
      kept?.renew(own.current)
    },
  })
  const problem = mutation.data?.ok === false ? mutation.data.problem : null
  return {
    send: mutation.mutateAsync,
    sending: mutation.isPending,
    problem,
    problemAt: (where) => (problem?.where === where ? problem.sentence : undefined),
    answer: mutation.data?.ok === true ? mutation.data.value : null,
  }
}
