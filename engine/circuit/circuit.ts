import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import { type CircuitBuilder, circuitBuilder, clear, complement, type Ref, set, type Wire } from './circuit-builder.ts'
import { decisionWires } from './decision-wires.ts'

export type Side = 'yes' | 'no'

/** What stands in a cell, asked as wires. */
export type Leaves = Readonly<{
  word: (node: Extract<TruthOp, { op: 'word' }>, side: Side) => Ref
  member: (node: Extract<TruthOp, { op: 'member' }>, side: Side) => Ref
  unanswered: (node: Extract<TruthOp, { op: 'unanswered' }>, side: Side) => Ref
}>

/** A plan's conditions and decisions as wires; `truth` makes those of a condition when they are first asked for. */
export type Circuit = Readonly<{
  wires: readonly Wire[]
  truth: (node: NodeIndex, side: Side) => Ref
  /** For each answer of a decision, whether it is that one; exactly one is. */
  answers: (decision: number) => readonly Ref[]
  /** The bits of the position of its answer, the lowest first. */
  code: (decision: number) => readonly Ref[]
}>

export function circuitOf(plan: Plan, leavesOver: (wiring: CircuitBuilder) => Leaves): Circuit {
  const circuit = circuitBuilder()
  const leaves = leavesOver(circuit)
  const { and, or, some, outcome } = circuit
  const truths = new Map<string, Ref>()
  const decided = new Map<number, readonly Ref[]>()

  const truth = (node: NodeIndex, side: Side): Ref => {
    const key = `${node} ${side}`
    const known = truths.get(key)
    if (known !== undefined) return known
    const ref = truthOf(node, side)
    truths.set(key, ref)
    return ref
  }
  const answers = (decision: number): readonly Ref[] => {
    const known = decided.get(decision)
    if (known) return known
    const refs = decisionWires(plan, decision, { circuit, truth, answers })
    decided.set(decision, refs)
    return refs
  }

  const truthOf = (index: NodeIndex, side: Side): Ref => {
    const node = plan.nodes[index] as PlanNode & TruthOp
    const isYes = side === 'yes'
    switch (node.op) {
      case 'constant':
        return (node.truth === 2) === isYes && node.truth !== 1 ? set : clear
      case 'word':
        return leaves.word(node, side)
      case 'member':
        return leaves.member(node, side)
      case 'unanswered':
        return leaves.unanswered(node, side)
      case 'compare':
      case 'recent':
        return outcome(index, side, node.within)
      case 'all':
      case 'any':
        return (node.op === 'all') === isYes
          ? and(...node.of.map((part) => truth(part, side)))
          : or(...node.of.map((part) => truth(part, side)))
      case 'not':
        return truth(node.of, isYes ? 'no' : 'yes')
      case 'established':
        return isYes ? truth(node.of, 'yes') : complement(truth(node.of, 'yes'))
      case 'decided': {
        const those = (mask: number): Ref => or(...answers(node.decision).filter((_, at) => (mask >>> at) & 1))
        return isYes ? those(node.yes) : complement(those(node.yes | node.unknown))
      }
      case 'some':
        return isYes
          ? some(node.entryKind, truth(node.where, 'yes'))
          : complement(some(node.entryKind, complement(truth(node.where, 'no'))))
      default:
        return node satisfies never
    }
  }

  const code = (decision: number): readonly Ref[] => {
    const each = answers(decision)
    const bits = 32 - Math.clz32(each.length - 1)
    return Array.from({ length: bits }, (_, bit) => or(...each.filter((_one, at) => (at >>> bit) & 1)))
  }
  return { wires: circuit.wires, truth, answers, code }
}
