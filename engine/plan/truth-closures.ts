import { type ClosureContext, operandAccess } from './cell-reader.ts'
import { type EntryFunction, lessThan, recent, some } from './kernel.ts'
import { blank, isWord, noWord } from './layout.ts'
import type { TruthOp } from './plan.ts'

/** A condition that is not made of others for the same one person or entry. */
export type Single = Exclude<TruthOp, { op: 'all' | 'any' | 'not' | 'established' }>

/** A truth: 0 no, 1 unknown, 2 yes. */
export function truthClosure(node: Single, context: ClosureContext): EntryFunction {
  const { decide } = context
  const { cell } = context.reading
  const { ask, rowsOf, count } = operandAccess(context)

  switch (node.op) {
    case 'constant':
      return () => node.truth
    case 'word':
    case 'member': {
      const value = cell(node.place)
      const { mask } = node
      return node.op === 'word'
        ? (entry) => {
            const v = value(entry)
            return v === noWord ? 1 : ((mask >>> v) & 1) << 1
          }
        : (entry) => {
            const v = value(entry)
            return v === blank ? 1 : (v & mask) === 0 ? 0 : 2
          }
    }
    case 'unanswered': {
      const value = cell(node.place)
      const none = isWord(node.place.fact) ? noWord : blank
      return (entry) => (value(entry) === none ? 2 : 0)
    }
    case 'compare': {
      const [left, right, orEqual] = [ask(node.left), ask(node.right), node.comparison === '<=']
      return (entry) => lessThan(left, right, entry, orEqual)
    }
    case 'decided': {
      const { decision, yes, unknown: open } = node
      return (entry) => {
        const bit = 1 << decide(decision, entry)
        return (bit & yes) !== 0 ? 2 : (bit & open) !== 0 ? 1 : 0
      }
    }
    case 'some': {
      const [where, entryKind] = [ask(node.where), node.entryKind]
      return () => some(count(entryKind), where)
    }
    case 'recent': {
      const [where, holds, { entryKind, back }] = [ask(node.where), ask(node.holds), node]
      return () => recent(rowsOf(entryKind), where, holds, back)
    }
    default:
      return node satisfies never
  }
}
