import type { Problem } from '@facialis/wire'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey, type Outcome, send as sendTo } from './client.ts'

export type Sending<Answer> = Readonly<{
  send: (body: unknown) => Promise<Outcome<Answer>>
  sending: boolean
  problem: Problem | null
  /** The sentence to show at a field, when the problem names it; `where` as in the wire, e.g. `patient.name`. */
  problemAt: (where: string) => string | undefined
  answer: Answer | null
}>

/** The key of a form that is kept elsewhere, with what is typed in it. */
export type FormKey = Readonly<{ key: string; renew: (key: string) => void }>

/**
 * Sends a form to one address under the form's own key: pressing twice, or again after a lost answer, is one act. A form
 * that arrived and was changed since is refused once, for whoever sends it to know; after that it is another form.
 */
export function useSend<Answer>(method: 'POST' | 'PUT', path: string, kept?: FormKey): Sending<Answer> {
  const own = useRef(newKey())
  const mutation = useMutation({
    mutationFn: (body: unknown) => sendTo<Answer>(method, path, { body, idempotencyKey: kept?.key ?? own.current }),
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
