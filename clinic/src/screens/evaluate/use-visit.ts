import type { PlainValue } from '@facialis/wire'
import { useState } from 'react'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { type Acting, useAct } from '../../patient/use-act.ts'
import { type Drafting, useDraft } from '../../patient/use-draft.ts'
import {
  answered,
  asSeen,
  type Evaluation,
  emptyEvaluation,
  readEvaluation,
  signingAct,
  toggled,
  visitAct,
  withoutFindings,
} from './evaluation.ts'

/** What was last done with the visit, said where it was done. */
export type Done = 'saved' | 'signed'

export type Visit = Readonly<{
  draft: Drafting<Evaluation>
  evaluation: Evaluation
  acting: Acting
  done: Done | null
  answer: (fact: string, value: PlainValue | undefined) => void
  press: (screen: string) => void
  change: (next: (now: Evaluation) => Evaluation) => void
  save: () => Promise<void>
  sign: () => Promise<void>
  discard: () => Promise<void>
}>

/** One visit while it is recorded: what was answered, kept as a draft, saved as an act, concluded by a signature. */
export function useVisit(): Visit {
  const { view, recorded } = useOpenPatient()
  const { patient, today } = view
  const firstKind = recorded.entries('visit').length === 0 ? 'first' : 'follow-up'
  const draft = useDraft(`patient.${patient.id}.evaluate`, emptyEvaluation(firstKind), readEvaluation, {
    called: 'visit',
  })
  const acting = useAct(patient.id)
  const [done, setDone] = useState<Done | null>(null)
  // Whoever goes on after the first visit was saved begins another one.
  const begun = (now: Evaluation) => (draft.state === 'empty' ? { ...now, visitKind: firstKind } : now)
  const evaluation = asSeen(begun(draft.content), recorded)

  const change = (next: (now: Evaluation) => Evaluation) => {
    setDone(null)
    draft.change((now) => next(begun(now)))
  }
  return {
    draft,
    evaluation,
    acting,
    done,
    change,
    answer: (fact, value) => change((now) => answered(now, fact, value)),
    press: (screen) => change((now) => toggled(now, screen)),
    save: async () => {
      const act = visitAct(evaluation, today)
      if (act === null || !(await acting.act(act)).ok) return
      const rest = withoutFindings(evaluation)
      if (Object.keys(rest.facts).length === 0) await draft.discard()
      else draft.change(rest)
      setDone('saved')
    },
    sign: async () => {
      const act = signingAct(evaluation, today)
      if (act === null || !(await acting.act(act)).ok) return
      await draft.discard()
      setDone('signed')
    },
    discard: async () => {
      acting.forget()
      await draft.discard()
    },
  }
}
