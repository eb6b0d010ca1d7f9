import { mapField, mapFields } from '@facialis/knowledge/session-map.ts'
import type { Resource } from '@facialis/record'
import type { PlainValue, Said, TimelineItem } from '@facialis/wire'
import { type ActContent, type ActProvenance, actProvenanceIn, withdrawnIn } from './provenance.ts'

/** What happened, newest first. */
export function timelineOf(resources: readonly Resource[]): readonly TimelineItem[] {
  const told = resources.flatMap((resource) => actProvenanceIn(resource) ?? [])
  const ended = withdrawnIn(told)
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
      said: saidIn(one.act),
      recordedAfter: one.recordedAfter,
      // Struck when every entry it brought was withdrawn later.
      withdrawn: ended.has(one.id) || isStruck(one, withdrawn),
    }))
    .sort((a, b) => compare(b.date, a.date) || compare(b.recordedAt, a.recordedAt))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function isStruck({ act, kind }: ActProvenance, withdrawn: ReadonlySet<string | undefined>): boolean {
  const entries = act.entries ?? []
  return (
    kind !== 'correction' &&
    entries.length > 0 &&
    entries.every((entry) => entry.id !== undefined && withdrawn.has(entry.id))
  )
}

/** The act in plain values. The map of a session and what is counted from it are drawn, not told. */
const saidIn = ({ facts = {}, screens = [], entries = [], note, withdraws, recordedAfter }: ActContent): Said => ({
  facts: plainly(facts),
  screens,
  entries: entries.map(({ id, kind, date = null, withdrawn = false, fields }) => ({
    ...(id === undefined ? {} : { id }),
    kind,
    date,
    withdrawn,
    fields: plainly(
      Object.fromEntries(Object.entries(fields).filter(([name]) => name !== mapField && !mapFields.includes(name))),
    ),
  })),
  note: note ?? null,
  ...(withdraws === undefined ? {} : { withdraws }),
  after: recordedAfter ?? null,
})

const plainly = (stated: Readonly<Record<string, unknown>>): Readonly<Record<string, PlainValue>> =>
  Object.fromEntries(Object.entries(stated).map(([id, value]) => [id, plain(value)]))

/** A value as it was sent, with or without its date beside it; what is none is unknown. */
function plain(value: unknown): PlainValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'object' && value !== null && 'value' in value) return plain(value.value)
  return null
}
