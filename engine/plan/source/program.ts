import type { NodeIndex, Plan, PlanNode } from '../plan.ts'

/** One function being written: its temporaries, and the entry it looks at. */
export type Body = Readonly<{
  program: Program
  /** A name for a value of this function alone. */
  temporary: () => string
  /** What to hand to a function of this node: the entry looked at, or nothing. */
  entry: (node: PlanNode) => string
}>

/** A module being written: functions are made once, by name, in the order in which they are needed. */
export type Program = Readonly<{
  plan: Plan
  node: (index: NodeIndex) => PlanNode
  /** The text that gives a condition's truth, written into this body. */
  truth: (index: NodeIndex, body: Body) => string
  truthFunction: (index: NodeIndex) => string
  spanFunction: (index: NodeIndex) => string
  decisionFunction: (decision: number) => string
  /** A function that looks at the entries of a kind, latest first, until the text returns. */
  loop: (gives: 'truth' | 'yes', room: number, text: (inside: Body) => string) => string
  /** A function that answers something of one entry. */
  entryFunction: (room: number, text: (inside: Body) => string) => string
  /** Writes a function; `text` gives its statements. Returns its name. */
  write: (name: string, room: number | null, text: (body: Body) => string) => string
  /** A name nobody has yet. */
  fresh: (letter: string) => string
  /** A place for what is remembered during one evaluation, of the person or of each entry of a kind. */
  memory: (room: number | null) => number
}>
