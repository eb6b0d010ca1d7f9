import { screenOf } from '../../pathway.ts'
import type { Recording } from '../../recorded.ts'
import type { Evaluation } from './evaluation.ts'

/** `by-list`: one press said "no" to everything on a list that is not marked. */
export type Standing = 'answered' | 'by-list' | 'recorded' | 'open'

/** How a question stands now: answered on this page, or on the record already. "Asked, not known" is an answer. */
export function standingOf(id: string, { facts, screens }: Evaluation, recorded: Recording): Standing {
  if (id in facts) return 'answered'
  const now = recorded.fact(id)
  if (now !== null && now.why === null && now.value !== 'no') return 'recorded'
  if (screens.some((screen) => screenOf(screen)?.facts.some((fact) => fact.id === id))) return 'by-list'
  return now !== null && (now.why === null || now.why === 'asked-unanswered') ? 'recorded' : 'open'
}

export type Progress = Readonly<{ done: number; all: number }>

export const progressOf = (ids: readonly string[], standing: (id: string) => Standing): Progress => ({
  done: ids.filter((id) => standing(id) !== 'open').length,
  all: ids.length,
})

export const isComplete = ({ done, all }: Progress): boolean => done === all
