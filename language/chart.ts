import type { Day, Span } from './day.ts'
import type { UnknownReason } from './truth.ts'

/** A typed value: a word, a whole number (see QuantityFact), a set of words, a span of days. */
export type Value =
  | Readonly<{ word: string }>
  | Readonly<{ number: number }>
  | Readonly<{ words: readonly string[] }>
  | Readonly<{ date: Span }>
  | Readonly<{ text: string }>

export type Unknown = Readonly<{ unknown: UnknownReason }>

/** Where a statement comes from: a resource, a form, a plain-facts file. `study`: the entry a judgement rests on. */
export type Provenance = Readonly<{ source: string; by?: string; role?: string; note?: string; study?: string }>

/** Something that was not used, and why. */
export type Ignored = Readonly<{ what: string; why: string }>

/** One statement about one fact. Undated statements hold, but never outrank a dated one. */
export type Observation = Readonly<{
  fact: string
  value: Value | Unknown
  date: Span | null
  provenance: Provenance
}>

export type ScreenDone = Readonly<{ screen: string; date: Span; provenance: Provenance }>

/** An entry as recorded. Withdrawn ones and those another entry supersedes do not count. */
export type EntryRecord = Readonly<{
  id: string
  kind: string
  date: Span | null
  withdrawn: boolean
  /** Ids of entries this one replaces: an amended report, a named re-read. */
  supersedes: readonly string[]
  fields: Readonly<Record<string, Value | Unknown>>
  provenance: Provenance
}>

/** All that is known about one person, as stated; `evaluate` resolves it for one day. */
export type Chart = Readonly<{
  observations: readonly Observation[]
  screens: readonly ScreenDone[]
  entries: readonly EntryRecord[]
  /** What the border met and could not take as it stood; absent when there is none. */
  ignored?: readonly Ignored[]
}>

export const emptyChart: Chart = { observations: [], screens: [], entries: [] }

export type Asking = Readonly<{ asOf: Day; policy: Readonly<Record<string, number>> }>
