import { type Chart, parseDate } from '@facialis/language'
import { type Refusal, refuse } from '../core/refusal.ts'
import type { SentAct, SentEntry } from './act-shape.ts'

/** An act whose entries all say when: an entry that amends an earlier one keeps its day unless it names another. */
export type WholeAct = Omit<SentAct, 'entries'> &
  Readonly<{ entries: readonly (Omit<SentEntry, 'date'> & Readonly<{ date: string | null }>)[] }>

/** Gives each entry its day. An addendum to a study that was read is unread again. */
export function datedEntries(act: SentAct, { entries: earlier }: Chart): WholeAct {
  const entries = (act.entries ?? []).map((entry) => {
    const amends = earlier.some(({ id, kind }) => entry.id === id && entry.kind === kind)
    const unread = amends && entry.kind === 'study' && act.kind === 'imaging-read'
    return {
      ...entry,
      // What somebody has acknowledged is what it said then: an addendum has to be read again.
      fields: unread ? { 'study.acknowledged': 'no', ...entry.fields } : entry.fields,
      date: entry.date === undefined ? (amends ? null : act.date) : entry.date,
    }
  })
  return { ...act, entries }
}

/** What is recorded already keeps its day, and history adds to it; changing either is a correction. */
export function amendedWrongly({ kind, entries }: WholeAct, { entries: recorded }: Chart): Refusal | null {
  if (kind === 'correction') {
    const loose = entries.findIndex(
      (entry) => entry.kind === 'exception' && !recorded.some(({ id }) => id === entry.id),
    )
    if (loose < 0) return null
    return refuse(422, 'out-of-place', 'A new exception is signed in an act of its own.', {
      where: `entries[${loose}]`,
    })
  }
  for (const [index, entry] of entries.entries()) {
    const earlier = recorded.find((one) => one.id === entry.id && one.kind === entry.kind)
    if (!earlier) continue
    const where = `entries[${index}]`
    if (kind === 'history' || kind === 'exception')
      return refuse(422, 'already-recorded', 'This is already recorded. Change it with a correction.', {
        where: `${where}.id`,
      })
    const date = entry.date === null ? null : parseDate(entry.date)
    if (date !== null && (date.lo !== earlier.date?.lo || date.hi !== earlier.date.hi))
      return refuse(422, 'out-of-place', 'To change the day of something already recorded, record a correction.', {
        where: `${where}.date`,
      })
  }
  return null
}
