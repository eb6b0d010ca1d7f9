import { isYes } from '@facialis/wire'
import { findings } from '../../pathway.ts'
import type { RecordedEntry } from '../../recorded.ts'

/** Where a study stands on its way from the scanner to a clinician who knows it. */
export type StudyState = 'unread' | 'not-structured' | 'unsigned' | 'to-acknowledge' | 'acknowledged'

export function studyState({ fields }: Pick<RecordedEntry, 'fields'>): StudyState {
  const report = fields['study.report']
  if (report === 'none' || report === undefined) return 'unread'
  if (report === 'not-structured') return 'not-structured'
  if (!isYes(fields['study.signed'])) return 'unsigned'
  return isYes(fields['study.acknowledged']) ? 'acknowledged' : 'to-acknowledge'
}

/** Findings that somebody saw, judged or not: a judgement may be made again. */
export const foundIn = ({ fields }: Pick<RecordedEntry, 'fields'>): readonly string[] =>
  findings.map(({ id }) => id).filter((id) => String(fields[id]).startsWith('present'))

/** Requests by whether a study has answered them. */
export type Requests = Readonly<{
  /** The scan, or its images, are outstanding. */
  waiting: readonly RecordedEntry[]
  /** Each with the first study of that day or later. */
  answered: readonly Readonly<{ order: RecordedEntry; by: RecordedEntry }>[]
}>

export function requestsIn(orders: readonly RecordedEntry[], studies: readonly RecordedEntry[]): Requests {
  // Dates compare as text.
  const dayOf = ({ date }: RecordedEntry): string => date ?? ''
  const inOrder = studies.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
  const found = orders.map((order) => ({ order, by: inOrder.find((study) => dayOf(study) >= dayOf(order)) }))
  return {
    waiting: found.flatMap(({ order, by }) => (by === undefined ? [order] : [])),
    answered: found.flatMap(({ order, by }) => (by === undefined ? [] : [{ order, by }])),
  }
}
