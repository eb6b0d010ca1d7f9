import { mapField, mapFields } from '@facialis/knowledge/session-map.ts'
import type { Fact, Pathway } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { TimelineItem } from '@facialis/wire'
import { type Told, toldBy } from '../acts/provenance.ts'

/** What happened, newest first. */
export function timelineOf(pathway: Pathway, resources: readonly Resource[]): readonly TimelineItem[] {
  const labels = labelsOf(pathway)
  const told = resources.flatMap((resource) => toldBy(resource) ?? [])
  const withdrawn = new Set(
    told.flatMap(({ act }) => (act.entries ?? []).filter((entry) => entry.withdrawn).map((entry) => entry.id)),
  )
  return told
    .map((one) => ({
      id: one.id,
      kind: one.kind,
      date: one.date,
      recordedAt: one.recordedAt,
      by: one.by,
      role: one.role,
      title: titles[one.kind] ?? one.kind,
      lines: linesOf(one, labels),
      recordedAfter: one.recordedAfter,
      // Struck when every entry it brought was withdrawn later.
      withdrawn: isStruck(one, withdrawn),
    }))
    .sort((a, b) => compare(b.date, a.date) || compare(b.recordedAt, a.recordedAt))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function isStruck({ act, kind }: Told, withdrawn: ReadonlySet<string | undefined>): boolean {
  const entries = act.entries ?? []
  return (
    kind !== 'correction' &&
    entries.length > 0 &&
    entries.every((entry) => entry.id !== undefined && withdrawn.has(entry.id))
  )
}

type Labels = Readonly<{
  facts: ReadonlyMap<string, Fact>
  entries: ReadonlyMap<string, string>
  screens: ReadonlyMap<string, string>
}>
const known = new WeakMap<Pathway, Labels>()

function labelsOf(pathway: Pathway): Labels {
  const before = known.get(pathway)
  if (before) return before
  const fields = pathway.entries.flatMap((entry) => Object.values(entry.fields))
  const labels: Labels = {
    facts: new Map([...pathway.facts, ...fields].map((fact) => [fact.id, fact])),
    entries: new Map(pathway.entries.map((entry) => [entry.id, entry.label])),
    screens: new Map(pathway.screens.map((screen) => [screen.id, screen.label])),
  }
  known.set(pathway, labels)
  return labels
}

function linesOf({ act }: Told, labels: Labels): readonly string[] {
  const line = ([id, value]: readonly [string, unknown]): string => {
    const fact = labels.facts.get(id)
    const unit =
      fact?.type === 'quantity' && typeof value === 'number' && fact.unit !== '{score}' ? ` ${fact.unit}` : ''
    return `${fact?.label ?? id}: ${said(value)}${unit}`
  }
  return [
    ...(act.recordedAfter
      ? [`recorded afterwards (${act.recordedAfter.why})${act.recordedAfter.by ? `, by ${act.recordedAfter.by}` : ''}`]
      : []),
    ...(act.screens ?? []).map((screen) => labels.screens.get(screen) ?? screen),
    ...Object.entries(act.facts ?? {}).map(line),
    ...(act.entries ?? []).flatMap((entry) => [
      `${labels.entries.get(entry.kind) ?? entry.kind}${entry.date ? `, ${entry.date}` : ''}${entry.withdrawn ? ': withdrawn' : ''}`,
      ...Object.entries(entry.fields)
        .filter(([id]) => id !== mapField && !mapFields.includes(id))
        .map(line),
    ]),
    // A letter is read paragraph by paragraph.
    ...(act.note ? act.note.split(/\n{2,}/) : []),
  ]
}

function said(value: unknown): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (value === null || value === undefined) return 'unknown'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  if (typeof value === 'object') return 'value' in value ? said(value.value) : 'unknown'
  return String(value)
}

const titles: Readonly<Partial<Record<TimelineItem['kind'], string>>> = {
  triage: 'Triage',
  visit: 'Visit',
  'diagnosis-signed': 'Diagnosis signed',
  'flag-resolved': 'Red flag resolved',
  'imaging-order': 'Imaging ordered',
  'imaging-read': 'Imaging read',
  'imaging-acknowledged': 'Imaging acknowledged',
  relevance: 'Relevance of a finding judged',
  'toxin-order': 'Toxin ordered',
  'at-chair': 'Asked at the chair',
  'toxin-session': 'Toxin session',
  'toxin-response': 'Response to toxin',
  exception: 'Standing exception',
  'surgery-work-up': 'Surgical work-up',
  operation: 'Operation',
  'spasm-report': 'Spasm report',
  score: 'Score',
  symptom: 'Complaint',
  call: 'Phone call',
  'missed-visit': 'Missed appointment',
  consent: 'Consent',
  history: 'History',
  correction: 'Correction',
  closure: 'Closure',
  letter: 'Letter to the referrer',
  referral: 'Referral',
  'appointment-request': 'Appointment asked for',
  review: 'Review closed',
  attachment: 'Video or photo attached',
}
