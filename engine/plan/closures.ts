import { answering } from './answering.ts'
import {
  amount,
  between,
  countOf,
  dated,
  edgeDate,
  end,
  inapplicable,
  isUnknown,
  lessThan,
  type OfEntry,
  product,
  recent,
  runLength,
  some,
  span,
  sumOf,
  unknown,
} from './kernel.ts'
import { blank, isWord, noWord, type Place } from './layout.ts'
import { remembered, rememberedSpan } from './memo.ts'
import type { Answering, AskingNumbers, NodeIndex, Plan, PlanNode } from './plan.ts'
import type { Sheet } from './sheet.ts'

/** A plan as functions that call each other: no code is generated, so it runs wherever the pathway does. */
export function closuresOf(plan: Plan): Answering {
  const now = {
    run: 0,
    sheet: null as unknown as Sheet,
    asking: null as unknown as AskingNumbers,
  }
  const asks: OfEntry[] = []
  const decide = answering(plan, asks, now)
  for (const node of plan.nodes) asks.push(closureOf(node, { plan, asks, now, decide: decide.answer }))
  return (sheet, asking) => {
    now.run++
    now.sheet = sheet
    now.asking = asking
    return decide.all()
  }
}

type Around = Readonly<{
  plan: Plan
  asks: readonly OfEntry[]
  now: Readonly<{ run: number; sheet: Sheet; asking: AskingNumbers }>
  decide: (decision: number, entry: number) => number
}>

const spans: ReadonlySet<PlanNode['op']> = new Set([
  'number',
  'policy',
  'as-of',
  'quantity',
  'date',
  'recorded',
  'entry-date',
  'latest-date',
  'first-date',
  'earliest',
  'latest',
  'provided',
  'days',
  'years',
  'count',
  'sum',
  'plus',
  'times',
  'run-length',
])
const cheap: ReadonlySet<PlanNode['op']> = new Set([
  'constant',
  'word',
  'member',
  'unanswered',
  'decided',
  'number',
  'policy',
  'as-of',
  'quantity',
  'date',
  'recorded',
  'entry-date',
])

/** What is asked more than once and costs more than a look at a cell is asked once a person (or once an entry). */
function closureOf(node: PlanNode, around: Around): OfEntry {
  const plain = plainClosure(node, around)
  if (node.uses < 2 || cheap.has(node.op)) return plain
  return spans.has(node.op)
    ? rememberedSpan(plain, node.within !== null, around.now)
    : remembered(plain, node.within !== null, around.now)
}

function plainClosure(node: PlanNode, { plan, asks, now, decide }: Around): OfEntry {
  const ask = (index: NodeIndex): OfEntry => asks[index] as OfEntry
  const cell = (place: Place): ((entry: number) => number) => {
    const { room, cell: at } = place
    if (room === null) return () => now.sheet.person[at] as number
    const { width } = (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row
    return (entry) => (now.sheet.rows[room] as Float64Array)[entry * width + at] as number
  }
  const spanAt = (room: number | null, at: number): OfEntry => {
    if (room === null) return () => dated(now.sheet.person, at)
    const { width } = (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row
    return (entry) => dated(now.sheet.rows[room] as Float64Array, entry * width + at)
  }
  const roomOf = (room: number) => ({
    cells: now.sheet.rows[room] as Float64Array,
    width: (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row.width,
    count: now.sheet.counts[room] as number,
  })
  const count = (room: number): number => now.sheet.counts[room] as number

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
      return spanAt(node.place.room, node.place.cell)
    case 'recorded':
      return spanAt(node.place.room, node.place.observed as number)
    case 'entry-date':
      return spanAt(node.room, 0)
    case 'latest-date':
    case 'first-date': {
      const { room, field } = node
      const [where, latest] = [ask(node.where), node.op === 'latest-date']
      const date = field ? spanAt(field.room, field.cell) : spanAt(room, 0)
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
        let [lo, hi] = [0, 0]
        let isOpen = false
        for (let i = 0; i < of.length; i++) {
          const one = (of[i] as OfEntry)(entry)
          if (one === inapplicable) return inapplicable
          if (isUnknown(one)) isOpen = true
          lo += one
          hi += end.hi
        }
        return isOpen ? unknown : span(lo, hi)
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
