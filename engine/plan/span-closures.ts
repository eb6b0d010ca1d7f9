import {
  amount,
  between,
  countOf,
  edgeDate,
  end,
  inapplicable,
  type OfEntry,
  product,
  runLength,
  span,
  sumOf,
  unknown,
} from './kernel.ts'
import { blank } from './layout.ts'
import { type Run, rememberedSpan } from './memo.ts'
import { mentionedBy } from './mentioned.ts'
import type { PlanNode, SpanOp } from './plan.ts'
import { type Around, asking } from './reading.ts'

/** A number or date: its lower end is returned and its upper end left in `end.hi`. */
function spanClosure(node: SpanOp, around: Around): OfEntry {
  const { now } = around
  const { cell, date: dateAt, observed, entryDate } = around.reading
  const { ask, roomOf, count } = asking(around)

  switch (node.op) {
    case 'number': {
      const { value } = node
      return () => span(value, value)
    }
    case 'policy': {
      const { index } = node
      return () => {
        const value = now.asking.policy[index] as number
        return span(value, value)
      }
    }
    case 'as-of':
      return () => span(now.asking.asOf, now.asking.asOf)
    case 'quantity': {
      const value = cell(node.place)
      return (entry) => {
        const v = value(entry)
        return v === blank ? unknown : span(v, v)
      }
    }
    case 'date':
      return dateAt(node.place)
    case 'recorded':
      return observed(node.place)
    case 'entry-date':
      return entryDate(node.room)
    case 'latest-date':
    case 'first-date': {
      const { room, field } = node
      const [where, latest] = [ask(node.where), node.op === 'latest-date']
      const date = field ? dateAt(field) : entryDate(room)
      return () => edgeDate(count(room), where, date, latest)
    }
    case 'earliest':
    case 'latest': {
      const of = node.of.map(ask)
      const pick = node.op === 'earliest' ? Math.min : Math.max
      return (entry) => {
        let lo = inapplicable
        let hi = 0
        for (let i = 0; i < of.length; i++) {
          const one = (of[i] as OfEntry)(entry)
          if (one === inapplicable) continue
          if (lo === inapplicable) [lo, hi] = [one, end.hi]
          else [lo, hi] = [pick(lo, one), pick(hi, end.hi)]
        }
        return span(lo, hi)
      }
    }
    case 'provided': {
      const [when, date] = [ask(node.when), ask(node.date)]
      return (entry) => {
        const truth = when(entry)
        return truth === 2 ? date(entry) : truth === 0 ? inapplicable : unknown
      }
    }
    case 'days':
    case 'years': {
      const [from, to, years] = [ask(node.from), ask(node.to), node.op === 'years']
      return (entry) => between(from, to, entry, years)
    }
    case 'count': {
      const [where, room] = [ask(node.where), node.room]
      return () => countOf(count(room), where)
    }
    case 'sum': {
      const [where, room, value] = [ask(node.where), node.room, cell(node.field)]
      return () => sumOf(count(room), where, (entry) => amount(value(entry)))
    }
    case 'plus': {
      const of = node.of.map(ask)
      return (entry) => {
        // With what is unknown the whole is: nothing that is added makes it known again.
        let [lo, hi] = [0, 0]
        for (let i = 0; i < of.length; i++) {
          const one = (of[i] as OfEntry)(entry)
          if (one === inapplicable) return inapplicable
          lo += one
          hi += end.hi
        }
        return span(lo, hi)
      }
    }
    case 'times': {
      const [left, right] = [ask(node.left), ask(node.right)]
      return (entry) => {
        const a = left(entry)
        const aHi = end.hi
        const b = right(entry)
        return product(a, aHi, b, end.hi)
      }
    }
    case 'run-length': {
      const [during, endedBy, room] = [ask(node.during), ask(node.endedBy), node.room]
      return () => runLength(roomOf(room), during, endedBy)
    }
    default:
      return node satisfies never
  }
}

/** What is asked more than once, and asks others itself, is asked once a run. */
export function spanOf(node: PlanNode & SpanOp, around: Around, during: Run = around.now): OfEntry {
  const plain = spanClosure(node, around)
  return node.uses < 2 || mentionedBy(node).length === 0 ? plain : rememberedSpan(plain, node.within !== null, during)
}
