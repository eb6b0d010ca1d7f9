import type { PolicyNumber } from './policy.ts'

/** A code another system may say this in. Unconfirmed codes are read but flagged. */
export type Code = Readonly<{
  system: 'snomed' | 'loinc' | 'icd10cm' | 'cpt' | 'hcpcs' | 'rxnorm' | 'facialis'
  code: string
  confirmed: boolean
}>

/**
 * Gate by gate, the values that are adverse to it. Moving a fact to an adverse value never makes that gate bolder.
 * `neutral` needs a reason.
 */
export type Adverse<V extends string = string> = Readonly<Record<string, readonly V[]>> | Readonly<{ neutral: string }>

/**
 * A word that is somebody's judgement of another answer to the same question: "there, and unrelated". It counts only
 * with who, when and why; without them it is `of`, the answer it judges.
 */
export type Judgement<V extends string = string> = Readonly<{
  words: readonly V[]
  of: V
  /**
   * For a field of an entry: the fields beside it that say who, when and why. A fact about the person needs none, since
   * each statement of it carries its own name, date and note.
   */
  needs: readonly Fact[]
}>

export const neutral = (reason: string): Readonly<{ neutral: string }> => ({ neutral: reason })

export type Unrecorded = Readonly<{ word: string }> | Readonly<{ words: readonly string[] }>

type Common = Readonly<{
  kind: 'fact'
  id: string
  question: string
  /** The words used when the fact is named inside a sentence. */
  label: string
  codes: readonly Code[]
  /** What it costs to find out: 1 a question, 3 an examination, 10 a test, 30 a scan. */
  cost: number
  adverse: Adverse
  /** Reassuring values older than this are `too-old`; adverse ones never age. */
  goodFor: PolicyNumber | null
  /** `patient`, or the kind of entry it is a field of. */
  scope: string
  /**
   * For statements somebody makes or does not make (a reader's own conclusion, a line on a problem list): what stands
   * when none is recorded. Never for findings, symptoms or anything that could be true without being said.
   */
  unrecorded: Unrecorded | null
  /** At-chair facts are asked on the day of every session; the words of DESIGN 4.1. */
  askedAt: 'any' | 'session'
  unverified: boolean
}>

export type ChoiceFact<V extends string = string> = Common &
  Readonly<{ type: 'choice' | 'yes-no'; values: readonly V[]; judged: Judgement<V> | null }>
export type SetFact<V extends string = string> = Common & Readonly<{ type: 'set'; values: readonly V[] }>
/** A whole number of `unit` × 10^-decimals: INR 2.5 with one decimal is 25. No floats inside. */
export type QuantityFact = Common &
  Readonly<{ type: 'quantity'; unit: string; decimals: number; min: number; max: number }>
/** Which days an answer may name, counted from the day it is recorded; a booking lies ahead, a first spasm behind. */
export type Tense = 'past' | 'future' | 'any'
export type DateFact = Common &
  Readonly<{
    type: 'date'
    may: Tense
    /** For a field of an entry: how many days after the entry's own day it is at the earliest; null where it is free. */
    daysAfterEntry: number | null
  }>
/** Free words that no rule reads (a name of a lot, a note). A rule may ask whether there are any. */
export type TextFact = Common &
  Readonly<{ type: 'text' /** Characters that fit when it is written here. */; longest: number }>

export type YesNo = ChoiceFact<'yes' | 'no'>
export type Fact = ChoiceFact | SetFact | QuantityFact | DateFact | TextFact
/** A fact that may stand on the at-chair list. Standing facts have another type, so they cannot be put there. */
export type AtChair<F extends Fact = Fact> = F & Readonly<{ askedAt: 'session' }>

type Words<V extends string = string> = Readonly<{
  question: string
  label?: string
  codes?: readonly Code[]
  cost?: number
  adverse: Adverse<V>
  goodFor?: PolicyNumber
  unrecorded?: NoInfer<V> | readonly NoInfer<V>[]
  unverified?: boolean
}>
/** Days up to today count as past, days from today on as future; said of every date, so that none is left open by mistake. */
type Days = Readonly<{ may: Tense; daysAfterEntry?: number }>
type Choices<V extends string> = Words<V> &
  Readonly<{ judged?: Readonly<{ words: readonly NoInfer<V>[]; of: NoInfer<V>; needs?: readonly Fact[] }> }>

const common = (id: string, words: Words, scope: string): Common => ({
  kind: 'fact',
  id,
  question: words.question,
  label: words.label ?? id,
  codes: words.codes ?? [],
  cost: words.cost ?? 1,
  adverse: words.adverse,
  goodFor: words.goodFor ?? null,
  scope,
  unrecorded:
    words.unrecorded === undefined
      ? null
      : typeof words.unrecorded === 'string'
        ? { word: words.unrecorded }
        : { words: words.unrecorded },
  askedAt: 'any',
  unverified: words.unverified ?? false,
})

const makers = (scope: string) => ({
  yesNo: (id: string, words: Words<'yes' | 'no'>): YesNo => ({
    ...common(id, words, scope),
    type: 'yes-no',
    values: ['yes', 'no'],
    judged: null,
  }),
  choice: <const V extends string>(id: string, values: readonly [V, V, ...V[]], words: Choices<V>): ChoiceFact<V> => ({
    ...common(id, words as Words, scope),
    type: 'choice',
    values,
    judged: words.judged ? { needs: [], ...words.judged } : null,
  }),
  set: <const V extends string>(id: string, values: readonly [V, ...V[]], words: Words<V>): SetFact<V> => ({
    ...common(id, words as Words, scope),
    type: 'set',
    values,
  }),
  quantity: (
    id: string,
    range: Readonly<{ unit: string; min: number; max: number; decimals?: number }>,
    words: Words,
  ): QuantityFact => ({ ...common(id, words, scope), type: 'quantity', decimals: range.decimals ?? 0, ...pick(range) }),
  date: (id: string, words: Words & Days): DateFact => ({
    ...common(id, words, scope),
    type: 'date',
    may: words.may,
    daysAfterEntry: words.daysAfterEntry ?? null,
  }),
  text: (id: string, words: Omit<Words, 'adverse'> & Readonly<{ longest?: number }>): TextFact => ({
    ...common(id, { ...words, adverse: neutral('no rule reads it') }, scope),
    type: 'text',
    longest: words.longest ?? 4000,
  }),
})

const pick = ({ unit, min, max }: Readonly<{ unit: string; min: number; max: number }>) => ({ unit, min, max })

/** Makers of facts about the person. */
export const fact = makers('patient')
/** Makers of facts that are fields of one kind of entry (a study, a session). */
export const fieldsOf = (entryKind: string) => makers(entryKind)
/** Marks a yes/no fact as asked on the day of every session. */
export const atChair = <F extends Fact>(f: F): AtChair<F> => ({ ...f, askedAt: 'session' })
