import type { Span } from '@facialis/language'
import type { Act, PatientView, Problem } from '@facialis/wire'
import { createContext, use, useCallback, useEffect, useMemo } from 'react'
import { problemOf } from '../api/problem-error.ts'
import { useMe, usePatientView } from '../api/queries.ts'
import { assess, bornOf, type Live } from '../pathway.ts'
import { type Recording, recordedOn } from '../recorded.ts'

/** One person's record, and the pathway asked in this browser. The server's `view.advice` is the one that counts. */
export type OpenPatient = Readonly<{
  view: PatientView
  /** What the advice would be if this act were saved; without one, the advice on the chart as it is. */
  evaluateLive: (unsaved?: Act) => Live
  /** What is on the chart today, in plain values. */
  recorded: Recording
  /** When they were born, as far as it is known. */
  born: Span | null
}>

export type PatientState =
  | Readonly<{ state: 'opening' }>
  | Readonly<{ state: 'failed'; problem: Problem; retry: () => void }>
  | Readonly<{ state: 'open'; patient: OpenPatient }>

/** Loads one person. Screens below `/patients/:id` have it already: they call `useOpenPatient`. */
export function usePatient(id: string): PatientState {
  const query = usePatientView(id)
  const view = query.data
  const today = useMe().data?.today
  const { refetch } = query
  // Left open over midnight: what opens, falls due or has to be asked again today is shown today.
  const isOver = view !== undefined && today !== undefined && view.today < today
  useEffect(() => {
    if (isOver) void refetch()
  }, [isOver, refetch])
  const evaluateLive = useCallback(
    (act?: Act): Live =>
      view === undefined
        ? { ok: false, problem: { code: 'opening', sentence: '' } }
        : assess({ chart: view.chart, today: view.today, policy: view.policy, act }),
    [view],
  )
  return useMemo((): PatientState => {
    if (view !== undefined)
      return { state: 'open', patient: { view, evaluateLive, recorded: recordedOn(view), born: bornOf(view.chart) } }
    if (query.isError) return { state: 'failed', problem: problemOf(query.error), retry: () => void query.refetch() }
    return { state: 'opening' }
  }, [view, evaluateLive, query])
}

export const OpenPatientContext = createContext<OpenPatient | null>(null)

/** The person whose screens are open. @throws outside `/patients/:id`, which is a bug */
export function useOpenPatient(): OpenPatient {
  const patient = use(OpenPatientContext)
  if (patient === null) throw new Error('This screen is shown outside the frame of an open patient.')
  return patient
}
