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

/** Requests no study has answered: the scan, or its images, are outstanding. Dates compare as text. */
export const outstanding = (
  orders: readonly RecordedEntry[],
  studies: readonly RecordedEntry[],
): readonly RecordedEntry[] =>
  orders.filter((order) => !studies.some((study) => (study.date ?? '') >= (order.date ?? '')))

export const isYes = (value: unknown): boolean => value === 'yes' || value === true
