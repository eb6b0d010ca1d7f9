import type { Entry } from './entry.ts'
import type { Fact } from './fact.ts'
import type { Condition, DateTerm, Decision, NumberTerm, Step } from './nodes.ts'
import type { Cites } from './passage.ts'

/** What must hold of every person there could be, whatever the rules say: proved over all states, not tried on some. */
export type Invariant = Readonly<{
  kind: 'invariant'
  id: string
  text: string
  /** `patient`, or the kind of entry it is about. */
  about: string
  /** Wherever this is yes, */
  whenever: Condition
  /** this is yes too. */
  holds: Condition
  because: Cites
}>

/** What is so of everybody by the way it is recorded; a state in which it is not is no counter-example. */
export type Assumption = Readonly<{
  kind: 'assumption'
  id: string
  text: string
  /** `patient`, or the kind of entry it is about. */
  about: string
  holds: Condition
  because: Cites
}>

/** What no answer of some decisions hangs on: whatever these facts say, or nobody has said, the answer is the same. */
export type Unmoved = Readonly<{
  kind: 'unmoved'
  id: string
  text: string
  decisions: readonly Decision[]
  by: readonly Fact[]
  because: Cites
}>

/** Steps for which nobody's time has come before a date and so many days: on whatever days, with whatever numbers of a site. */
export type NotBefore = Readonly<{
  kind: 'not-before'
  id: string
  text: string
  steps: readonly Step[]
  since: DateTerm
  least: NumberTerm
  because: Cites
}>

/** What is to be proved of a pathway. */
export type ToProve = Readonly<{
  invariants: readonly Invariant[]
  assumptions: readonly Assumption[]
  /**
   * Decisions whose bolder answers offer an act or open the way to one: learning more never makes them less bold, and
   * adverse values never bolder. Asking, ordering a test, referring and watching are no offers.
   */
  offers: readonly Decision[]
  /** Kinds of entry of which one more, saying nothing but what is adverse, never makes an offer to a person bolder. */
  further?: readonly Entry[]
  notBefore?: readonly NotBefore[]
  /** A release from before anything was promised so has none. */
  unmoved?: readonly Unmoved[]
  /** They look at too much at once for one diagram; that each of their rules decides somebody is left to examples. */
  wide: readonly Decision[]
}>

export const invariant = (
  id: string,
  words: Readonly<{ text: string; about?: string; whenever: Condition; holds: Condition }>,
  ...because: Cites
): Invariant => ({ kind: 'invariant', id, about: 'patient', ...words, because })

export const assumption = (
  id: string,
  words: Readonly<{ text: string; about?: string; holds: Condition }>,
  ...because: Cites
): Assumption => ({ kind: 'assumption', id, about: 'patient', ...words, because })

export const unmoved = (
  id: string,
  words: Readonly<{ text: string; decisions: readonly Decision[]; by: readonly Fact[] }>,
  ...because: Cites
): Unmoved => ({ kind: 'unmoved', id, ...words, because })

export const notBefore = (
  id: string,
  words: Readonly<{ text: string; steps: readonly Step[]; since: DateTerm; least: NumberTerm }>,
  ...because: Cites
): NotBefore => ({ kind: 'not-before', id, ...words, because })

export const nothingToProve: ToProve = { invariants: [], assumptions: [], offers: [], wide: [] }

type Open = Readonly<{ decision: Decision; open: readonly string[]; wanted: readonly string[] }>
/**
 * A decision in answers that leave something open, the answers one wants to get to, and of whom it is final. While what it
 * awaits is open itself, whatever moves that leads on: no scan is read before one has been asked for.
 */
export type OpenDecision = Open & Readonly<{ awaits?: Open; final?: Condition }>
