import {
  type Asking,
  type Chart,
  type Day,
  type Entry,
  type EntryRecord,
  formatSpan,
  type Observation,
  onceFor,
  type Pathway,
  type ScreenDone,
  type Span,
  type Unrecorded,
} from '@facialis/language'
import { dictionaryOf } from '../ground/dictionary.ts'
import { policyInForce } from '../ground/policy-in-force.ts'
import { type Clock, type Counted, never, type ResolvedChart, type Standing, wordOf } from './standing.ts'
import { aged, cutTo, isNewer, newestOf, orderOf, withScreens } from './statements.ts'

type Conflict = ResolvedChart['conflicts'][number]

/** Works out how every fact and entry stands on the day; `docs/semantics.md` says how, sentence by sentence. */
export function resolve(pathway: Pathway, chart: Chart, asking: Asking): ResolvedChart {
  const clock: Clock = { next: never }
  const policy = policyInForce(asking.policy)
  const ignored: ResolvedChart['ignored'][number][] = []
  const conflicts: Conflict[] = []
  const today = cutAt(asking.asOf, clock)
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

  const facts = new Map<string, Standing>()
  for (const fact of factById.values()) {
    const own = statements.get(fact.id) ?? none
    const on = screensOf(fact)
    const done = on.length === 0 ? none : on.flatMap((screen) => screens.get(screen.id) ?? none)
    if (own.length + done.length === 0) {
      if (fact.unrecorded) facts.set(fact.id, unrecorded(fact.unrecorded))
      continue
    }
    const standing = withScreens(fact, own, done, conflicts)
    facts.set(fact.id, aged(fact, standing, asking, clock))
  }

  return {
    pathway,
    asOf: asking.asOf,
    policy,
    facts,
    entries: counting(pathway, chart.entries, today, ignored),
    ignored,
    conflicts,
    clock,
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
    const date = one.fact === fact ? cutTo(asOf, one.date) : 'ahead'
    return date === 'ahead' ? [] : [{ ...one, date }]
  })
  return stated.length === 0 ? none : newestOf(stated)
}

const none: readonly never[] = []

/** Dates as they count on the day; the clock hears of those that will count differently. */
const cutAt =
  (asOf: Day, clock: Clock) =>
  (date: Span | null): Span | null | 'ahead' => {
    const cut = cutTo(asOf, date)
    if (date === null || cut === date) return date
    // What lies ahead begins to count when its day comes; a cut date grows with every day.
    const changes = cut === 'ahead' ? date.lo : asOf + 1
    clock.next = Math.min(clock.next, changes)
    return cut
  }

function counting(
  pathway: Pathway,
  records: readonly EntryRecord[],
  today: ReturnType<typeof cutAt>,
  ignored: ResolvedChart['ignored'][number][],
): ReadonlyMap<string, readonly Counted[]> {
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
  const byKind = new Map<string, Counted[]>()
  present.sort((a, b) => orderOf(b.date) - orderOf(a.date) || b.order - a.order)
  for (const record of present) {
    if (superseded.has(record.id)) {
      ignored.push({ what: record.id, why: 'replaced by a later version' })
      continue
    }
    const counted = countedOf(record, kinds.get(record.kind) as Entry)
    const list = byKind.get(record.kind)
    if (list) list.push(counted)
    else byKind.set(record.kind, [counted])
  }
  return byKind
}

/** No statement was made, and that is what the record says. */
const unrecorded = onceFor(
  (value: Unrecorded): Standing => ({
    known: true,
    value,
    date: null,
    provenance: { source: 'nothing recorded' },
  }),
)

/** An entry with what its words fill and what stands unrecorded. */
export function countedOf(record: EntryRecord, kind: Entry): Counted {
  const fields = new Map<string, Standing>()
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
    if (field.unrecorded && !fields.has(field.id)) fields.set(field.id, unrecorded(field.unrecorded))
  return { id: record.id, kind: record.kind, date: record.date, fields, provenance: record.provenance }
}
