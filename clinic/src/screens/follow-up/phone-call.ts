import type { Act, PlainEntry } from '@facialis/wire'
import { readDate } from '../../pieces/fact-value.ts'
import { dateWords } from '../../words/dates.ts'

/** What anybody who rings, or is rung, is asked at the end: since when, how the spasm is, anything else. */
export type CallNotes = Readonly<{ began: string; status: string | null; said: string }>

export const emptyCallNotes = (today: string): CallNotes => ({ began: dateWords(today), status: null, said: '' })

/** A call as one act: the talk, each complaint with the day it began, the spasm if it was spoken of, the rest in words. */
export function phoneCallAct(
  told: CallNotes,
  call: Readonly<{ today: string; complaints: readonly string[]; note: readonly string[] }>,
): Act {
  const { today, complaints, note } = call
  const entries: PlainEntry[] = [
    { kind: 'visit', date: today, fields: { 'visit.kind': 'phone' } },
    ...complaints.map((kind) => ({
      kind: 'symptom',
      // What cannot be read as a day is for the server to refuse, at this field.
      date: told.began === '' ? today : String(readDate(told.began).value ?? told.began),
      fields: { 'symptom.kind': kind, 'symptom.settled': false },
    })),
    ...(told.status === null ? [] : [{ kind: 'spasm-report', date: today, fields: { 'spasm.status': told.status } }]),
  ]
  return { kind: 'call', date: today, entries, note: note.filter((line) => line !== '').join('\n') }
}
