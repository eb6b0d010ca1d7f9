import {
  type Day,
  type Entry,
  type Fact,
  memoiseWeak,
  type Pathway,
  type Provenance,
  type Span,
  type UnknownReason,
  type Value,
} from '@facialis/language'

/** A span clipped to the day asked for; `written` is the unclipped span where the two differ. */
export type ClippedSpan = Span & Readonly<{ written?: Span }>

/** The span as it was written: it does not depend on the day asked for. */
export const unclipped = (date: ClippedSpan): Span => date.written ?? date

/** The value of a fact on the day asked for, or why it is unknown. */
export type ResolvedFact =
  | Readonly<{ known: true; value: Value; date: ClippedSpan | null; provenance: Provenance }>
  | Readonly<{ known: false; why: UnknownReason; date: ClippedSpan | null; provenance: Provenance | null }>

const notAsked: ResolvedFact = { known: false, why: 'not-asked', date: null, provenance: null }

/** An entry that counts on the day. */
export type ResolvedEntry = Readonly<{
  id: string
  kind: string
  date: ClippedSpan | null
  fields: ReadonlyMap<string, ResolvedFact>
  provenance: Provenance
}>

export type ResolvedChart = Readonly<{
  pathway: Pathway
  asOf: Day
  policy: Readonly<Record<string, number>>
  facts: ReadonlyMap<string, ResolvedFact>
  /** Latest first, by kind. */
  entries: ReadonlyMap<string, readonly ResolvedEntry[]>
  ignored: readonly Readonly<{ what: string; why: string }>[]
  conflicts: readonly Readonly<{ fact: string; text: string }>[]
  horizon: ChangeHorizon
  /** The entry that somebody is about to sign; it stands beside the chart, not in it. */
  proposed: ResolvedEntry | null
}>

/** The earliest later day on which any comparison made so far could come out differently. */
export type ChangeHorizon = { next: Day }
export const never: Day = Number.MAX_SAFE_INTEGER

/** Lowers the horizon to this day, if it lies after the day asked for. */
export const noteChangeOn = (world: ResolvedChart, day: Day): void => {
  if (day > world.asOf && day < world.horizon.next) world.horizon.next = day
}

export const resolvedFactOf = (world: ResolvedChart, fact: Fact, scope: ResolvedEntry | null): ResolvedFact => {
  if (fact.scope === 'patient') return world.facts.get(fact.id) ?? notAsked
  if (scope === null || scope.kind !== fact.scope)
    throw new Error(`${fact.id} is a field of ${fact.scope} and was asked outside of one.`)
  return scope.fields.get(fact.id) ?? notAsked
}

/** A date known by its month or year only. */
export const isPartialDate = (standing: ResolvedFact): boolean =>
  standing.known && 'date' in standing.value && standing.value.date.lo < standing.value.date.hi

const none: readonly ResolvedEntry[] = []
export const entriesOf = (world: ResolvedChart, entry: Entry): readonly ResolvedEntry[] =>
  world.entries.get(entry.id) ?? none

export const wordOf = (value: Value): string | null => ('word' in value ? value.word : null)

/** Values any gate lists as adverse. */
export const adverseValues = memoiseWeak(
  ({ adverse }: Fact): ReadonlySet<string> =>
    new Set('neutral' in adverse ? [] : Object.values(adverse as Record<string, readonly string[]>).flat()),
)
