import type { Entry } from './entry.ts'
import type { ChoiceFact, Fact, SetFact } from './fact.ts'
import type { Condition, Decision } from './nodes.ts'

type Some<V> = readonly [NoInfer<V>, ...NoInfer<V>[]]

export const always: Condition = { kind: 'always' }
/** The fact has one of these values. */
export const is = <V extends string>(fact: ChoiceFact<V>, ...values: Some<V>): Condition => ({
  kind: 'is',
  fact,
  values,
})
/** The yes/no fact is answered yes. */
export const yes = (fact: ChoiceFact<'yes' | 'no'>): Condition => is(fact, 'yes')
/** The yes/no fact is answered no. */
export const no = (fact: ChoiceFact<'yes' | 'no'>): Condition => is(fact, 'no')
/** At least one of the members is in the set. */
export const has = <V extends string>(fact: SetFact<V>, ...members: Some<V>): Condition => ({
  kind: 'has',
  fact,
  members,
})
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of })
export const not = (of: Condition): Condition => ({ kind: 'not', of })
/** A decision written above came out as one of these. */
export const decided = <A extends string>(decision: DecisionOf<A>, ...answers: Some<A>): Condition => ({
  kind: 'decided',
  decision,
  answers,
})
/** At least one entry of the kind fulfils it. */
export const some = (entry: Entry, where: Condition = always): Condition => ({ kind: 'some', entry, where })
export const none = (entry: Entry, where: Condition = always): Condition => not(some(entry, where))
/** The latest entry fulfilling `where` also fulfils `holds`. No such entry: `no`. */
export const latest = (entry: Entry, where: Condition, holds: Condition): Condition => recent(entry, 0, where, holds)
export const recent = (entry: Entry, back: number, where: Condition, holds: Condition): Condition => ({
  kind: 'recent',
  entry,
  back,
  where,
  holds,
})
/** Known to be yes; see `Condition`. */
export const established = (of: Condition): Condition => ({ kind: 'established', of })
export const unanswered = (fact: Fact): Condition => ({ kind: 'unanswered', fact })
/** Asked of the entry that is proposed; beside an earlier entry, both can so be looked at together. See `check`. */
export const proposed = (entry: Entry, of: Condition): Condition => ({ kind: 'proposed', entry, of })
/** Gives a condition the name clinicians say. */
export const named = (name: string, of: Condition): Condition => ({ kind: 'named', name, of })

/** A decision that remembers its answers as types. */
export type DecisionOf<A extends string> = Decision & Readonly<{ answers: readonly A[] }>
