import { withMapFields } from '@facialis/knowledge/session-map.ts'
import { type Day, parseDate } from '@facialis/language'
import { isNo } from '@facialis/wire'
import { ok, type Result, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import type { SentAct } from './act-shape.ts'
import { kindRules } from './kinds.ts'
import { withdrawalWrong } from './withdrawal.ts'

/** Entries without which an act of the kind says nothing. */
const needs: Readonly<Partial<Record<SentAct['kind'], string>>> = {
  'toxin-session': 'session',
  'imaging-order': 'imaging-order',
  'imaging-read': 'study',
  'imaging-acknowledged': 'study',
  exception: 'exception',
  operation: 'operation',
  score: 'score',
  symptom: 'symptom',
  'spasm-report': 'spasm-report',
  'missed-visit': 'missed-visit',
}

/** Whether an act says something, and on which day it may say it. */
export function checkDay(act: SentAct, today: string): Result<SentAct> {
  const entry = needs[act.kind]
  // A check of the face or of hearing is measured without a score.
  const isCheck = act.kind === 'score' && Object.keys(act.facts ?? {}).length > 0
  if (entry !== undefined && !isCheck && !act.entries?.some(({ kind }) => kind === entry))
    return refuse(422, 'incomplete', `An act of the kind "${act.kind}" has an entry of the kind "${entry}".`, {
      where: 'entries',
    })
  if (act.kind === 'letter' && !act.note) return refuse(422, 'incomplete', 'A letter needs text.', { where: 'note' })
  const wrong = withdrawalWrong(act)
  if (wrong) return wrong
  const isEmpty = !act.note && !act.screens?.length && !act.entries?.length && Object.keys(act.facts ?? {}).length === 0
  if (isEmpty && act.kind !== 'toxin-order') return refuse(422, 'incomplete', 'This act is empty.', { where: '' })

  const day: Day = dayNumber(today)
  const dated = parseDate(act.date)?.lo
  if (dated === undefined) return refuse(422, 'bad-date', `"${act.date}" is not a day.`, { where: 'date' })
  if (dated > day) return refuse(422, 'in-the-future', 'This day has not come yet.', { where: 'date' })
  if (kindRules[act.kind].onlyToday && (dated !== day || act.recordedAfter))
    return refuse(
      422,
      'only-today',
      'This is said on the day itself, by the person who asks; it cannot be recorded afterwards.',
      { where: 'date' },
    )
  if (dated < day && !act.recordedAfter) {
    const sentence =
      'This is dated in the past. If it happened then, say that it is recorded afterwards, and why (elsewhere, downtime, mistake or late).'
    return refuse(422, 'backdated', sentence, { where: 'date' })
  }
  if (act.kind === 'history' && !act.recordedAfter)
    return refuse(
      422,
      'incomplete',
      'History is recorded afterwards: give the reason (elsewhere, downtime, mistake or late).',
      { where: 'recordedAfter' },
    )
  return ok(withMaps(withRecordedAfter(act)))
}

/** What was given elsewhere is written down afterwards, whether or not somebody says so; each session carries the mark. */
function withRecordedAfter(act: SentAct): SentAct {
  const sessions = (act.entries ?? []).filter(({ kind }) => kind === 'session')
  if (sessions.length === 0 || act.kind === 'toxin-response') return act
  const named = (entry: (typeof sessions)[number], id: string): unknown =>
    entry.fields[`session.${id}`] ?? entry.fields[id]
  const recordedAfter =
    act.recordedAfter ??
    (sessions.some((entry) => isNo(named(entry, 'performedHere'))) ? ({ why: 'elsewhere' } as const) : undefined)
  const entries = (act.entries ?? []).map((entry) => {
    if (entry.kind !== 'session' || (act.kind === 'correction' && entry.id !== undefined)) return entry
    const here = named(entry, 'performedHere')
    const { performedHere: _short, ...fields } = entry.fields
    return {
      ...entry,
      fields: {
        ...fields,
        'session.performedHere': here ?? (recordedAfter?.why === 'elsewhere' ? 'no' : 'yes'),
        'session.recordedAfter': recordedAfter ? 'yes' : 'no',
      },
    }
  })
  return { ...act, entries, ...(recordedAfter ? { recordedAfter } : {}) }
}

/** What the map of a session says stands in fields of their own, where rules can read it. */
function withMaps(act: SentAct): SentAct {
  if (act.kind === 'toxin-response' || !act.entries?.some(({ kind }) => kind === 'session')) return act
  const entries = act.entries.map((entry) =>
    entry.kind === 'session'
      ? {
          ...entry,
          fields: withMapFields(entry.fields, { amends: act.kind === 'correction' && entry.id !== undefined }),
        }
      : entry,
  )
  return { ...act, entries }
}
