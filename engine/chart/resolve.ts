import {
  type Asking,
  type Chart,
  type Day,
  type Entry,
  type EntryRecord,
  formatSpan,
  memoiseWeak,
  type Observation,
  type Pathway,
  type ScreenDone,
  type Span,
  type Unrecorded,
} from '@facialis/language'
import { dictionaryOf } from '../ground/dictionary.ts'
import { internPolicy } from '../ground/intern-policy.ts'
import {
  type ChangeHorizon,
  never,
  type ResolvedChart,
  type ResolvedEntry,
  type ResolvedFact,
  wordOf,
} from './resolved-chart.ts'
import { clipTo, expire, isNewer, newestOf, sortDay, withScreens } from './statements.ts'

type Conflict = ResolvedChart['conflicts'][number]

/** Works out how every fact and entry stands on the day; `docs/semantics.md` says how, sentence by sentence. */
export function resolve(pathway: Pathway, chart: Chart, asking: Asking): ResolvedChart {
  const horizon: ChangeHorizon = { next: never }
  const policy = internPolicy(asking.policy)
  const ignored: ResolvedChart['ignored'][number][] = []
  const conflicts: Conflict[] = []
  const today = clipper(asking.asOf, horizon)
  const { factById, screensOf } = dictionaryOf(pathway)

  const statements = new Map<string, Observation[]>()
  for (const observation of chart.observations) {
    if (!factById.has(observation.fact)) {
      ignored.push({ what: observation.fact, why: 'this pathway has no such fact' })
      continue
    }
    const date = today(observation.date)
    if (date === 'ahead') {
      ignored.push({
        what: observation.fact,
        why: `dated ${formatSpan(observation.date as Span)}, after the day asked for`,
      })
      continue
    }
    const list = statements.get(observation.fact)
    const stated = date === observation.date ? observation : { ...observation, date }
    if (list) list.push(stated)
    else statements.set(observation.fact, [stated])
  }

  const screens = new Map<string, ScreenDone>()
  for (const done of chart.screens) {
    const date = today(done.date)
    if (date === 'ahead') {
      ignored.push({ what: `screen.${done.screen}`, why: `dated ${formatSpan(done.date)}, after the day asked for` })
      continue
    }
    const before = screens.get(done.screen)
    if (!before || isNewer(date as Span, before.date)) screens.set(done.screen, { ...done, date: date as Span })
  }

  const facts = new Map<string, ResolvedFact>()
  for (const fact of factById.values()) {
    const own = statements.get(fact.id) ?? none
    const on = screensOf(fact)
    const done = on.length === 0 ? none : on.flatMap((screen) => screens.get(screen.id) ?? none)
    if (own.length + done.length === 0) {
      if (fact.unrecorded) facts.set(fact.id, unrecordedFact(fact.unrecorded))
      continue
    }
    const standing = withScreens(fact, own, done, conflicts)
    facts.set(fact.id, expire(fact, standing, asking, horizon))
  }

  return {
    pathway,
    asOf: asking.asOf,
    policy,
    facts,
    entries: resolveEntries(pathway, chart.entries, today, ignored),
    ignored,
    conflicts,
    horizon,
    proposed: null,
  }
}

/** All that was stated of a fact on the last day, up to this one, on which anything was: what disagrees there is known only by looking at each. */
export function statedLast(
  { observations }: Pick<Chart, 'observations'>,
  fact: string,
  asOf: Day,
): readonly Observation[] {
  const stated = observations.flatMap((one) => {
    const date = one.fact === fact ? clipTo(asOf, one.date) : 'ahead'
    return date === 'ahead' ? [] : [{ ...one, date }]
  })
  return stated.length === 0 ? none : newestOf(stated)
}

const none: readonly never[] = []

/** Clips dates to the day asked for and lowers the horizon to the day on which a clipped or future date changes. */
const clipper =
  (asOf: Day, horizon: ChangeHorizon) =>
  (date: Span | null): Span | null | 'ahead' => {
    const cut = clipTo(asOf, date)
    if (date === null || cut === date) return date
    // What lies ahead begins to count when its day comes; a cut date grows with every day.
    const changes = cut === 'ahead' ? date.lo : asOf + 1
    horizon.next = Math.min(horizon.next, changes)
    return cut
  }

function resolveEntries(
  pathway: Pathway,
  records: readonly EntryRecord[],
  today: ReturnType<typeof clipper>,
  ignored: ResolvedChart['ignored'][number][],
): ReadonlyMap<string, readonly ResolvedEntry[]> {
  const { entryById: kinds } = dictionaryOf(pathway)
  const present: (EntryRecord & { order: number })[] = []
  records.forEach((record, order) => {
    const date = today(record.date)
    if (!kinds.has(record.kind)) ignored.push({ what: record.kind, why: 'this pathway has no such entry' })
    else if (record.withdrawn) ignored.push({ what: record.id, why: 'withdrawn' })
    else if (date === 'ahead')
      ignored.push({ what: record.id, why: `dated ${formatSpan(record.date as Span)}, after the day asked for` })
    else present.push({ ...record, date, order })
  })
  const superseded = new Set(present.flatMap((record) => record.supersedes.filter((id) => id !== record.id)))
  const byKind = new Map<string, ResolvedEntry[]>()
  present.sort((a, b) => sortDay(b.date) - sortDay(a.date) || b.order - a.order)
  for (const record of present) {
    if (superseded.has(record.id)) {
      ignored.push({ what: record.id, why: 'replaced by a later version' })
      continue
    }
    const counted = resolveEntry(record, kinds.get(record.kind) as Entry)
    const list = byKind.get(record.kind)
    if (list) list.push(counted)
    else byKind.set(record.kind, [counted])
  }
  return byKind
}

/** No statement was made, and that is what the record says. */
const unrecordedFact = memoiseWeak(
  (value: Unrecorded): ResolvedFact => ({
    known: true,
    value,
    date: null,
    provenance: { source: 'nothing recorded' },
  }),
)

/** An entry with what its words fill and what stands unrecorded. */
export function resolveEntry(record: EntryRecord, kind: Entry): ResolvedEntry {
  const fields = new Map<string, ResolvedFact>()
  for (const [id, value] of Object.entries(record.fields))
    fields.set(
      id,
      'unknown' in value
        ? { known: false, why: value.unknown, date: record.date, provenance: record.provenance }
        : { known: true, value, date: record.date, provenance: record.provenance },
    )
  for (const filling of kind.fills) {
    const trigger = fields.get(filling.field.id)
    if (!trigger?.known || wordOf(trigger.value) !== filling.is) continue
    for (const field of filling.fills)
      if (!fields.has(field.id))
        fields.set(field.id, {
          known: true,
          value: { word: filling.with },
          date: record.date,
          provenance: record.provenance,
        })
  }
  for (const field of Object.values(kind.fields))
    if (field.unrecorded && !fields.has(field.id)) fields.set(field.id, unrecordedFact(field.unrecorded))
  return { id: record.id, kind: record.kind, date: record.date, fields, provenance: record.provenance }
}
