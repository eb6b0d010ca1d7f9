import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { countPart, edgeDatePart, sumPart } from './over-entries.ts'
import { dayOf, type Part, type SpanNode, type Writing } from './writing.ts'

/** Further than any day or amount: stands, inside one expression, for what is left out and for what is not known. */
const far = 4_000_000_000

/** Whether both ends are the same number, whatever it is. */
export function isExact(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as SpanNode
  const areExact = (of: readonly NodeIndex[]): boolean => of.every((one) => isExact(one, nodes))
  switch (node.op) {
    case 'number':
    case 'policy':
    case 'as-of':
    case 'quantity':
      return true
    case 'date':
    case 'recorded':
    case 'entry-date':
    case 'latest-date':
    case 'first-date':
    case 'run-length':
      return false
    case 'count':
    case 'sum':
      return isTwoValued(node.where, nodes)
    case 'earliest':
    case 'latest':
    case 'plus':
      return areExact(node.of)
    case 'provided':
      return isExact(node.date, nodes)
    case 'days':
    case 'years':
      return areExact([node.from, node.to])
    case 'times':
      return areExact([node.left, node.right])
    default:
      return node satisfies never
  }
}

export function mayBeInapplicable(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as SpanNode
  const may = (one: NodeIndex): boolean => mayBeInapplicable(one, nodes)
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
    case 'run-length':
    case 'provided':
      return true
    case 'earliest':
    case 'latest':
      return node.of.every(may)
    case 'days':
    case 'years':
      return may(node.from) || may(node.to)
    case 'plus':
      return node.of.some(may)
    case 'times':
      return may(node.left) || may(node.right)
    case 'number':
    case 'policy':
    case 'as-of':
    case 'quantity':
    case 'date':
    case 'recorded':
    case 'entry-date':
    case 'count':
    case 'sum':
      return false
    default:
      return node satisfies never
  }
}

/** The first or last of no dates at all: it never applies. */
function isLeftOut(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as PlanNode
  return (node.op === 'earliest' || node.op === 'latest') && node.of.every((one) => isLeftOut(one, nodes))
}

/** One end of a number or date, or whether it is not applicable. */
export function partText(index: NodeIndex, node: SpanNode, asked: Part, writing: Writing): string {
  const { plan, dialect, scope, columns, part, truth } = writing
  const may = (one: NodeIndex): boolean => mayBeInapplicable(one, plan.nodes)
  const other: Part = asked === 'lo' ? 'hi' : 'lo'
  const anyInapplicable = (of: readonly NodeIndex[]): string =>
    `(${of
      .filter(may)
      .map((one) => part(one, 'na'))
      .join(' OR ')})`
  const day = ([first, last]: readonly [string, string]): string => dayOf(writing, asked === 'hi' ? last : first)
  switch (node.op) {
    case 'number':
      return node.value < 0 ? `(${node.value})` : String(node.value)
    case 'policy':
      return writing.asking(node.index)
    case 'as-of':
      return writing.asking(null)
    case 'quantity':
      return scope.raw(columns.of(node.place))
    case 'date':
      return day(columns.days(node.place, 'answer'))
    case 'recorded':
      return day(columns.days(node.place, 'recorded'))
    case 'entry-date':
      return day(columns.entryDays)
    case 'latest-date':
    case 'first-date':
      return edgeDatePart(index, node, asked, writing)
    case 'earliest':
    case 'latest': {
      if (asked === 'na')
        return node.of.length === 0 ? 'TRUE' : `(${node.of.map((one) => part(one, 'na')).join(' AND ')})`
      const [only, ...others] = node.of.filter((one) => !isLeftOut(one, plan.nodes))
      if (only === undefined) return 'CAST(NULL AS INTEGER)'
      if (others.length === 0) return part(only, asked)
      // The last word is for what is not known, then for what applies: what is left out stands at the other side.
      const [unknown, out] = node.op === 'latest' ? [far, -far] : [-far, far]
      const ends = [only, ...others].map((one) => {
        const end = `COALESCE(${part(one, asked)}, ${unknown})`
        return may(one) ? `CASE WHEN ${part(one, 'na')} THEN ${out} ELSE ${end} END` : end
      })
      const pick = node.op === 'latest' ? dialect.greatest : dialect.least
      return `NULLIF(NULLIF(${pick}(${ends.join(', ')}), ${unknown}), ${out})`
    }
    case 'provided':
      if (asked !== 'na') return `CASE WHEN ${truth(node.when, 'yes')} THEN ${part(node.date, asked)} END`
      return may(node.date)
        ? `(${truth(node.when, 'no')} OR (${truth(node.when, 'yes')} AND ${part(node.date, 'na')}))`
        : truth(node.when, 'no')
    case 'days':
    case 'years': {
      if (asked === 'na') return anyInapplicable([node.from, node.to])
      const [from, to] = [part(node.from, other), part(node.to, asked)]
      if (node.op === 'days') return `(${to} - ${from})`
      // Moved among the positive numbers first: below nought, engines disagree about whole division.
      const apart = `(${dialect.yearMonthDay(to)} - ${dialect.yearMonthDay(from)} + 100000000)`
      return `(${dialect.wholeDivision(apart, '10000')} - 10000)`
    }
    case 'count':
      return countPart(index, node, asked, writing)
    case 'sum':
      return sumPart(index, node, asked, writing)
    case 'plus':
      if (asked === 'na') return anyInapplicable(node.of)
      return node.of.length === 0 ? '0' : `(${node.of.map((one) => part(one, asked)).join(' + ')})`
    case 'times': {
      const { left, right } = node
      if (asked === 'na') return anyInapplicable([left, right])
      if (isExact(index, plan.nodes)) return `(${part(left, 'lo')} * ${part(right, 'lo')})`
      const ends = ['lo', 'hi'] as const
      const products = ends.flatMap((a) => ends.map((b) => `${part(left, a)} * ${part(right, b)}`))
      return `${asked === 'lo' ? dialect.least : dialect.greatest}(${products.join(', ')})`
    }
    case 'run-length':
      return writing.run(index, asked)
    default:
      return node satisfies never
  }
}
