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

/** Sends a form to one address. Pressing twice, or retrying the same content, is one act. */
export function useSend<Answer>(method: 'POST' | 'PUT', path: string): Sending<Answer> {
  const tried = useRef<{ content: string; key: string } | null>(null)
  const mutation = useMutation({
    mutationFn: (body: unknown) => {
      const content = JSON.stringify(body)
      if (tried.current?.content !== content) tried.current = { content, key: newKey() }
      return sendTo<Answer>(method, path, { body, idempotencyKey: tried.current.key })
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
