/**
 * The intermediate representation that every compiled form of evaluation reads: a DAG of hash-consed nodes in topological
 * order, with facts as cells of a row of numbers. The semantics are those of the nodes in `language`.
 */
import type { Condition, DateTerm, Decision, NumberTerm, Pathway, PolicyNumber } from '@facialis/language'
import type { Layout, Place } from './layout.ts'
import type { Sheet } from './sheet.ts'

/** The position of a node in `Plan.nodes`; operands come before their users. */
export type NodeIndex = number
/** The position of a kind of entry in `Layout.rooms`. */
export type EntryKindIndex = number

export type TruthOp =
  | Readonly<{ op: 'constant'; truth: 0 | 1 | 2 }>
  /** A chosen word is among those whose bits are set. */
  | Readonly<{ op: 'word'; place: Place; mask: number }>
  /** A set has one of the members whose bits are set. */
  | Readonly<{ op: 'member'; place: Place; mask: number }>
  | Readonly<{ op: 'unanswered'; place: Place }>
  | Readonly<{ op: 'compare'; left: NodeIndex; comparison: '<' | '<='; right: NodeIndex }>
  | Readonly<{ op: 'all' | 'any'; of: readonly NodeIndex[] }>
  | Readonly<{ op: 'not' | 'established'; of: NodeIndex }>
  /** An earlier decision came out as one whose bit is in `yes`; as one whose bit is in `unknown`, it is open. */
  | Readonly<{ op: 'decided'; decision: number; yes: number; unknown: number }>
  | Readonly<{ op: 'some'; entryKind: EntryKindIndex; where: NodeIndex }>
  | Readonly<{ op: 'recent'; entryKind: EntryKindIndex; back: number; where: NodeIndex; holds: NodeIndex }>

export type SpanOp =
  | Readonly<{ op: 'number'; value: number }>
  | Readonly<{ op: 'policy'; index: number }>
  | Readonly<{ op: 'as-of' }>
  | Readonly<{ op: 'quantity' | 'date' | 'recorded'; place: Place }>
  | Readonly<{ op: 'entry-date'; entryKind: EntryKindIndex }>
  | Readonly<{
      op: 'latest-date' | 'first-date'
      entryKind: EntryKindIndex
      where: NodeIndex
      /** The date field that stands for the entry's own date. */
      field: Place | null
    }>
  | Readonly<{ op: 'earliest' | 'latest'; of: readonly NodeIndex[] }>
  | Readonly<{ op: 'provided'; when: NodeIndex; date: NodeIndex }>
  | Readonly<{ op: 'days' | 'years'; from: NodeIndex; to: NodeIndex }>
  | Readonly<{ op: 'count'; entryKind: EntryKindIndex; where: NodeIndex }>
  | Readonly<{ op: 'sum'; entryKind: EntryKindIndex; where: NodeIndex; field: Place }>
  | Readonly<{ op: 'plus'; of: readonly NodeIndex[] }>
  | Readonly<{ op: 'times'; left: NodeIndex; right: NodeIndex }>
  | Readonly<{ op: 'run-length'; entryKind: EntryKindIndex; during: NodeIndex; endedBy: NodeIndex }>

/** What the proposed entry of a kind is, beside the entries that count. No decision asks it. */
export type ProposedOp = Readonly<{ op: 'proposed'; entryKind: EntryKindIndex; of: NodeIndex }>

export type PlanNode = Readonly<{
  /** The kind of entry it is asked of; null when it is about the person alone. */
  within: EntryKindIndex | null
  /** How many nodes and decisions mention it. */
  uses: number
}> &
  (TruthOp | SpanOp)

/** `meets[a][b]`: what is said when either of two answers may hold. */
export type Meets = readonly (readonly number[])[]

export type PlannedBody =
  | Readonly<{
      kind: 'ranked'
      rules: readonly Readonly<{ when: NodeIndex; answer: number }>[]
      otherwise: number
      meets: Meets
    }>
  | Readonly<{
      kind: 'gate'
      behind: number | null
      needs: readonly NodeIndex[]
      limits: readonly Readonly<{ when: NodeIndex; ifUnknown: GateLevel; ifYes: GateLevel }>[]
    }>
  | Readonly<{
      kind: 'fold'
      each: number
      entryKind: EntryKindIndex
      /** The first answer any entry has, as a position among those of `each`, and what it is called here. */
      join: readonly Readonly<{ each: number; answer: number }>[]
      otherwise: number
    }>

/** What a limit comes to: 0 nothing, 1 caution, 2 blocked. */
export type GateLevel = 0 | 1 | 2

/** Answers are positions in the decision's own list of answers. */
export type PlannedDecision = Readonly<{
  decision: Decision
  /** The kind of entry it is asked of, one by one; null when it is about the person. */
  within: EntryKindIndex | null
  body: PlannedBody
}>

export type Plan = Readonly<{
  pathway: Pathway
  layout: Layout
  nodes: readonly PlanNode[]
  /** Each after those it refers to. */
  decisions: readonly PlannedDecision[]
  policy: readonly PolicyNumber[]
  /** What a node was lowered from, for words about it. */
  sourceOf: readonly (Condition | DateTerm | NumberTerm)[]
  /** From a source condition or term to its node. */
  nodeOf: ReadonlyMap<Condition | DateTerm | NumberTerm, NodeIndex>
  /** `Pathway.toProve`, in the order written. */
  invariants: readonly Readonly<{ whenever: NodeIndex; holds: NodeIndex }>[]
  assumptions: readonly NodeIndex[]
}>

/** The day asked for, and a number for each of `Plan.policy`. */
export type PlanParameters = Readonly<{ asOf: number; policy: readonly number[] }>

/** The answers of all decisions as positions in each one's list; -1 for those asked of entries. */
export type PlanEvaluator = (sheet: Sheet, asking: PlanParameters) => readonly number[]
