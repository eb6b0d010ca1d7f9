import { lessThan, type OfEntry, recent, some } from './kernel.ts'
import { blank, isWord, noWord } from './layout.ts'
import type { TruthOp } from './plan.ts'
import { type Around, asking } from './reading.ts'

/** A truth: 0 no, 1 unknown, 2 yes. */
export function truthClosure(node: TruthOp, around: Around): OfEntry {
  const { decide } = around
  const { cell } = around.reading
  const { ask, roomOf, count } = asking(around)

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
    case 'all':
    case 'any': {
      const of = node.of.map(ask)
      const decisive = node.op === 'all' ? 0 : 2
      return (entry) => {
        let truth = 2 - decisive
        for (let i = 0; i < of.length; i++) {
          const part = (of[i] as OfEntry)(entry)
          if (part === decisive) return decisive
          if (part === 1) truth = 1
        }
        return truth
      }
    }
    case 'not': {
      const of = ask(node.of)
      return (entry) => 2 - of(entry)
    }
    case 'established': {
      const of = ask(node.of)
      return (entry) => (of(entry) === 2 ? 2 : 0)
    }
    case 'decided': {
      const { decision, yes, unknown: open } = node
      return (entry) => {
        const bit = 1 << decide(decision, entry)
        return (bit & yes) !== 0 ? 2 : (bit & open) !== 0 ? 1 : 0
      }
    }
    case 'some': {
      const [where, room] = [ask(node.where), node.room]
      return () => some(count(room), where)
    }
    case 'recent': {
      const [where, holds, { room, back }] = [ask(node.where), ask(node.holds), node]
      return () => recent(roomOf(room), where, holds, back)
    }
    default:
      return node satisfies never
  }
}
