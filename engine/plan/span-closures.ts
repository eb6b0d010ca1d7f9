import { type ClosureContext, operandAccess } from './cell-reader.ts'
import {
  amount,
  between,
  countOf,
  type EntryFunction,
  edgeDate,
  end,
  inapplicable,
  product,
  runLength,
  span,
  sumOf,
  unknown,
} from './kernel.ts'
import { blank } from './layout.ts'
import { type Epoch, memoisedSpan } from './memo.ts'
import { operandsOf } from './operands.ts'
import type { PlanNode, SpanOp } from './plan.ts'

/** A number or date: its lower end is returned and its upper end left in `end.hi`. */
function spanClosure(node: SpanOp, context: ClosureContext): EntryFunction {
  const { now } = context
  const { cell, date: dateAt, observed, entryDate } = context.reading
  const { ask, rowsOf, count } = operandAccess(context)

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
      return entryDate(node.entryKind)
    case 'latest-date':
    case 'first-date': {
      const { entryKind, field } = node
      const [where, latest] = [ask(node.where), node.op === 'latest-date']
      const date = field ? dateAt(field) : entryDate(entryKind)
      return () => edgeDate(count(entryKind), where, date, latest)
    }
    case 'earliest':
    case 'latest': {
      const of = node.of.map(ask)
      const pick = node.op === 'earliest' ? Math.min : Math.max
      return (entry) => {
        let lo = inapplicable
        let hi = 0
        for (let i = 0; i < of.length; i++) {
          const one = (of[i] as EntryFunction)(entry)
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
      const [where, entryKind] = [ask(node.where), node.entryKind]
      return () => countOf(count(entryKind), where)
    }
    case 'sum': {
      const [where, entryKind, value] = [ask(node.where), node.entryKind, cell(node.field)]
      return () => sumOf(count(entryKind), where, (entry) => amount(value(entry)))
    }
    case 'plus': {
      const of = node.of.map(ask)
      return (entry) => {
        // With what is unknown the whole is: nothing that is added makes it known again.
        let [lo, hi] = [0, 0]
        for (let i = 0; i < of.length; i++) {
          const one = (of[i] as EntryFunction)(entry)
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
      const [during, endedBy, entryKind] = [ask(node.during), ask(node.endedBy), node.entryKind]
      return () => runLength(rowsOf(entryKind), during, endedBy)
    }
    default:
      return node satisfies never
  }
}

/** What is asked more than once, and asks others itself, is asked once a run. */
export function spanOf(node: PlanNode & SpanOp, context: ClosureContext, during: Epoch = context.now): EntryFunction {
  const plain = spanClosure(node, context)
  return node.uses < 2 || operandsOf(node).length === 0 ? plain : memoisedSpan(plain, node.within !== null, during)
}
