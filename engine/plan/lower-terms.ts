import type { Condition, DateTerm, Entry, NumberTerm, PolicyNumber } from '@facialis/language'
import type { InternTable } from './intern-table.ts'
import type { Layout } from './layout.ts'
import type { NodeIndex } from './plan.ts'

type Context = Readonly<{
  layout: Layout
  table: InternTable
  entryKindOf: (entry: Entry) => number
  policy: PolicyNumber[]
  condition: (condition: Condition) => NodeIndex
}>

/** Dates and numbers as nodes of the table; the conditions inside them are lowered by whoever asks. */
export function loweringTerms({ layout, table, entryKindOf, policy, condition }: Context) {
  const { put, over } = table
  const { placeOf } = layout

  const date = (term: DateTerm): NodeIndex => table.lowerOnce(term, () => dateOf(term))
  const dateOf = (term: DateTerm): NodeIndex => {
    switch (term.kind) {
      case 'as-of':
        return put({ op: 'as-of' }, null)
      case 'date-of': {
        const place = placeOf(term.fact)
        return put({ op: 'date', place }, place.entryKind)
      }
      case 'recorded': {
        const place = placeOf(term.fact)
        return put({ op: 'recorded', place }, place.entryKind)
      }
      case 'entry-date': {
        const entryKind = entryKindOf(term.entry)
        return put({ op: 'entry-date', entryKind }, entryKind)
      }
      case 'latest-date':
      case 'first-date': {
        const field = term.of ? placeOf(term.of) : null
        return put({ op: term.kind, entryKind: entryKindOf(term.entry), where: condition(term.where), field }, null)
      }
      case 'shifted': {
        const of = [date(term.date), number(term.by)]
        return over({ op: 'plus', of }, of)
      }
      case 'earliest':
      case 'latest': {
        const of = term.of.map(date)
        return over({ op: term.kind, of }, of)
      }
      case 'provided': {
        const [when, of] = [condition(term.when), date(term.date)]
        return over({ op: 'provided', when, date: of }, [when, of])
      }
      default:
        return term satisfies never
    }
  }

  const number = (term: NumberTerm): NodeIndex => table.lowerOnce(term, () => numberOf(term))
  const numberOf = (term: NumberTerm): NodeIndex => {
    switch (term.kind) {
      case 'number':
        return put({ op: 'number', value: term.value }, null)
      case 'policy': {
        const known = policy.findIndex(({ id }) => id === term.id)
        const index = known < 0 ? policy.push(term) - 1 : known
        return put({ op: 'policy', index }, null)
      }
      case 'quantity': {
        const place = placeOf(term.fact)
        return put({ op: 'quantity', place }, place.entryKind)
      }
      case 'days-between':
      case 'years-between': {
        const [from, to] = [date(term.from), date(term.to)]
        return over({ op: term.kind === 'days-between' ? 'days' : 'years', from, to }, [from, to])
      }
      case 'count':
        return put({ op: 'count', entryKind: entryKindOf(term.entry), where: condition(term.where) }, null)
      case 'sum':
        return put(
          { op: 'sum', entryKind: entryKindOf(term.entry), where: condition(term.where), field: placeOf(term.of) },
          null,
        )
      case 'plus': {
        const of = term.of.map(number)
        return over({ op: 'plus', of }, of)
      }
      case 'times': {
        const [left, right] = [number(term.left), number(term.right)]
        return over({ op: 'times', left, right }, [left, right])
      }
      case 'run-length':
        return put(
          {
            op: 'run-length',
            entryKind: entryKindOf(term.entry),
            during: condition(term.during),
            endedBy: condition(term.endedBy),
          },
          null,
        )
      default:
        return term satisfies never
    }
  }
  return { date, number }
}
