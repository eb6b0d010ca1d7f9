/**
 * The nodes a pathway is made of: frozen data and nothing else. Conditions, terms and decisions mention each
 * other, so their shapes stand together here; the words that build them stand in files of their own.
 * A new kind of node breaks the build in every interpreter until it is handled there.
 */
import type { Entry } from './entry.ts'
import type { ChoiceFact, DateFact, Fact, QuantityFact, SetFact } from './fact.ts'
import type { Cites } from './passage.ts'
import type { PolicyNumber } from './policy.ts'

/** A date to count from. Without a matching entry it is not applicable, and every comparison with it is `no`. */
export type DateTerm =
  | Readonly<{ kind: 'date-of'; fact: DateFact }>
  /** The day on which the fact's present value was observed. */
  | Readonly<{ kind: 'recorded'; fact: Fact }>
  /** The date of the entry under inspection; only inside `some`, `recent`, `count`, `fold`. */
  | Readonly<{ kind: 'entry-date'; entry: Entry }>
  /** Of the entries themselves or, with `of`, of a date they hold. */
  | Readonly<{ kind: 'latest-date' | 'first-date'; entry: Entry; where: Condition; of?: DateFact }>
  | Readonly<{ kind: 'as-of' }>
  | Readonly<{ kind: 'shifted'; date: DateTerm; by: NumberTerm }>
  /** The earliest or latest of several; those not applicable are left out. */
  | Readonly<{ kind: 'earliest' | 'latest'; of: readonly DateTerm[] }>
  /** The date where the condition is yes; not applicable where it is no. */
  | Readonly<{ kind: 'provided'; when: Condition; date: DateTerm }>

/** A whole number to compare: constants, policy, quantities, counts and spans of time. */
export type NumberTerm =
  | Readonly<{ kind: 'number'; value: number }>
  | PolicyNumber
  | Readonly<{ kind: 'quantity'; fact: QuantityFact }>
  | Readonly<{ kind: 'days-between' | 'years-between'; from: DateTerm; to: DateTerm }>
  | Readonly<{ kind: 'count'; entry: Entry; where: Condition }>
  | Readonly<{ kind: 'sum'; entry: Entry; of: QuantityFact; where: Condition }>
  | Readonly<{ kind: 'plus'; of: readonly NumberTerm[] }>
  /** The product of two, for amounts of different fineness (hundredths of a unit against whole ones) and for dilutions. */
  | Readonly<{ kind: 'times'; left: NumberTerm; right: NumberTerm }>
  /**
   * How long, in days, the last uninterrupted run of entries fulfilling `during` had lasted when an entry
   * fulfilling `endedBy` broke it; not applicable when no such run was broken.
   */
  | Readonly<{ kind: 'run-length'; entry: Entry; during: Condition; endedBy: Condition }>

export type Comparison = '<' | '<=' | '>' | '>='

/** A three-valued formula over facts, entries and earlier decisions. */
export type Condition =
  | Readonly<{ kind: 'always' }>
  | Readonly<{ kind: 'is'; fact: ChoiceFact; values: readonly string[] }>
  /** At least one of the members is in the set. */
  | Readonly<{ kind: 'has'; fact: SetFact; members: readonly string[] }>
  | Readonly<{ kind: 'compare'; left: NumberTerm; op: Comparison; right: NumberTerm }>
  | Readonly<{ kind: 'all' | 'any'; of: readonly Condition[] }>
  | Readonly<{ kind: 'not'; of: Condition }>
  /** An earlier decision came out as one of these. Its undetermined answer, unless named, makes this unknown. */
  | Readonly<{ kind: 'decided'; decision: Decision; answers: readonly string[] }>
  /** At least one entry of the kind fulfils it. No entry: `no`. */
  | Readonly<{ kind: 'some'; entry: Entry; where: Condition }>
  /** The latest entry but `back` that fulfils `where` also fulfils `holds`. No such entry: `no`. */
  | Readonly<{ kind: 'recent'; entry: Entry; back: number; where: Condition; holds: Condition }>
  /** Known to be yes: unknown counts as no. For where a person stands and what to ask, never to open an offer. */
  | Readonly<{ kind: 'established'; of: Condition }>
  /** The fact has no answer yet. For asking only. */
  | Readonly<{ kind: 'unanswered'; fact: Fact }>
  /**
   * Asked of the entry of this kind that is proposed, wherever it stands: beside another entry it compares the two.
   * None is proposed: unknown. See `check`.
   */
  | Readonly<{ kind: 'proposed'; entry: Entry; of: Condition }>
  /** A condition with a name clinicians say. */
  | Readonly<{ kind: 'named'; name: string; of: Condition }>

/** What a decision tells besides its answer. `null` when there is nothing to tell. */
export type Detail =
  | Readonly<{ kind: 'fixed'; value: string }>
  | Readonly<{ kind: 'answer-of'; decision: Decision }>
  | Readonly<{ kind: 'value-of'; fact: Fact }>
  | Readonly<{ kind: 'number-of'; term: NumberTerm }>
  /** A number of hundredths (or other steps of 10^-decimals) told in whole units. */
  | Readonly<{ kind: 'amount-of'; term: NumberTerm; unit: string; decimals: number }>
  | Readonly<{ kind: 'date'; date: DateTerm }>
  /** The value of a field of the latest entry fulfilling `where`. */
  | Readonly<{ kind: 'latest-field'; entry: Entry; field: Fact; where: Condition }>
  /** The first whose condition holds. */
  | Readonly<{ kind: 'first-of'; of: readonly Readonly<{ when: Condition; tell: Detail }>[] }>
  /** The words of all whose condition holds, in the order written. */
  | Readonly<{ kind: 'items'; of: readonly Readonly<{ when: Condition; item: string }>[] }>
  /** One row for each whose condition holds, in the order written. */
  | Readonly<{ kind: 'rows'; of: readonly Readonly<{ when: Condition; row: Details }>[] }>
  /** Ids of all entries fulfilling `where`, latest first. */
  | Readonly<{ kind: 'entries'; entry: Entry; where: Condition }>
  /** The leading candidate of a ranking. */
  | Readonly<{ kind: 'leader-of'; ranking: Ranking }>

export type Details = Readonly<Record<string, Detail>>

/** One rule of a decision: when the condition holds, this is the answer. */
export type Rule = Readonly<{
  id: string
  when: Condition
  answer: string
  /** The rule directly below it in rank; only the last rule outranks nothing. */
  outranks: string | null
  text: string
  because: Cites
  unverified: boolean
}>

/** What holds when no rule does. */
export type Otherwise = Readonly<{ id: string; answer: string; text: string; because: Cites }>

/** A named clinical question with a closed set of answers. */
export type Decision = Readonly<{
  kind: 'decision'
  id: string
  asks: string
  answers: readonly string[]
  /**
   * From least to most bold. Within one level the first answer is what is said when the level is sure and the
   * answer is not. Null: answers are unordered and `undetermined` is said instead.
   */
  boldness: readonly (readonly string[])[] | null
  undetermined: string | null
  /** `patient`, or the kind of entry it is asked of, one by one. */
  scope: string
  body:
    | Readonly<{ kind: 'ranked'; rules: readonly Rule[]; otherwise: Otherwise }>
    | Readonly<{ kind: 'gate' } & GateBody>
    /** The join of a decision over all entries: the first answer of `join` that any entry has. */
    | Readonly<{ kind: 'fold'; each: Decision; entry: Entry; join: readonly string[]; otherwise: Otherwise }>
  detail: Details
  /** A stepping stone between decisions: decided like any other, not told as advice. */
  inner: boolean
}>

/** A requirement of a gate: unless it is yes, the gate is shut. */
export type Need = Readonly<{ id: string; needs: Condition; text: string; because: Cites }>

/**
 * A limit of a gate. Unknown, it applies; unless it is `atChair`: then it leaves the standing gate as it is,
 * is named to be confirmed at the session, and shuts the session's gate.
 */
export type Limit = Readonly<{
  id: string
  when: Condition
  /** A `note` changes no answer; at the chair it has to be answered all the same. */
  effect: 'block' | 'caution' | 'note'
  atChair: boolean
  text: string
  because: Cites
  unverified: boolean
}>

export type GateBody = Readonly<{
  needs: readonly Need[]
  limits: readonly Limit[]
  /** The standing gate this one stands behind; it asks the at-chair facts strictly. */
  behind: Decision | null
  exceptions: readonly ExceptionKind[]
}>

/**
 * A standing exception: lets one act pass a shut gate without changing its answer. `covers` names the needs and
 * limits it may stand in for. Several may stand together; a gate shut by anything none of them covers stays shut.
 */
export type ExceptionKind = Readonly<{
  code: string
  label: string
  covers: readonly string[]
  /** When the code may be used at all. */
  available: Condition
  /** When a recorded exception (an entry of the chart) is in force; asked of that entry. */
  inForce: Condition
  entry: Entry
  /** Fields of the entry that this reason has to name; without them it is not in force. */
  states: readonly Fact[]
  /** What its signer reads first. */
  warning: string | null
  because: Cites
}>

/** A set of things that hold, each with its own detail; e.g. the red flags. */
export type Collection = Readonly<{
  kind: 'collection'
  id: string
  asks: string
  items: readonly Readonly<{ id: string; when: Condition; detail: Details; text: string; because: Cites }>[]
}>

/** A ranked list of candidates with what speaks for and against each. Weights are ordinal, not probabilities. */
export type Ranking = Readonly<{
  kind: 'ranking'
  id: string
  asks: string
  candidates: readonly Candidate[]
}>

export type Feature = Readonly<{ when: Condition; label: string; weight: number }>
export type Candidate = Readonly<{
  id: string
  label: string
  for: readonly Feature[]
  against: readonly Feature[]
  /** The test that would settle it, in words. */
  test: string
  because: Cites
}>

export const urgencies = ['emergency', 'urgent', 'soon', 'routine'] as const
export type Urgency = (typeof urgencies)[number]

/** What a due date counts from, by the name of a fact or a kind of entry. */
export type Anchor = Readonly<{ name: string; date: DateTerm }>

/** A next action with owner, urgency and due date. Due dates count from an anchor, never from today. */
export type Step = Readonly<{
  kind: 'step'
  id: string
  label: string
  /** The reason in one sentence. */
  text: string
  when: Condition
  owner: string
  /** The first whose condition holds; else routine. */
  urgency: readonly Readonly<{ when: Condition; is: Urgency }>[]
  /** One or several: the latest of those applicable counts. */
  anchors: readonly Anchor[]
  /** Days after the anchor: from when it may be done, by when, and from when it is overdue. */
  window: Readonly<{ opens: NumberTerm; due: NumberTerm; overdue: NumberTerm }>
  /** Facts (or entry kinds) that doing it can change; what the missing set of the step consists of. */
  settles: readonly (Fact | Entry)[]
  rules: readonly string[]
  because: Cites
}>

export type Alert = Readonly<{
  kind: 'alert'
  id: string
  severity: 'info' | 'warning' | 'critical'
  when: Condition
  text: string
  rules: readonly string[]
  because: Cites
}>
