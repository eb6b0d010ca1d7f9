import { type Act, isYes } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'

/** Complaints nobody has settled yet, the latest first. */
export const openComplaints = (symptoms: readonly RecordedEntry[]): readonly RecordedEntry[] =>
  symptoms.filter((symptom) => !isYes(symptom.fields['symptom.settled']))

export const isStrokeChecked = (symptom: RecordedEntry): boolean => isYes(symptom.fields['symptom.strokeChecked'])

/** The same complaint with more said about it: an entry of the same id amends it, and both versions stay readable. */
export const amended = (symptom: RecordedEntry, said: RecordedEntry['fields'], today: string): Act => ({
  kind: 'symptom',
  date: today,
  entries: [{ id: symptom.id, kind: 'symptom', date: symptom.date, fields: said }],
})
