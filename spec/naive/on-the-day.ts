/**
 * What the chart says on one day, worked out afresh for every question: the sections Facts and Entries of
 * docs/semantics.md, sentence by sentence. Slow on purpose; nothing is remembered between two calls.
 */
import type { Chart, Day, Entry, EntryRecord, Fact, Pathway, Policy, Span, Unknown, Value } from '@facialis/language'

export type Asking = Readonly<{ asOf: Day; policy: Policy }>
/** One question to both evaluators. */
export type Case = Readonly<{ pathway: Pathway; chart: Chart; asking: Asking }>
/** A fact as it stands, with the date of the statement that gave it its value. */
export type Standing = Readonly<{ value: Value | Unknown; date: Span | null; written?: Span | null }>
/** An entry as it counts on the day, and the date it was given. */
export type OnTheDay = EntryRecord & Readonly<{ written?: Span | null }>

const unknown = (why: Unknown['unknown']): Standing => ({ value: { unknown: why }, date: null })
const isKnown = (value: Value | Unknown): value is Value => !('unknown' in value)

const begunBy = (day: Day, date: Span | null): boolean => date === null || date.lo <= day
const cutAt = (day: Day, date: Span | null): Span | null =>
  date === null ? null : { lo: date.lo, hi: Math.min(date.hi, day) }
const latestDay = (of: Readonly<{ date: Span | null }>): number =>
  of.date === null ? Number.MIN_SAFE_INTEGER : of.date.hi

/** A set is adverse as soon as one of its members is. */
function isAdverse(fact: Fact, value: Value | Unknown): boolean {
  const words = 'word' in value ? [value.word] : 'words' in value ? value.words : []
  return Object.values(fact.adverse).some((listed) => Array.isArray(listed) && words.some((w) => listed.includes(w)))
}

const written = (value: Value | Unknown): string =>
  !isKnown(value)
    ? 'unknown'
    : 'words' in value
      ? JSON.stringify([...new Set(value.words)].sort())
      : 'date' in value
        ? `${value.date.lo}/${value.date.hi}`
        : JSON.stringify(value)

const newestOf = (statements: readonly Standing[]): Standing[] =>
  statements.filter((s) => statements.every((other) => latestDay(other) <= latestDay(s)))

/** Facts 2 and 3: the newest statement counts, an adverse value stays when the newest is merely unknown. */
function settle(fact: Fact, statements: readonly Standing[]): Standing {
  if (statements.length === 0) return unknown('not-asked')
  const newest = newestOf(statements)
  const older = statements.filter((s) => !newest.includes(s))
  if (newest.some((s) => isKnown(s.value))) {
    const now = settleOneDay(fact, newest)
    const before = settle(fact, older)
    if (!('judged' in fact && fact.judged) || wordIn(before) !== fact.judged.of) return now
    const speaks = [fact.judged.of, ...fact.judged.words]
    return newest.some((s) => speaks.includes(wordIn(s))) ? now : before
  }
  const before = settle(fact, older)
  if (isAdverse(fact, before.value)) return before
  return newest.find((s) => 'unknown' in s.value && s.value.unknown === 'conflicting') ?? newest[0]!
}

const wordIn = ({ value }: Standing): string => ('word' in value ? value.word : '')

/** A statement that is merely unknown gives way to a known one of the same day. */
function settleOneDay(fact: Fact, newest: readonly Standing[]): Standing {
  const statements = newest.filter((s) => isKnown(s.value))
  const values = new Set(statements.map((s) => written(s.value)))
  if (values.size === 1) return vaguest(statements)
  if ('judged' in fact && fact.judged) {
    const { words, of } = fact.judged
    const judgements = statements.filter((s) => words.includes(wordIn(s)))
    const others = statements.filter((s) => !words.includes(wordIn(s)))
    if (
      new Set(judgements.map(wordIn)).size === 1 &&
      others.every((s) => wordIn(s) === of || !isAdverse(fact, s.value))
    )
      return vaguest(judgements)
  }
  const exact = statements.filter((s) => statements.every((other) => isInside(s.value, other.value)))
  if (exact.length > 0) return vaguest(exact)
  const areWords = fact.type === 'choice' || fact.type === 'yes-no'
  if (!areWords) return unknown('conflicting')
  const adverse = statements.filter((s) => isAdverse(fact, s.value))
  return new Set(adverse.map((s) => written(s.value))).size === 1 ? vaguest(adverse) : unknown('conflicting')
}

/** Whether every day that one date may be is one that the other may be. */
const isInside = (value: Value | Unknown, other: Value | Unknown): boolean =>
  'date' in value && 'date' in other && value.date.lo >= other.date.lo && value.date.hi <= other.date.hi

/** Of statements that agree on value and latest day the one that may be oldest; of those that begin on one day the one written widest. */
const vaguest = (same: readonly Standing[]): Standing =>
  same.toSorted((a, b) => earliestDay(a) - earliestDay(b) || writtenTo(b) - writtenTo(a))[0]!
const earliestDay = ({ date }: Standing): number => date?.lo ?? 0
const writtenTo = ({ date, written = date }: Standing): number => written?.hi ?? 0

/** Facts 4: of several screens of one list the newest counts. */
function screened(fact: Fact, pathway: Pathway, chart: Chart, day: Day): Standing[] {
  return pathway.screens
    .filter((list) => list.facts.some((f) => f.id === fact.id))
    .flatMap((list) => {
      const done = chart.screens
        .filter((s) => s.screen === list.id && begunBy(day, s.date))
        .map((s): Standing => ({ value: { word: 'no' }, date: cutAt(day, s.date), written: s.date }))
      return newestOf(done)
    })
}

/** A list answers only what it does not mention: something other than no, a conflict, or a question mark as new as itself. */
const isMentioned = (own: Standing, lists: readonly Standing[]): boolean => {
  if (isKnown(own.value)) return !('word' in own.value && own.value.word === 'no')
  return own.value.unknown === 'conflicting' || lists.every((list) => latestDay(own) >= latestDay(list))
}

/** Facts 5: a value that is not adverse grows too old. */
function aged(fact: Fact, standing: Standing, asking: Asking): Standing {
  const days =
    fact.askedAt === 'session'
      ? 0
      : fact.goodFor === null
        ? null
        : (asking.policy[fact.goodFor.id] ?? fact.goodFor.default)
  if (days === null || !isKnown(standing.value) || isAdverse(fact, standing.value)) return standing
  const isTooOld = standing.date === null || asking.asOf - standing.date.lo > days
  return isTooOld ? unknown('too-old') : standing
}

/** Facts 6: what stands where nothing is stated; it is nobody's statement and so does not age. */
const unrecorded = (fact: Fact): Value | Unknown => fact.unrecorded ?? { unknown: 'not-asked' }

/** A fact about the person on the day. */
export function factOnDay(fact: Fact, pathway: Pathway, chart: Chart, asking: Asking): Standing {
  const own = chart.observations
    .filter((o) => o.fact === fact.id && begunBy(asking.asOf, o.date))
    .map((o): Standing => ({ value: o.value, date: cutAt(asking.asOf, o.date), written: o.date }))
  const asked = screened(fact, pathway, chart, asking.asOf)
  const lists = own.length > 0 && isMentioned(settle(fact, own), asked) ? [] : asked
  if (own.length + lists.length === 0 && fact.unrecorded) return { value: fact.unrecorded, date: null }
  const all = [...own, ...lists]
  if (all.length === 0) return { value: unrecorded(fact), date: null }
  return aged(fact, settle(fact, all), asking)
}

/** The entries of a kind that count on the day, latest first. */
export function entriesOnDay(kind: Entry, chart: Chart, day: Day): OnTheDay[] {
  const standing = chart.entries.filter((e) => !e.withdrawn && begunBy(day, e.date))
  // A replaced report stays replaced when its replacement is amended in turn; only withdrawing that one brings it back.
  const isReplaced = (id: string): boolean => standing.some((e) => e.id !== id && e.supersedes.includes(id))
  return standing
    .filter((e) => e.kind === kind.id && !isReplaced(e.id))
    .map((e) => ({ ...e, date: cutAt(day, e.date), written: e.date }))
    .reverse()
    .sort((a, b) => latestDay(b) - latestDay(a))
}

/** A field of an entry: as recorded, else as another field's word fills it, else what stands unrecorded. */
export function fieldOf(field: Fact, kind: Entry, record: EntryRecord): Value | Unknown {
  const recorded = record.fields[field.id]
  if (recorded !== undefined) return recorded
  const filling = kind.fills.find((f) => {
    const by = record.fields[f.field.id]
    return f.fills.some((filled) => filled.id === field.id) && by !== undefined && 'word' in by && by.word === f.is
  })
  return filling ? { word: filling.with } : unrecorded(field)
}
