import type { Problem } from '@facialis/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../../api/client.ts'
import { keys } from '../../api/queries.ts'
import { type LikePatient, personOf, type SentRequest } from './sent.ts'

export const requestPath = (id: string): string => `/api/requests/${encodeURIComponent(id)}`
export const requestPage = (id: string): string => `/requests/${encodeURIComponent(id)}`

/** Who is known here and may be the same person. */
export const askWhoElse = (person: Omit<LikePatient, 'id'>, signal?: AbortSignal) =>
  send<readonly LikePatient[]>('POST', '/api/patients/duplicates', {
    body: person,
    ...(signal === undefined ? {} : { signal }),
  })

export type Accepting = Readonly<{
  /** Takes the request on, as a new person or into the record of one who is known, and opens the record. */
  accept: (id: string, patientId?: string) => Promise<void>
  /** The same when nobody like this is known; otherwise the request is opened, so that somebody compares. */
  acceptIfNew: (id: string) => Promise<void>
  /** The request that is being accepted. */
  busy: string | null
  problem: Problem | null
}>

export function useAccept(): Accepting {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const take = async (id: string, patientId?: string) => {
    const outcome = await send<Readonly<{ patientId: string }>>('POST', `${requestPath(id)}/accept`, {
      body: patientId === undefined ? {} : { patientId },
    })
    if (!outcome.ok) {
      setProblem(outcome.problem)
      return
    }
    void queries.invalidateQueries({ queryKey: keys.patient(outcome.value.patientId) })
    await queries.invalidateQueries({ queryKey: keys.board })
    await navigate(`/patients/${encodeURIComponent(outcome.value.patientId)}`)
  }
  const takeIfNew = async (id: string) => {
    const request = await send<SentRequest>('GET', requestPath(id))
    const known = request.ok ? await askWhoElse(personOf(request.value)) : request
    if (!known.ok) setProblem(known.problem)
    else if (known.value.length > 0) await navigate(requestPage(id))
    else await take(id)
  }
  const during = async (id: string, run: () => Promise<void>) => {
    if (busy !== null) return
    setBusy(id)
    setProblem(null)
    await run()
    setBusy(null)
  }
  return {
    accept: (id, patientId) => during(id, () => take(id, patientId)),
    acceptIfNew: (id) => during(id, () => takeIfNew(id)),
    busy,
    problem,
  }
}
