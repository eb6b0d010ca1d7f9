import { isDay } from '../../plan/is-day.ts'
import type { NodeIndex, SpanOp } from '../../plan/plan.ts'
import { atom, type CqlExpression, call, listLiteral, named, tuple } from './cql-expression.ts'
import { dayOf } from './truth-text.ts'
import type { EntryScope, Scope, Writer } from './writer.ts'

export const asOf = 'AsOf'

/** A date or an amount in CQL, as a span; see the library Spans. */
export function spanText(node: SpanOp, scope: Scope, writer: Writer): CqlExpression {
  const { said, value, observed, lowered } = writer
  const of = (index: NodeIndex): CqlExpression => said(index, scope)
  switch (node.op) {
    case 'number':
      return call('Spans."exactly"', [atom(String(node.value))])
    case 'policy':
      return call('Spans."exactly"', [named((lowered.policy[node.index] as (typeof lowered.policy)[number]).id)])
    case 'as-of':
      return call('Spans."on"', [named(asOf)])
    case 'quantity':
      return call('Spans."exactly"', [value(node.place.fact, scope)])
    case 'date':
      return value(node.place.fact, scope)
    case 'recorded':
      return observed(node.place.fact)
    case 'entry-date':
      return (scope as EntryScope).date
    case 'latest-date':
    case 'first-date': {
      const { source, scope: entry } = writer.entries(node.entryKind, [node.where])
      const row = tuple([
        ['counts', said(node.where, entry)],
        ['span', node.field ? value(node.field.fact, entry) : entry.date],
      ])
      return call(node.op === 'latest-date' ? 'Spans."latest of"' : 'Spans."first of"', [
        atom(`${source}\n  return all ${row.text}`),
      ])
    }
    case 'earliest':
    case 'latest':
      return call(node.op === 'earliest' ? 'Spans."earliest"' : 'Spans."latest"', [datesList(node.of.map(of))])
    case 'provided':
      return call('Spans."provided"', [of(node.when), of(node.date)])
    case 'days':
    case 'years':
      return call(node.op === 'days' ? 'Spans."days between"' : 'Spans."years between"', [of(node.from), of(node.to)])
    case 'count': {
      const { source, scope: entry } = writer.entries(node.entryKind, [node.where])
      return call('Spans."count"', [atom(`${source}\n  return all ${said(node.where, entry).text}`)])
    }
    case 'sum': {
      const { source, scope: entry } = writer.entries(node.entryKind, [node.where])
      const row = tuple([
        ['counts', said(node.where, entry)],
        ['amount', value(node.field.fact, entry)],
      ])
      return call('Spans."total"', [atom(`${source}\n  return all ${row.text}`)])
    }
    case 'plus': {
      const [first, ...others] = node.of
      if (first === undefined) return call('Spans."exactly"', [atom('0')])
      // Days are added to a date, which stands first.
      const sum = isDay(first, lowered.nodes) ? 'Spans."shifted"' : 'Spans."plus"'
      return others.reduce((so, index) => call(sum, [so, of(index)]), of(first))
    }
    case 'times':
      return call('Spans."times"', [of(node.left), of(node.right)])
    case 'run-length': {
      const { source, scope: entry } = writer.entries(node.entryKind, [node.during, node.endedBy])
      const during = said(node.during, entry)
      const row = tuple([
        ['runs', atom(`(${during.text}) is true`)],
        ['ends', atom(`(${said(node.endedBy, entry).text}) is true and (${during.text}) is not true`)],
        ['span', entry.date],
        ['dated', dayOf(entry)],
      ])
      return call('Spans."run length"', [atom(`${source}\n  return all ${row.text}`)])
    }
    default:
      return node satisfies never
  }
}

const noDates = atom('List<Tuple { applies Boolean, lo Date, hi Date }>{}')
const datesList = (dates: readonly CqlExpression[]): CqlExpression =>
  dates.length === 0 ? noDates : listLiteral(dates)
