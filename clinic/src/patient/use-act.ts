import type { Act, PatientView, Problem } from '@facialis/wire'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { newKey, type Outcome, send } from '../api/client.ts'
import { keys } from '../api/queries.ts'
import { useTell } from '../frame/own-page.ts'
import { bornOf } from '../pathway.ts'
import { factPath, fieldPath, isSamePath } from './problem-path.ts'
import { unreadableCode, unreadableIn } from './unreadable.ts'
import { words } from './words.ts'

export type Acting = Readonly<{
  /**
   * Posts the act. On success the open record is the server's answer, and `said` is shown for a moment; on failure nothing
   * typed is touched.
   */
  act: (act: Act, said?: string) => Promise<Outcome<PatientView>>
  saving: boolean
  /** Why the last act was not saved; null after a success. */
  problem: Problem | null
  /** The sentence to show at this fact, when the problem names it. */
  problemAtFact: (factId: string) => string | undefined
  problemAtField: (entryIndex: number, fieldId: string) => string | undefined
  /** The same for any other place, such as `note` or `entries[0].date`. */
  problemAt: (where: string) => string | undefined
  forget: () => void
}>

/** The page was opened before midnight, and what it takes for today is over. */
const dayOver = 'day-over'
/** What the server says of an act that is said to be of today, and is of a day before. */
const refusedForItsDay: ReadonlySet<string> = new Set(['backdated', 'only-today'])

/** Records acts of one person. A retry of the same act carries the same key, so it can never be saved twice. */
export function useAct(patientId: string): Acting {
  const queries = useQueryClient()
  const tell = useTell()
  const tried = useRef<{ content: string; key: string } | null>(null)
  const mutation = useMutation({
    mutationFn: async (act: Act): Promise<Outcome<PatientView>> => {
      const view = queries.getQueryData<PatientView>(keys.patient(patientId))
      const unread = view === undefined ? null : unreadableIn(act, { today: view.today, born: bornOf(view.chart) })
      if (unread !== null) return { ok: false, problem: unread, status: 422 }
      const content = JSON.stringify(act)
      if (tried.current?.content !== content) tried.current = { content, key: newKey() }
      // Told when somebody else was quicker: the version is that of the record on the screen.
      const version = view?.version
      const outcome = await send('POST', '/api/patients/:id/acts', {
        params: { id: patientId },
        body: act,
        idempotencyKey: tried.current.key,
        ...(version === undefined ? {} : { ifMatch: version }),
      })
      return !outcome.ok && act.date === view?.today && refusedForItsDay.has(outcome.problem.code)
        ? { ...outcome, problem: { code: dayOver, sentence: words.dayOver } }
        : outcome
    },
    onSuccess: (outcome) => {
      if (!outcome.ok) {
        if (outcome.problem.code === dayOver) void queries.invalidateQueries({ queryKey: keys.me })
        if (outcome.status === 412 || outcome.problem.code === dayOver)
          void queries.invalidateQueries({ queryKey: keys.patient(patientId) })
        return
      }
      tried.current = null
      queries.setQueryData(keys.patient(patientId), outcome.value)
      void queries.invalidateQueries({ queryKey: keys.board })
    },
  })
  const problem = mutation.data?.ok === false ? mutation.data.problem : null
  const at = useCallback(
    // A field that holds what cannot be read says so itself, for as long as it does.
    (place: string) =>
      problem?.code !== unreadableCode && isSamePath(problem?.where, place) ? problem?.sentence : undefined,
    [problem],
  )
  const { mutateAsync } = mutation
  const act = useCallback(
    async (act: Act, said?: string) => {
      const outcome = await mutateAsync(act)
      if (outcome.ok && said !== undefined) tell(said)
      return outcome
    },
    [mutateAsync, tell],
  )
  return {
    act,
    saving: mutation.isPending,
    problem,
    problemAtFact: (factId) => at(factPath(factId)),
    problemAtField: (index, fieldId) => at(fieldPath(index, fieldId)),
    problemAt: at,
    forget: mutation.reset,
  }
}
