import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode, PlannedBody, TruthOp } from '../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../plan/planned-body.ts'
import { type BitVectors, bitVectors } from './bit-vectors.ts'
import { type Literal, negate } from './literal.ts'
import { type Solver, solver } from './solver.ts'
import { symbolicEntries } from './symbolic-entries.ts'
import { type SymbolicSheet, symbolicSheet } from './symbolic-sheet.ts'
import { type Span, symbolicSpans, type Truth } from './symbolic-spans.ts'
import { type Logic, tseitinEncoder } from './tseitin-encoder.ts'

/** Symbolic evaluation of a plan: every truth, span and answer is a formula over a symbolic sheet, for a SAT solver. */
export type SymbolicPlan = Readonly<{
  plan: Plan
  solver: Solver
  logic: Logic
  numbers: BitVectors
  sheet: SymbolicSheet
  /** Whether the formula is satisfiable; null where the solver gave up after `patience` conflicts. */
  isSatisfiable: (statement: Literal, patience: number) => boolean | null
  /** Of the person, or of one entry of its kind; the first where none is named. */
  truth: (node: NodeIndex, entry?: number) => Truth
  span: (node: NodeIndex, entry?: number) => Span
  /** Which answer it is: one statement for each. */
  answers: (decision: number, entry?: number) => readonly Literal[]
}>

export type SymbolicOptions = Readonly<{
  /** How many entries of each kind are looked at; null: whatever they come to is left open. */
  rowsOf: (entryKind: number) => number | null
  isExact: boolean
  /** What is looked at entry by entry; what anything else comes to is left open. */
  isExpanded?: (of: PlanNode | PlannedBody) => boolean
}>

export function symbolicPlan(plan: Plan, { rowsOf, isExact, isExpanded = () => true }: SymbolicOptions): SymbolicPlan {
  const sat = solver()
  const logic = tseitinEncoder(sat)
  const numbers = bitVectors(logic)
  const sheet = symbolicSheet(plan, logic, numbers)
  const { yes, no, all, any } = logic
  const truths = new Map<string, Truth>()
  const truth = (index: NodeIndex, at: number): Truth => {
    const node = plan.nodes[index] as PlanNode & TruthOp
    const row = node.within === null ? -1 : at
    const key = `${index} ${row}`
    const known = truths.get(key) ?? truthOf(node, row)
    truths.set(key, known)
    return known
  }
  const truthOf = (node: TruthOp, row: number): Truth => {
    switch (node.op) {
      case 'constant':
        return { yes: node.truth === 2 ? yes : no, no: node.truth === 0 ? yes : no }
      case 'word': {
        const words = sheet.words(node.place, row)
        const within = (bit: number): Literal => any(words.filter((_, i) => ((node.mask >>> i) & 1) === bit))
        return { yes: within(1), no: within(0) }
      }
      case 'member': {
        const { known, members } = sheet.members(node.place, row)
        const isIn = any(members.filter((_, i) => (node.mask >>> i) & 1))
        return { yes: all([known, isIn]), no: all([known, negate(isIn)]) }
      }
      case 'unanswered': {
        const known = sheet.isKnown(node.place, row)
        return { yes: negate(known), no: known }
      }
      case 'all':
      case 'any': {
        const of = node.of.map((one) => truth(one, row))
        const [yeses, noes] = [of.map(({ yes }) => yes), of.map(({ no }) => no)]
        return node.op === 'all' ? { yes: all(yeses), no: any(noes) } : { yes: any(yeses), no: all(noes) }
      }
      case 'not': {
        const of = truth(node.of, row)
        return { yes: of.no, no: of.yes }
      }
      case 'established': {
        const of = truth(node.of, row)
        return { yes: of.yes, no: negate(of.yes) }
      }
      case 'decided': {
        const among = (mask: number): Literal => any(answers(node.decision, row).filter((_, i) => (mask >>> i) & 1))
        const is = among(node.yes)
        return { yes: is, no: negate(any([is, among(node.unknown)])) }
      }
      case 'compare':
        return compared(span(node.left, row), span(node.right, row), node.comparison === '<=')
      case 'some':
        return entries.some(node)
      case 'recent':
        return entries.recent(node)
      default:
        return node satisfies never
    }
  }
  const compared = (left: Span, right: Span, orEqual: boolean): Truth => {
    const inapplicable = any([left.inapplicable, right.inapplicable])
    const known = negate(any([inapplicable, left.unknown, right.unknown]))
    const holds = orEqual ? numbers.isAtMost(left.hi, right.lo) : numbers.isLess(left.hi, right.lo)
    const fails = orEqual ? numbers.isLess(right.hi, left.lo) : numbers.isAtMost(right.hi, left.lo)
    return { yes: all([known, holds]), no: any([inapplicable, all([known, fails])]) }
  }

  const decided = new Map<string, readonly Literal[]>()
  const answers = (index: number, at: number): readonly Literal[] => {
    const planned = plan.decisions[index] as Plan['decisions'][number]
    const row = planned.within === null ? -1 : at
    const key = `${index} ${row}`
    const known = decided.get(key) ?? answersOf(planned.body, planned.decision.answers.length, row)
    decided.set(key, known)
    return known
  }
  const answersOf = (body: PlannedBody, count: number, row: number): readonly Literal[] => {
    switch (body.kind) {
      case 'ranked':
        return body.rules.reduceRight<readonly Literal[]>(
          (below, { when, answer }) => {
            const is = truth(when, row)
            const isOpen = all([negate(is.yes), negate(is.no)])
            return below.map((so, k) => {
              const meeting = below.filter((_, other) => body.meets[answer]?.[other] === k)
              return any([answer === k ? is.yes : no, all([is.no, so]), all([isOpen, any(meeting)])])
            })
          },
          Array.from({ length: count }, (_, k) => (k === body.otherwise ? yes : no)),
        )
      case 'gate': {
        const behind = body.behind === null ? null : answers(body.behind, row)
        const limits = body.limits.map((limit) => ({ ...limit, is: truth(limit.when, row) }))
        const reaching = (level: number): readonly Literal[] =>
          limits.flatMap(({ is, ifYes, ifUnknown }) => [
            ...(ifYes >= level ? [is.yes] : []),
            ...(ifUnknown >= level ? [all([negate(is.yes), negate(is.no)])] : []),
          ])
        const needs = body.needs.map((need) => negate(truth(need, row).yes))
        const isBlocked = any([...needs, ...reaching(2), behind?.[0] ?? no])
        const isCaution = any([isBlocked, ...reaching(1), behind?.[1] ?? no])
        return [isBlocked, all([isCaution, negate(isBlocked)]), negate(isCaution)]
      }
      case 'fold':
        return entries.fold(body, count)
      default:
        return body satisfies never
    }
  }
  const entries = symbolicEntries({
    logic,
    numbers,
    sheet,
    rowsOf: (of) => (isExpanded(of as PlanNode | PlannedBody) ? rowsOf(of.entryKind) : null),
    isExact,
    truth,
    answers,
  })
  const { span } = symbolicSpans({
    plan,
    logic,
    numbers,
    sheet,
    truth,
    ofEntries: (node) => entries.measure(plan.nodes[node] as Parameters<typeof entries.measure>[0]),
  })
  return {
    plan,
    solver: sat,
    logic,
    numbers,
    sheet,
    isSatisfiable: (statement, patience) => sat.solve([statement], patience, logic.coneOf(statement)),
    truth: (node, entry = 0) => truth(node, entry),
    span: (node, entry = 0) => span(node, entry),
    answers: (decision, entry = 0) => answers(decision, entry),
  }
}

/** The cone of influence: everything these nodes and decisions transitively depend on, themselves included. */
export function dependenciesOf(
  plan: Plan,
  nodes: readonly NodeIndex[],
  decisions: readonly number[],
): Readonly<{ nodes: ReadonlySet<NodeIndex>; decisions: ReadonlySet<number> }> {
  const found = { nodes: new Set<NodeIndex>(), decisions: new Set<number>() }
  const visit = (index: NodeIndex): void => {
    if (found.nodes.has(index)) return
    found.nodes.add(index)
    const node = plan.nodes[index] as PlanNode
    if (node.op === 'decided') decide(node.decision)
    for (const one of operandsOf(node)) visit(one)
  }
  const decide = (index: number): void => {
    if (found.decisions.has(index)) return
    found.decisions.add(index)
    const { body } = plan.decisions[index] as Plan['decisions'][number]
    for (const one of conditionOperands(body)) visit(one)
    for (const one of decisionOperands(body)) decide(one)
  }
  for (const one of nodes) visit(one)
  for (const one of decisions) decide(one)
  return found
}
