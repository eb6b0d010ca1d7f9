import type { Chart } from '@facialis/language'
import type { Act, PlainEntry, PlainValue } from '@facialis/wire'
import { entryLimit, findings } from '../../pathway.ts'
import { type FieldValue, readDate } from '../../pieces/fact-value.ts'
import type { RecordedEntry } from '../../recorded.ts'

/** A read being typed. `completes`: the study on record it enters; `replaces`: the read it takes the place of. */
export type Read = Readonly<{
  date: string
  fields: Readonly<Record<string, FieldValue>>
  completes: string | null
  replaces: string | null
  note: string
}>

export const emptyRead: Read = {
  date: '',
  fields: { 'study.modality': 'mri' },
  completes: null,
  replaces: null,
  note: '',
}

/** A stored draft, or null when it is of another shape. */
export function readRead(stored: unknown): Read | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { date, fields, note } = stored as Readonly<Record<string, unknown>>
  const fits = typeof date === 'string' && typeof note === 'string' && typeof fields === 'object' && fields !== null
  return fits ? ({ ...emptyRead, ...stored } as Read) : null
}

/** Entering the report of a study that is on record already. Who acknowledged it is not the reader's to say. */
export const completing = (study: RecordedEntry): Read => ({
  ...emptyRead,
  date: study.date ?? '',
  fields: Object.fromEntries(
    Object.entries(study.fields).filter(([id, value]) => !id.startsWith('study.acknowledged') && !isSilence(value)),
  ),
  completes: study.id,
})

/** What a field says when nobody said anything is no answer to start from. */
const isSilence = (value: PlainValue): boolean => value === 'not-stated' || (Array.isArray(value) && value.length === 0)

/** A second reader starts from nothing but what the scanner did: what the first one saw is not theirs. */
export const reReading = (study: RecordedEntry): Read => ({
  ...emptyRead,
  date: study.date ?? '',
  fields: Object.fromEntries(
    ['study.modality', 'study.sequences', 'study.coverage', 'study.fieldT', 'study.contrastGroup'].flatMap((id) =>
      study.fields[id] === undefined ? [] : [[id, study.fields[id]]],
    ),
  ),
  replaces: study.id,
})

export const setField = (read: Read, id: string, value: FieldValue): Read => ({
  ...read,
  fields: { ...read.fields, [id]: value },
})

/** Takes out or puts in one member of a set. */
export function toggleIn(read: Read, id: string, member: string): Read {
  const now = read.fields[id]
  const members = Array.isArray(now) ? (now as readonly string[]) : []
  const next = members.includes(member) ? members.filter((one) => one !== member) : [...members, member]
  return setField(read, id, next.length === 0 ? undefined : next)
}

/** One press: everything that has not been answered is absent. What was seen stays seen. */
export const restAbsent = (read: Read): Read => ({
  ...read,
  fields: {
    ...read.fields,
    ...Object.fromEntries(findings.filter(({ id }) => read.fields[id] === undefined).map(({ id }) => [id, 'absent'])),
  },
})

/** A clinician here knows the report: without that it clears nothing. */
export const acknowledge = (read: Read, day: string | null): Read =>
  setField(
    setField(read, 'study.acknowledged', day === null ? undefined : 'yes'),
    'study.acknowledgedOn',
    day ?? undefined,
  )

/**
 * One press for a signed report that says it is normal: it answers for the findings that it does not name, and whoever
 * presses has read it.
 */
export const attestNormal = (read: Read, today: string): Read => ({
  ...acknowledge(read, today),
  fields: {
    ...acknowledge(read, today).fields,
    'study.normalStatement': 'yes',
    'study.evidence': 'report-statement',
    'study.signed': 'yes',
  },
})

export const withoutAttestation = (read: Read): Read =>
  ['study.normalStatement', 'study.evidence'].reduce((now, id) => setField(now, id, undefined), acknowledge(read, null))

/** The study that one chart has and an earlier one had not: the one that was just saved. */
export const newIn = (before: Chart, after: Chart): string | null =>
  after.entries.find(({ id, kind }) => kind === 'study' && !before.entries.some((one) => one.id === id))?.id ?? null

/** The day of the scan, or null while it is none, or has not come. */
function scanDay(read: Read, today: string): string | null {
  const { value } = readDate(read.date, { limit: entryLimit('study', { today }) })
  return typeof value === 'string' ? value : null
}

/** The read as it is sent. `asReader`: the account itself says who reads. Null until the scan has a date and a kind. */
export function readAct(read: Read, asked: Readonly<{ today: string; asReader: boolean }>): Act | null {
  const date = scanDay(read, asked.today)
  if ((date === null && read.completes === null) || typeof read.fields['study.modality'] !== 'string') return null
  const said = Object.entries(read.fields).filter(
    (pair): pair is [string, PlainValue] =>
      pair[1] !== undefined && !(asked.asReader && pair[0] === 'study.readerRole'),
  )
  const fields: Record<string, PlainValue> = {
    ...Object.fromEntries(said),
    'study.report': 'structured',
    'study.evidence': read.fields['study.evidence'] ?? 'structured',
  }
  const entry: PlainEntry = {
    kind: 'study',
    // What is on record keeps its day.
    date: read.completes === null ? date : null,
    fields,
    ...(read.completes === null ? {} : { id: read.completes }),
    ...(read.replaces === null ? {} : { supersedes: [read.replaces] }),
  }
  const note = read.note.trim()
  return { kind: 'imaging-read', date: asked.today, entries: [entry], ...(note === '' ? {} : { note }) }
}

/** A scan that was done and that nobody has entered yet. */
export const registerAct = (
  scan: Readonly<{ date: string; modality: string; report: 'none' | 'not-structured' }>,
  today: string,
): Act => ({
  kind: 'imaging-read',
  date: today,
  entries: [
    { kind: 'study', date: scan.date, fields: { 'study.modality': scan.modality, 'study.report': scan.report } },
  ],
})

/** A clinician here knows the report. */
export const acknowledgeAct = (study: RecordedEntry, today: string): Act => ({
  kind: 'imaging-acknowledged',
  date: today,
  entries: [
    {
      id: study.id,
      kind: 'study',
      date: null,
      fields: { 'study.acknowledged': 'yes', 'study.acknowledgedOn': today },
    },
  ],
})
