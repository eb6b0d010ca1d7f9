import type { OfEntry } from './kernel.ts'
import { blank, noWord } from './layout.ts'
import type { Run } from './memo.ts'
import { mentionedBy } from './mentioned.ts'
import type { NodeIndex, ProposedOp, TruthOp } from './plan.ts'
import type { Around } from './reading.ts'
import { truthClosure } from './truth-closures.ts'

type Put = Readonly<{
  node: Readonly<{ within: number | null; uses: number }> & (TruthOp | ProposedOp)
  /** Whether it comes to the same for as long as the chart stands so; else it is asked again on another day. */
  isSteady: boolean
  /** How it is asked where that takes more than the node says. */
  ask: OfEntry | null
}>

/** What a condition is. */
const [single, every, some, turned, sure, word, member] = [0, 1, 2, 3, 4, 5, 6]
/** Of which it is remembered what it came to; `steady` is added where that holds for as long as the chart stands so. */
const [nobody, person, entries, steady] = [0, 1, 2, 4]

/** The numbers of one condition, side by side: what it is, what is remembered, and two that say of what. */
const [kind, kept, run, known, begin, end, mask, width] = [0, 1, 2, 3, 4, 5, 6, 8]
/** In the place of `end`, of a word: in which room it stands. */
const room = end

/**
 * Truths of conditions, each asked by its number: 0 no, 1 unknown, 2 yes. What conditions are made of lies in one list of
 * numbers, and not in functions all over the memory: to fetch those took longer than all that they did.
 */
export function truths(around: Around, asItStands: Run): Readonly<{ put: (index: NodeIndex, put: Put) => OfEntry }> {
  const { now, plan } = around
  let cells = new Int32Array(256 * width)
  const parts: NodeIndex[] = []
  const singles: OfEntry[] = []
  const ofEntries: { runs: number[]; known: number[] }[] = []
  const widths = plan.layout.rooms.map(({ row }) => row.width)

  const truth = (index: NodeIndex, entry: number): number => {
    const at = index * width
    const keeps = cells[at + kept] as number
    if (keeps === nobody) return found(index, entry)
    const current = keeps >= steady ? asItStands.run : now.run
    if ((keeps & person) !== 0) {
      if (cells[at + run] === current) return cells[at + known] as number
      const so = found(index, entry)
      cells[at + known] = so
      cells[at + run] = current
      return so
    }
    const byEntry = ofEntries[index] as { runs: number[]; known: number[] }
    if (byEntry.runs[entry] === current) return byEntry.known[entry] as number
    const so = found(index, entry)
    while (byEntry.runs.length <= entry) {
      byEntry.runs.push(-1)
      byEntry.known.push(0)
    }
    byEntry.known[entry] = so
    byEntry.runs[entry] = current
    return so
  }
  const found = (index: NodeIndex, entry: number): number => {
    const at = index * width
    const what = cells[at + kind] as number
    const first = cells[at + begin] as number
    if (what === every || what === some) {
      const decisive = what === every ? 0 : 2
      const last = cells[at + end] as number
      let so = 2 - decisive
      for (let i = first; i < last; i++) {
        const part = truth(parts[i] as NodeIndex, entry)
        if (part === decisive) return decisive
        if (part === 1) so = 1
      }
      return so
    }
    if (what === word || what === member) {
      const of = cells[at + room] as number
      const value =
        of < 0
          ? (now.sheet.person[first] as number)
          : ((now.sheet.rows[of] as Int32Array)[entry * (widths[of] as number) + first] as number)
      if (what === word) return value === noWord ? 1 : (((cells[at + mask] as number) >>> value) & 1) << 1
      return value === blank ? 1 : (value & (cells[at + mask] as number)) === 0 ? 0 : 2
    }
    if (what === turned) return 2 - truth(first, entry)
    if (what === sure) return truth(first, entry) === 2 ? 2 : 0
    return (singles[index] as OfEntry)(entry)
  }

  /** What a condition is, where what it is made of begins and ends (or its one part, or its place), and its words. */
  const written = (index: NodeIndex, { node, ask }: Put): readonly [number, number, number, number] => {
    switch (node.op) {
      case 'all':
      case 'any': {
        const first = parts.length
        parts.push(...node.of)
        return [node.op === 'all' ? every : some, first, parts.length, 0]
      }
      case 'not':
      case 'established':
        return [node.op === 'not' ? turned : sure, node.of, 0, 0]
      default: {
        if ((node.op === 'word' || node.op === 'member') && around.reading.isAsWritten)
          return [node.op === 'word' ? word : member, node.place.cell, node.place.room ?? -1, node.mask]
        if (ask !== null) singles[index] = ask
        else if (node.op === 'proposed') throw new Error('Whoever asks about what is proposed says how.')
        else singles[index] = truthClosure(node, around)
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
      const [what, ...of] = written(index, put)
      cells[at + kind] = what
      cells.set(of, at + begin)
      const { node, isSteady } = put
      const isKept = node.uses >= 2 && mentionedBy(node).length > 0
      const keeps = node.within === null ? person : entries
      cells[at + kept] = isKept ? keeps + (isSteady ? steady : 0) : nobody
      cells[at + run] = -1
      if (isKept && keeps === entries) ofEntries[index] = { runs: [], known: [] }
      return (entry) => truth(index, entry)
    },
  }
}
