import {
  type Day,
  type Entry,
  type Fact,
  onceFor,
  type Pathway,
  type Provenance,
  type Span,
  type UnknownReason,
  type Value,
} from '@facialis/language'

/** A date as it counts on the day; where that cuts it, also as it was written. */
export type AsItCounts = Span & Readonly<{ written?: Span }>

/** The date whole: it is the same on every day on which it is read. */
export const asWritten = (date: AsItCounts): Span => date.written ?? date

/** A fact as it stands on the day. */
export type Standing =
  | Readonly<{ known: true; value: Value; date: AsItCounts | null; provenance: Provenance }>
  | Readonly<{ known: false; why: UnknownReason; date: AsItCounts | null; provenance: Provenance | null }>

const notAsked: Standing = { known: false, why: 'not-asked', date: null, provenance: null }

/** An entry that counts on the day. */
export type Counted = Readonly<{
  id: string
  kind: string
  date: AsItCounts | null
  fields: ReadonlyMap<string, Standing>
  provenance: Provenance
}>

export type ResolvedChart = Readonly<{
  pathway: Pathway
  asOf: Day
  policy: Readonly<Record<string, number>>
  facts: ReadonlyMap<string, Standing>
  /** Latest first, by kind. */
  entries: ReadonlyMap<string, readonly Counted[]>
  ignored: readonly Readonly<{ what: string; why: string }>[]
  conflicts: readonly Readonly<{ fact: string; text: string }>[]
  clock: Clock
  /** The entry that somebody is about to sign; it stands beside the chart, not in it. */
  proposed: Counted | null
}>

/** Remembers the next day on which any comparison made so far could come out differently. */
export type Clock = { next: Day }
export const never: Day = Number.MAX_SAFE_INTEGER

/** Notes that something may change on this day, if it lies ahead. */
export const mayChangeOn = (world: ResolvedChart, day: Day): void => {
  if (day > world.asOf && day < world.clock.next) world.clock.next = day
}

export const standingOf = (world: ResolvedChart, fact: Fact, scope: Counted | null): Standing => {
  if (fact.scope === 'patient') return world.facts.get(fact.id) ?? notAsked
  if (scope === null || scope.kind !== fact.scope)
    throw new Error(`${fact.id} is a field of ${fact.scope} and was asked outside of one.`)
  return scope.fields.get(fact.id) ?? notAsked
}

/** A date known by its month or year only. */
export const isVague = (standing: Standing): boolean =>
  standing.known && 'date' in standing.value && standing.value.date.lo < standing.value.date.hi

const none: readonly Counted[] = []
export const entriesOf = (world: ResolvedChart, entry: Entry): readonly Counted[] => world.entries.get(entry.id) ?? none

export const wordOf = (value: Value): string | null => ('word' in value ? value.word : null)

/** Values any gate lists as adverse. */
export const adverseValues = onceFor(
  ({ adverse }: Fact): ReadonlySet<string> =>
    new Set('neutral' in adverse ? [] : Object.values(adverse as Record<string, readonly string[]>).flat()),
)
