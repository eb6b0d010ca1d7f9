import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import { bitsOf, type Columns, type RecordColumns, type WordColumn } from './columns.ts'
import { decisionWires } from './decision-wires.ts'
import { clear, opposite, type Ref, set, type Wire, wiring } from './wires.ts'

export type Side = 'yes' | 'no'

/** A plan's conditions and decisions as wires; `truth` makes those of a condition when they are first asked for. */
export type Circuit = Readonly<{
  wires: readonly Wire[]
  truth: (node: NodeIndex, side: Side) => Ref
  /** For each answer of a decision, whether it is that one; exactly one is. */
  answers: (decision: number) => readonly Ref[]
  /** The bits of the position of its answer, the lowest first. */
  code: (decision: number) => readonly Ref[]
}>

export function circuitOf(plan: Plan, columns: Columns): Circuit {
  const circuit = wiring()
  const { and, or, column, choose, some, outcome } = circuit
  const truths = new Map<string, Ref>()
  const decided = new Map<number, readonly Ref[]>()
  const recordOf = (room: number | null): RecordColumns =>
    room === null ? columns.person : (columns.rooms[room] as RecordColumns)

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

  /** Whether the code of a word is one of these, asked bit by bit from the highest. */
  const oneOf = ({ plane, bits }: WordColumn, room: number | null, codes: ReadonlySet<number>): Ref => {
    const from = (bit: number, above: number): Ref => {
      if (bit < 0) return codes.has(above) ? set : clear
      return choose(column(room, plane + bit), from(bit - 1, above | (1 << bit)), from(bit - 1, above))
    }
    return from(bits - 1, 0)
  }
  const wordColumn = (room: number | null, cell: number): WordColumn =>
    recordOf(room).words.find((word) => word.cell === cell) as WordColumn

  const truthOf = (index: NodeIndex, side: Side): Ref => {
    const node = plan.nodes[index] as PlanNode & TruthOp
    const isYes = side === 'yes'
    switch (node.op) {
      case 'constant':
        return (node.truth === 2) === isYes && node.truth !== 1 ? set : clear
      case 'word': {
        const { room, cell } = node.place
        const word = wordColumn(room, cell)
        const asked = new Set(bitsOf(node.mask).map((position) => word.codes[position] as number))
        const rest = [...new Set(word.codes)].filter((code) => code !== 0 && !asked.has(code))
        return oneOf(word, room, isYes ? asked : new Set(rest))
      }
      case 'member': {
        const { room, cell } = node.place
        const { known, members } = recordOf(room).sets.find((one) => one.cell === cell) as RecordColumns['sets'][number]
        const has = or(...members.filter(({ bit }) => (node.mask >>> bit) & 1).map(({ plane }) => column(room, plane)))
        return isYes ? has : and(column(room, known), opposite(has))
      }
      case 'unanswered': {
        const known = isKnown(node.place.room, node.place.cell)
        return isYes ? opposite(known) : known
      }
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
        return isYes ? truth(node.of, 'yes') : opposite(truth(node.of, 'yes'))
      case 'decided': {
        const those = (mask: number): Ref => or(...answers(node.decision).filter((_, at) => (mask >>> at) & 1))
        return isYes ? those(node.yes) : opposite(those(node.yes | node.unknown))
      }
      case 'some':
        return isYes
          ? some(node.room, truth(node.where, 'yes'))
          : opposite(some(node.room, opposite(truth(node.where, 'no'))))
      default:
        return node satisfies never
    }
  }

  function isKnown(room: number | null, cell: number): Ref {
    const { words, sets, numbers, knowns } = recordOf(room)
    const word = words.find((one) => one.cell === cell)
    if (word) return opposite(oneOf(word, room, new Set([0])))
    const other = sets.find((one) => one.cell === cell) ?? numbers.find(({ lo }) => lo === cell)
    return column(room, (other?.known ?? knowns.find((one) => one.cell === cell)?.plane) as number)
  }

  const code = (decision: number): readonly Ref[] => {
    const each = answers(decision)
    const bits = 32 - Math.clz32(each.length - 1)
    return Array.from({ length: bits }, (_, bit) => or(...each.filter((_one, at) => (at >>> bit) & 1)))
  }
  return { wires: circuit.wires, truth, answers, code }
}
