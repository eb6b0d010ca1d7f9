import {
  type Condition,
  type DateTerm,
  type Day,
  type Decision,
  type Entry,
  type Fact,
  type NumberTerm,
  onceFor,
  type Pathway,
  type Provenance,
  type Span,
  type Truth,
  type UnknownReason,
  type Value,
} from '@facialis/language'
import type { Measured } from './plan/measured.ts'
import type { NodeIndex } from './plan/plan.ts'

/** A fact as it stands on the day. */
export type Standing =
  | Readonly<{ known: true; value: Value; date: Span | null; provenance: Provenance }>
  | Readonly<{ known: false; why: UnknownReason; date: Span | null; provenance: Provenance | null }>

export const notAsked: Standing = { known: false, why: 'not-asked', date: null, provenance: null }

/** An entry that counts on the day. */
export type Counted = Readonly<{
  id: string
  kind: string
  date: Span | null
  fields: ReadonlyMap<string, Standing>
  provenance: Provenance
}>

/**
 * One person on one day: the resolved chart, the policy in force and what has been decided so far.
 * Everything in it is a function of the arguments of `evaluate`.
 */
export type World = ResolvedChart & Ask

/** Conditions ask about entries, entries about conditions, both about decisions: they meet here. */
export type Ask = Readonly<{
  truth: (condition: Condition, scope: Counted | null) => Truth
  /** Those of a list whose condition is yes. */
  holding: <T extends Conditional>(of: readonly T[], scope: Counted | null) => readonly T[]
  answer: (decision: Decision, scope: Counted | null) => string
  measured: (term: DateTerm | NumberTerm, scope: Counted | null) => Measured
  /** Whether the day asked for lies after this one; the clock hears when it will. */
  isAfter: (day: Day) => boolean
  /** What the comparisons come to that mention the day; see `plan/asked-of-people.ts`. */
  comparedToday: () => Compared
}>

/** Of each comparison, of the person or of an entry, what it comes to. */
export type Compared = Readonly<{ nodes: readonly NodeIndex[]; truths: readonly number[] }>

export type Said = Condition | DateTerm | NumberTerm | Decision

/** Something that is said where its condition holds. */
export type Conditional = Readonly<{ when: Condition }>

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

/** An entry that stands only in the diagrams, for what could be ordered and is not there yet. */
export const isImagined = (entry: Counted): boolean => entry.id === imaginedId(entry.kind)
export const imaginedId = (kind: string): string => `new-${kind}`
