import type { Condition } from './nodes.ts'

/** A fault somebody could make in a rule, to see that what is proved finds it. */
export type Defect = Readonly<{
  /** What somebody got wrong. */
  says: string
  /** In which decision. */
  decision: string
  plant: Plant
  /** The promise that no longer holds. */
  breaks: string
}>

export type Plant =
  | Readonly<{ kind: 'need-forgotten' | 'need-unless-denied'; need: string }>
  | Readonly<{ kind: 'limit-forgotten' | 'limit-only-if-known' | 'limit-only-cautions'; limit: string }>
  | Readonly<{ kind: 'gate-behind-forgotten' }>
  /** One of the conditions that a rule asks for together is dropped, counted from 0. */
  | Readonly<{ kind: 'part-forgotten'; rule: string; part: number }>
  | Readonly<{ kind: 'rule-unless-denied' | 'rule-forgotten'; rule: string }>
  /** A rule stands once more right below itself, where it never comes to decide. */
  | Readonly<{ kind: 'rule-copied-below'; rule: string }>
  /** A rule asks for one thing more, or holds of somebody else besides. */
  | Readonly<{ kind: 'part-added' | 'way-added'; rule: string; when: Condition }>
  /** An answer to a question stands in no list of what is adverse any more. */
  | Readonly<{ kind: 'answer-not-adverse'; fact: string; answer: string }>
  /** A rule stands below the one it outranks. */
  | Readonly<{ kind: 'rank-swapped'; rule: string }>
  /** Two rules give each other's answer. */
  | Readonly<{ kind: 'answers-mixed-up'; rules: readonly [string, string] }>
