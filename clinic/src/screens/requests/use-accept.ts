import type { Act, Problem } from '@facialis/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type BodyAt, newKey, send } from '../../api/client.ts'
import { keys } from '../../api/queries.ts'
import { useGo, useHere } from '../../frame/own-page.ts'
import { personOf } from './sent.ts'

export const requestPage = (id: string): string => `/requests/${encodeURIComponent(id)}`

/** Who is known here and may be the same person. */
export const askWhoElse = (person: Person, signal?: AbortSignal) =>
  send('POST', '/api/patients/duplicates', {
    body: person,
    ...(signal === undefined ? {} : { signal }),
  })

export type Person = BodyAt<'POST', '/api/patients/duplicates'>

type How = Readonly<{
  /** Somebody who is known: the request joins their record. */
  patientId?: string
  /** The triage that was finished before accepting; null when it is still to be done. */
  triage?: Act | null
}>

export type Accepting = Readonly<{
  /** Takes the request on, as a new person or into the record of one who is known, and opens the record. @returns whether it was taken */
  accept: (id: string, how?: How) => Promise<boolean>
  /** The same when nobody like this is known; otherwise the request is opened, so that somebody compares. */
  acceptIfNew: (id: string) => Promise<boolean>
  /** The request that is being accepted. */
  busy: string | null
  /** Why the last one was not accepted, and which one it was. */
  refused: Readonly<{ id: string; problem: Problem }> | null
  problem: Problem | null
}>

/** Takes requests on, one at a time: whoever presses while one is on its way takes nothing else. */
export function useAccept(): Accepting {
  const queries = useQueryClient()
  const here = useHere()
  const go = useGo()
  const [busy, setBusy] = useState<string | null>(null)
  const [refused, setRefused] = useState<Accepting['refused']>(null)

  const take = async (id: string, { patientId, triage = null }: How = {}) => {
    const outcome = await send('POST', '/api/requests/:id/accept', {
      params: { id },
      body: patientId === undefined ? {} : { patientId },
    })
    if (!outcome.ok) {
      setRefused({ id, problem: outcome.problem })
      return false
    }
    void queries.invalidateQueries({ queryKey: keys.patient(outcome.value.patientId) })
    const person = encodeURIComponent(outcome.value.patientId)
    const saved =
      triage === null ||
      // Whoever is here by now has answered none of it.
      (here() &&
        (
          await send('POST', '/api/patients/:id/acts', {
            params: { id: outcome.value.patientId },
            body: triage,
            idempotencyKey: newKey(),
          })
        ).ok)
    await queries.invalidateQueries({ queryKey: keys.board })
    // Accepted all the same: the questions wait on the person's own page.
    await go(saved ? `/patients/${person}` : `/patients/${person}/triage`)
    return true
  }
  const takeIfNew = async (id: string) => {
    const request = await send('GET', '/api/requests/:id', { params: { id } })
    // Somebody else has pressed nothing.
    if (!here()) return false
    const known = request.ok ? await askWhoElse(personOf(request.value)) : request
    if (!here()) return false
    if (known.ok && known.value.length === 0) return take(id)
    if (known.ok) await go(requestPage(id))
    else setRefused({ id, problem: known.problem })
    return false
  }
  const during = async (id: string, run: () => Promise<boolean>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(id)
    setRefused(null)
    const isTaken = await run()
    setBusy(null)
    return isTaken
  }
  return {
    accept: (id, how) => during(id, () => take(id, how)),
    acceptIfNew: (id) => during(id, () => takeIfNew(id)),
    busy,
    refused,
    problem: refused?.problem ?? null,
  }
}
