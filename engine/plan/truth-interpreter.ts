import type { ClosureContext } from './cell-reader.ts'
import type { EntryFunction } from './kernel.ts'
import { blank, noWord } from './layout.ts'
import type { Epoch } from './memo.ts'
import { operandsOf } from './operands.ts'
import type { NodeIndex, ProposedOp, TruthOp } from './plan.ts'
import { truthClosure } from './truth-closures.ts'

type Instruction = Readonly<{
  node: Readonly<{ within: number | null; uses: number }> & (TruthOp | ProposedOp)
  /** Whether it comes to the same for as long as the chart stands so; else it is asked again on another day. */
  isTimeInvariant: boolean
  /** How it is asked where that takes more than the node says. */
  ask: EntryFunction | null
}>

/** Opcodes. */
const [single, every, some, negation, knownYes, word, member] = [0, 1, 2, 3, 4, 5, 6]
/** How a result is memoised; `perChart` is added where it depends on the resolved chart and not on the day. */
const [noMemo, perPerson, perEntryMemo, perChart] = [0, 1, 2, 4]

/** Offsets in the record of one instruction: opcode, memo kind, memo epoch, memo value, operands. */
const [kind, memo, epoch, known, begin, end, mask, width] = [0, 1, 2, 3, 4, 5, 6, 8]
/** In the place of `end`, of a word: in which room it stands. */
const entryKind = end

/**
 * Interprets conditions encoded as fixed-size records in one typed array. A truth is 0 no, 1 unknown, 2 yes. Closures
 * scattered over the heap were slower: fetching them cost more than running them.
 */
export function truthInterpreter(
  context: ClosureContext,
  chartEpoch: Epoch,
): Readonly<{ put: (index: NodeIndex, put: Instruction) => EntryFunction }> {
  const { now, plan } = context
  let cells = new Int32Array(256 * width)
  const parts: NodeIndex[] = []
  const singles: EntryFunction[] = []
  const perEntry: { runs: number[]; known: number[] }[] = []
  const widths = plan.layout.entryKinds.map(({ row }) => row.width)

  const truth = (index: NodeIndex, entry: number): number => {
    const at = index * width
    const keeps = cells[at + memo] as number
    if (keeps === noMemo) return execute(index, entry)
    const current = keeps >= perChart ? chartEpoch.epoch : now.epoch
    if ((keeps & perPerson) !== 0) {
      if (cells[at + epoch] === current) return cells[at + known] as number
      const result = execute(index, entry)
      cells[at + known] = result
      cells[at + epoch] = current
      return result
    }
    const byEntry = perEntry[index] as { runs: number[]; known: number[] }
    if (byEntry.runs[entry] === current) return byEntry.known[entry] as number
    const result = execute(index, entry)
    while (byEntry.runs.length <= entry) {
      byEntry.runs.push(-1)
      byEntry.known.push(0)
    }
    byEntry.known[entry] = result
    byEntry.runs[entry] = current
    return result
  }
  const execute = (index: NodeIndex, entry: number): number => {
    const at = index * width
    const what = cells[at + kind] as number
    const first = cells[at + begin] as number
    if (what === every || what === some) {
      const decisive = what === every ? 0 : 2
      const last = cells[at + end] as number
      let result = 2 - decisive
      for (let i = first; i < last; i++) {
        const part = truth(parts[i] as NodeIndex, entry)
        if (part === decisive) return decisive
        if (part === 1) result = 1
      }
      return result
    }
    if (what === word || what === member) {
      const of = cells[at + entryKind] as number
      const value =
        of < 0
          ? (now.sheet.person[first] as number)
          : ((now.sheet.rows[of] as Int32Array)[entry * (widths[of] as number) + first] as number)
      if (what === word) return value === noWord ? 1 : (((cells[at + mask] as number) >>> value) & 1) << 1
      return value === blank ? 1 : (value & (cells[at + mask] as number)) === 0 ? 0 : 2
    }
    if (what === negation) return 2 - truth(first, entry)
    if (what === knownYes) return truth(first, entry) === 2 ? 2 : 0
    return (singles[index] as EntryFunction)(entry)
  }

  /** What a condition is, where what it is made of begins and ends (or its one part, or its place), and its words. */
  const encode = (index: NodeIndex, { node, ask }: Instruction): readonly [number, number, number, number] => {
    switch (node.op) {
      case 'all':
      case 'any': {
        const first = parts.length
        parts.push(...node.of)
        return [node.op === 'all' ? every : some, first, parts.length, 0]
      }
      case 'not':
      case 'established':
        return [node.op === 'not' ? negation : knownYes, node.of, 0, 0]
      default: {
        if ((node.op === 'word' || node.op === 'member') && context.reading.isAsWritten)
          return [node.op === 'word' ? word : member, node.place.cell, node.place.entryKind ?? -1, node.mask]
        if (ask !== null) singles[index] = ask
        else if (node.op === 'proposed') throw new Error('Whoever asks about what is proposed says how.')
        else singles[index] = truthClosure(node, context)
        return [single, 0, 0, 0]
      }
    }
  }
  return {
    put: (index, put) => {
      if ((index + 1) * width > cells.length) {
        const longer = new Int32Array(2 * (index + 1) * width)
        longer.set(cells)
        cells = longer
      }
      const at = index * width
      const [what, ...of] = encode(index, put)
      cells[at + kind] = what
      cells.set(of, at + begin)
      const { node, isTimeInvariant } = put
      const isKept = node.uses >= 2 && operandsOf(node).length > 0
      const keeps = node.within === null ? perPerson : perEntryMemo
      cells[at + memo] = isKept ? keeps + (isTimeInvariant ? perChart : 0) : noMemo
      cells[at + epoch] = -1
      if (isKept && keeps === perEntryMemo) perEntry[index] = { runs: [], known: [] }
      return (entry) => truth(index, entry)
    },
  }
}
