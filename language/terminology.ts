import type { Entry } from './entry.ts'
import type { Code, Fact } from './fact.ts'

/** What a code of another system says in this pathway's words. */
export type Meaning =
  /** It states a value of a fact, e.g. a condition code for left-sided spasm. */
  | Readonly<{ kind: 'states'; fact: Fact; value: string }>
  /** It begins an entry with these fields already known, e.g. a procedure code for facial toxin. */
  | Readonly<{ kind: 'enters'; entry: Entry; fields: Readonly<Record<string, string | readonly string[]>> }>
  /** The resource's own value (boolean, quantity, coded answer) is the value of this fact. */
  | Readonly<{ kind: 'measures'; fact: Fact }>

/** One code, the resources it is understood in, and what it means there. Display words are our own. */
export type CodeMeaning = Readonly<{
  code: Code
  display: string
  in: readonly string[]
  means: readonly Meaning[]
}>
