import type { Act, PlainValue } from '@facialis/wire'
import type { FieldValue } from '../../pieces/fact-value.ts'

type Fields = Readonly<Record<string, FieldValue>>

/** What was said, without what was left alone. */
const said = (fields: Fields): Readonly<Record<string, PlainValue>> =>
  Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, PlainValue] => pair[1] !== undefined))

type Which = Readonly<{ id: string }>

/** How a session worked: it amends that session and leaves what was injected as it is. */
export function responseAct(session: Which, outcome: Fields, today: string): Act | null {
  const fields = said(outcome)
  if (Object.keys(fields).length === 0) return null
  return {
    kind: 'toxin-response',
    date: today,
    entries: [
      {
        id: session.id,
        kind: 'session',
        date: null,
        fields: { ...fields, ...('session.relief' in fields ? { 'session.reliefAsked': today } : {}) },
      },
    ],
  }
}

export type Why = NonNullable<Act['recordedAfter']>['why']
export type HistoryForm = Readonly<{ date: string; why: Why | null; by: string; note: string; fields: Fields }>
export const emptyHistory: HistoryForm = { date: '', why: null, by: '', note: '', fields: {} }

/** A session that already happened. Only its date and why it is told now are needed; the rest may be unknown. */
export function historyAct(form: HistoryForm, today: string): Act | null {
  if (form.why === null || form.date === '') return null
  const [by, note] = [form.by.trim(), form.note.trim()]
  return {
    kind: 'history',
    date: today,
    recordedAfter: { why: form.why, ...(by === '' ? {} : { by }) },
    entries: [
      {
        kind: 'session',
        date: form.date,
        fields: { ...said(form.fields), 'session.performedHere': form.why === 'elsewhere' ? 'no' : 'yes' },
      },
    ],
    ...(note === '' ? {} : { note }),
  }
}
