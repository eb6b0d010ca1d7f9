import { isDay } from '../plan/is-day.ts'
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { countPart, edgeDatePart, sumPart } from './aggregates.ts'
import { appliesWith, fallbackOf, isExact, isGiven, isLeftOut, mayBeInapplicable } from './span-traits.ts'
import { dayOf, type Part, type SpanNode, type SqlWriter } from './sql-writer.ts'

/** One end of a number or date, or whether it is not applicable. */
export function partText(index: NodeIndex, node: SpanNode, asked: Part, writer: SqlWriter): string {
  const { plan, dialect, scope, columns, part, truth } = writer
  const may = (one: NodeIndex): boolean => mayBeInapplicable(one, plan.nodes)
  const other: Part = asked === 'lo' ? 'hi' : 'lo'
  const anyInapplicable = (of: readonly NodeIndex[]): string =>
    `(${of
      .filter(may)
      .map((one) => part(one, 'na'))
      .join(' OR ')})`
  const day = ([first, last]: readonly [string, string]): string => dayOf(writer, asked === 'hi' ? last : first)
  switch (node.op) {
    case 'number':
      return node.value < 0 ? `(${node.value})` : String(node.value)
    case 'policy':
      return writer.asking(node.index)
    case 'as-of':
      return writer.asking(null)
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
      return edgeDatePart(index, node, asked, writer)
    case 'earliest':
    case 'latest': {
      const counted = node.of.filter((one) => !isLeftOut(one, plan.nodes))
      const [only] = counted
      if (only === undefined) return asked === 'na' ? 'TRUE' : dialect.days.none
      if (asked === 'lo-open' || asked === 'hi-open') {
        const end = asked === 'lo-open' ? 'lo' : 'hi'
        const instead = fallbackOf(index, plan.nodes)
        if (instead) return `COALESCE(${instead.map((one) => openEnd(one, end, { op: node.op, writer })).join(', ')})`
        const ends = counted.map((one) => openEnd(one, end, { op: node.op, writer }))
        return ends.length === 1 ? (ends[0] as string) : dialect.days[node.op](ends)
      }
      if (counted.length === 1) return part(only, asked)
      if (asked === 'na') return `(${part(index, 'hi-open')} IS NULL)`
      return `NULLIF(${part(index, `${asked}-open`)}, ${unknownDay(node.op, writer)})`
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
      return countPart(index, node, asked, writer)
    case 'sum':
      return sumPart(index, node, asked, writer)
    case 'plus': {
      if (asked === 'na') return anyInapplicable(node.of)
      const [first, by] = node.of
      if (first === undefined) return '0'
      if (by !== undefined && isDay(first, plan.nodes)) return moved(part(first, asked), by, asked, writer)
      return `(${node.of.map((one) => part(one, asked)).join(' + ')})`
    }
    case 'times': {
      const { left, right } = node
      if (asked === 'na') return anyInapplicable([left, right])
      if (isExact(index, plan.nodes)) return `(${part(left, 'lo')} * ${part(right, 'lo')})`
      const ends = ['lo', 'hi'] as const
      const products = ends.flatMap((a) => ends.map((b) => `${part(left, a)} * ${part(right, b)}`))
      return `${asked === 'lo' ? dialect.least : dialect.greatest}(${products.join(', ')})`
    }
    case 'run-length':
      return writer.run(index, asked === 'lo' || asked === 'na' ? asked : 'hi')
    default:
      return node satisfies never
  }
}

/** A day moved by a number of days. */
export function moved(day: string, by: NodeIndex, end: Part, { plan, dialect, part }: SqlWriter): string {
  const node = plan.nodes[by] as SpanNode
  if (node.op === 'number' && node.value === 0) return day
  const days = part(by, end)
  return isGiven(node) ? `(${day} + ${days})` : dialect.days.moved(day, days)
}

type Edge = 'earliest' | 'latest'

/** The last word among dates is for one that is not known. */
const unknownDay = (op: Edge, { dialect }: SqlWriter): string =>
  op === 'latest' ? dialect.days.after : dialect.days.before

/** What a date adds to the earliest or latest of several: NULL where it is left out. */
function openEnd(
  index: NodeIndex,
  end: 'lo' | 'hi',
  { op, writer, isThere }: Readonly<{ op: Edge; writer: SqlWriter; isThere?: boolean }>,
): string {
  const { plan, part, truth } = writer
  const node = plan.nodes[index] as SpanNode
  const unknown = unknownDay(op, writer)
  if (node.op === op && !isLeftOut(index, plan.nodes)) return part(index, `${end}-open`)
  if (node.op === 'provided') {
    const date = openEnd(node.date, end, { op, writer, isThere: appliesWith(node, plan.nodes) })
    if (truth(node.when, 'yes') === 'TRUE') return date
    return isTwoValued(node.when, plan.nodes)
      ? `CASE WHEN ${truth(node.when, 'yes')} THEN ${date} END`
      : `CASE WHEN ${truth(node.when, 'truth')} THEN ${date} WHEN ${truth(node.when, 'truth')} IS NULL THEN ${unknown} END`
  }
  const known = `COALESCE(${part(index, end)}, ${unknown})`
  return mayBeInapplicable(index, plan.nodes) && !isThere
    ? `CASE WHEN ${part(index, 'na')} THEN NULL ELSE ${known} END`
    : known
}

/** The ends of a day. */
export type Ends = (end: 'lo' | 'hi') => string

/** In a comparison that a date has to reach or stay below, one that is not known may as well lie beyond all days. */
export const endsOf =
  (index: NodeIndex, { plan, part }: SqlWriter): Ends =>
  (end) =>
    part(index, openPart(plan.nodes[index] as PlanNode, end))

const openPart = ({ op }: PlanNode, end: 'lo' | 'hi'): Part =>
  (op === 'latest' && end === 'hi') || (op === 'earliest' && end === 'lo') ? `${end}-open` : end
