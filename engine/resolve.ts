import {
  type Chart,
  type Day,
  type Entry,
  type EntryRecord,
  type Fact,
  formatSpan,
  type Observation,
  type Pathway,
  type Screen,
  type ScreenDone,
  type Span,
  type Unrecorded,
} from '@facialis/language'
import { adverseValues, type Clock, type Counted, never, type ResolvedChart, type Standing, wordOf } from './world.ts'

export type Asking = Readonly<{ asOf: Day; policy: Readonly<Record<string, number>> }>

/** Works out how every fact and entry stands on the day; `docs/semantics.md` says how, sentence by sentence. */
export function resolve(pathway: Pathway, chart: Chart, asking: Asking): ResolvedChart {
  const clock: Clock = { next: never }
  const ignored: ResolvedChart['ignored'][number][] = []
  const conflicts: ResolvedChart['conflicts'][number][] = []
  const today = cutAt(asking.asOf, clock)
  const { factById, screenOf } = dictionaryOf(pathway)

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
    if (!before || (date as Span).hi >= before.date.hi) screens.set(done.screen, { ...done, date: date as Span })
  }

  const facts = new Map<string, Standing>()
  for (const fact of factById.values()) {
    const screen = screenOf.get(fact.id)
    const done = screen ? screens.get(screen.id) : undefined
    const own = statements.get(fact.id)
    if (!own && !done) {
      if (fact.unrecorded) facts.set(fact.id, unrecorded(fact.unrecorded))
      continue
    }
    const standing = screened(fact, newest(fact, own ?? [], conflicts), done, conflicts)
    facts.set(fact.id, aged(fact, standing, asking, clock))
  }

  return {
    pathway,
    asOf: asking.asOf,
    policy: asking.policy,
    facts,
    entries: counting(pathway, chart.entries, today, ignored),
    ignored,
    conflicts,
    clock,
    probe: null,
  }
}

type Dictionary = Readonly<{ factById: ReadonlyMap<string, Fact>; screenOf: ReadonlyMap<string, Screen> }>
const dictionaries = new WeakMap<Pathway, Dictionary>()

function dictionaryOf(pathway: Pathway): Dictionary {
  const known = dictionaries.get(pathway)
  if (known) return known
  const factById = new Map(pathway.facts.map((fact) => [fact.id, fact]))
  const screenOf = new Map(pathway.screens.flatMap((screen) => screen.facts.map((fact) => [fact.id, screen] as const)))
  const dictionary = { factById, screenOf }
  dictionaries.set(pathway, dictionary)
  return dictionary
}

/** A partial date that reaches past the day is cut there; one wholly after it is `ahead`. */
const cutAt =
  (asOf: Day, clock: Clock) =>
  (date: Span | null): Span | null | 'ahead' => {
    if (date === null || date.hi <= asOf) return date
    // What lies ahead begins to count when its day comes; a cut date grows with every day.
    const changes = date.lo > asOf ? date.lo : asOf + 1
    if (changes < clock.next) clock.next = changes
    return date.lo > asOf ? 'ahead' : { lo: date.lo, hi: asOf }
  }

const orderOf = (date: Span | null): number => (date === null ? Number.NEGATIVE_INFINITY : date.hi)

function newest(
  fact: Fact,
  statements: readonly Observation[],
  conflicts: ResolvedChart['conflicts'][number][],
): Standing | null {
  if (statements.length === 0) return null
  const adverse = adverseValues(fact)
  const latest = latestOf(statements)
  const known = latest.filter((s) => !('unknown' in s.value))
  if (known.length === 0) {
    const earlier = statements.filter((s) => !('unknown' in s.value))
    if (earlier.length > 0) {
      const standing = agreed(fact, latestOf(earlier), adverse, conflicts)
      // Adverse stays until something newer about the same question says otherwise; a question mark does not.
      if (standing.known && isAdverse(standing, adverse)) return standing
    }
    const last = latest[latest.length - 1] as Observation
    return {
      known: false,
      why: 'unknown' in last.value ? last.value.unknown : 'not-asked',
      date: last.date,
      provenance: last.provenance,
    }
  }
  return agreed(fact, known, adverse, conflicts)
}

const latestOf = (statements: readonly Observation[]): readonly Observation[] => {
  const latest = Math.max(...statements.map((s) => orderOf(s.date)))
  return statements.filter((s) => orderOf(s.date) === latest)
}

const isAdverse = (standing: Standing, adverse: ReadonlySet<string>): boolean => {
  if (!standing.known) return false
  const { value } = standing
  if ('word' in value) return adverse.has(value.word)
  return 'words' in value && value.words.some((word) => adverse.has(word))
}

/** Statements of one day: they agree, or one adverse word counts, or the fact is unknown. */
function agreed(
  fact: Fact,
  statements: readonly Observation[],
  adverse: ReadonlySet<string>,
  conflicts: ResolvedChart['conflicts'][number][],
): Standing {
  const byValue = new Map(statements.map((s) => [JSON.stringify(s.value), s]))
  const all = [...byValue.values()]
  const stand = (s: Observation): Standing => ({
    known: true,
    value: s.value as Extract<Standing, { known: true }>['value'],
    date: s.date,
    provenance: s.provenance,
  })
  const first = all[0] as Observation
  if (all.length === 1) return stand(first)
  conflicts.push({ fact: fact.id, text: `${fact.label}: statements of the same day disagree` })
  const bad = all.filter((s) => isAdverse(stand(s), adverse) && 'word' in s.value)
  if (bad.length === 1) return stand(bad[0] as Observation)
  return { known: false, why: 'conflicting', date: first.date, provenance: first.provenance }
}

/** What a completed screen says of a fact that has no other answer, or an older one. */
function screened(
  fact: Fact,
  own: Standing | null,
  done: ScreenDone | undefined,
  conflicts: ResolvedChart['conflicts'][number][],
): Standing {
  if (!done) return own as Standing
  const saysNo: Standing = { known: true, value: { word: 'no' }, date: done.date, provenance: done.provenance }
  if (own === null) return saysNo
  const newerThanScreen = orderOf(own.date) > done.date.hi
  if (!own.known) return newerThanScreen || own.why === 'conflicting' ? own : saysNo
  if (wordOf(own.value) === 'no') return newerThanScreen ? own : saysNo
  if (isAdverse(own, adverseValues(fact)) && orderOf(own.date) < done.date.hi)
    conflicts.push({
      fact: fact.id,
      text: `${fact.label}: recorded earlier, and not marked when the list was asked again`,
    })
  return own
}

function aged(fact: Fact, standing: Standing, asking: Asking, clock: Clock): Standing {
  const days =
    fact.askedAt === 'session' ? 0 : fact.goodFor ? (asking.policy[fact.goodFor.id] ?? fact.goodFor.default) : null
  if (days === null || !standing.known || isAdverse(standing, adverseValues(fact))) return standing
  if (standing.date !== null && asking.asOf - standing.date.lo <= days) {
    const stale = standing.date.lo + days + 1
    if (stale > asking.asOf && stale < clock.next) clock.next = stale
    return standing
  }
  return { known: false, why: 'too-old', date: standing.date, provenance: standing.provenance }
}

function counting(
  pathway: Pathway,
  records: readonly EntryRecord[],
  today: ReturnType<typeof cutAt>,
  ignored: ResolvedChart['ignored'][number][],
): ReadonlyMap<string, readonly Counted[]> {
  const kinds = new Map(pathway.entries.map((entry) => [entry.id, entry]))
  const present: (EntryRecord & { order: number })[] = []
  records.forEach((record, order) => {
    const date = today(record.date)
    if (!kinds.has(record.kind)) ignored.push({ what: record.kind, why: 'this pathway has no such entry' })
    else if (record.withdrawn) ignored.push({ what: record.id, why: 'withdrawn' })
    else if (date === 'ahead')
      ignored.push({ what: record.id, why: `dated ${formatSpan(record.date as Span)}, after the day asked for` })
    else present.push({ ...record, date, order })
  })
  const superseded = new Set(present.flatMap((record) => record.supersedes))
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
const unrecorded = (value: Unrecorded): Standing => ({
  known: true,
  value,
  date: null,
  provenance: { source: 'nothing recorded' },
})

function countedOf(record: EntryRecord, kind: Entry): Counted {
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
