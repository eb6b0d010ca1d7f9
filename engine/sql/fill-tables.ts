import { formatDay } from '@facialis/language'
import { type FlatColumn, type FlatTable, flatTablesOf } from '../flat/flat-tables.ts'
import { type EntryView, entryViewsOf, factsView, type ViewAddresses } from '../flat/view-definitions.ts'
import type { Plan } from '../plan/plan.ts'
import { type Dialect, quoted } from './dialect.ts'

/** Whose facts the views hold, and for which day they were resolved. */
type Filling = Readonly<{ dialect: Dialect; addresses: ViewAddresses; tenantId: string; asOf: number }>

/** Statements that fill the flat fact table from the rows of its views. */
export function fillTables(plan: Plan, filling: Filling): string {
  const { person } = flatTablesOf(plan)
  const entries = entryViewsOf(plan, filling.addresses)
  return [fillPerson(person, filling), ...entries.map((view) => fillEntries(view, filling))].join('\n\n')
}

function fillPerson(table: FlatTable, filling: Filling): string {
  const { anyTrue } = filling.dialect
  const text = ({ content }: FlatColumn): string => {
    switch (content.kind) {
      case 'key':
        return keyOf(content.of, filling, "''")
      case 'word': {
        const { fact } = content.place
        return fact.type === 'yes-no' ? theOne(fact.id, yesOrNo('flag')) : theOne(fact.id, 'word')
      }
      case 'member':
        // A set that was looked at and has no member has a row without a word: it is known, and this is not in it.
        return toldOnce(
          content.place.fact.id,
          `${anyTrue}(CASE WHEN fact = ${quoted(content.place.fact.id)} AND is_known THEN COALESCE(word = ${quoted(content.member)}, FALSE) END)`,
        )
      case 'quantity':
        return theOne(
          content.place.fact.id,
          scaled('amount', content.place.fact.type === 'quantity' ? content.place.fact.decimals : 0),
        )
      case 'written':
        return `${anyTrue}(CASE WHEN fact = ${quoted(content.place.fact.id)} AND written THEN TRUE END)`
      case 'day':
        return content.of === 'answer'
          ? theOne(content.place.fact.id, dayFrom('value_', content.end, filling.dialect))
          : theOne(
              content.place.fact.id,
              `CASE WHEN is_known THEN ${dayFrom('recorded_', content.end, filling.dialect)} END`,
            )
      case 'entry-day':
        throw new Error('A person has no day of an entry.')
      default:
        return content satisfies never
    }
  }
  return insert(table, text, `FROM ${factsView}\nGROUP BY patient_id`)
}

function fillEntries({ table, definition, columnOf }: EntryView, filling: Filling): string {
  const text = ({ content }: FlatColumn): string => {
    switch (content.kind) {
      case 'key':
        return keyOf(content.of, filling, 'entry_id')
      case 'word': {
        const { fact } = content.place
        return fact.type === 'yes-no'
          ? yesOrNo(columnOf(fact, 'flag'))
          : `CASE WHEN NOT ${columnOf(fact, 'several')} THEN ${columnOf(fact, 'word')} END`
      }
      case 'member': {
        const { fact } = content.place
        return `CASE WHEN ${columnOf(fact, 'flag')} THEN ${columnOf(fact, { member: content.member })} END`
      }
      case 'quantity': {
        const { fact } = content.place
        return scaled(columnOf(fact, 'amount'), fact.type === 'quantity' ? fact.decimals : 0)
      }
      case 'written':
        return `CASE WHEN ${columnOf(content.place.fact, 'written')} THEN TRUE END`
      case 'day': {
        const { fact } = content.place
        const [own, span] = content.end === 0 ? (['day_first', 'from'] as const) : (['day_last', 'to'] as const)
        return firstTenLetters(columnOf(fact, own), columnOf(fact, span), filling.dialect)
      }
      case 'entry-day':
        return dayFrom('effective_', content.end, filling.dialect)
      default:
        return content satisfies never
    }
  }
  return insert(table, text, `FROM ${definition.name}`)
}

const insert = ({ name, columns }: FlatTable, text: (column: FlatColumn) => string, from: string): string =>
  `INSERT INTO ${name}\nSELECT ${columns.map((column) => `${text(column)} AS ${column.name}`).join(',\n  ')}\n${from};`

/** The value of a fact that has one row. Where it has more, nobody can tell which counts: it is not known. */
const theOne = (id: string, value: string): string =>
  `CASE WHEN COUNT(CASE WHEN fact = ${quoted(id)} THEN 1 END) = 1 THEN MAX(CASE WHEN fact = ${quoted(id)} THEN ${value} END) END`
/** A set has a row for each member, and is told twice where they are of two Observations. */
const toldOnce = (id: string, value: string): string =>
  `CASE WHEN COUNT(DISTINCT CASE WHEN fact = ${quoted(id)} THEN observation_id END) = 1 THEN ${value} END`
const yesOrNo = (flag: string): string => `CASE WHEN ${flag} THEN 'yes' WHEN NOT ${flag} THEN 'no' END`
const scaled = (amount: string, decimals: number): string => `CAST(ROUND(${amount} * ${10 ** decimals}) AS BIGINT)`

const dayFrom = (start: string, end: 0 | 1, dialect: Dialect): string =>
  end === 0
    ? firstTenLetters(`${start}day_first`, `${start}from`, dialect)
    : firstTenLetters(`${start}day_last`, `${start}to`, dialect)

/** A moment begins with its day. */
const firstTenLetters = (moment: string, other: string, { types }: Dialect): string =>
  `CAST(SUBSTR(COALESCE(${moment}, ${other}), 1, 10) AS ${types.date})`

function keyOf(
  of: 'tenant' | 'patient' | 'entry' | 'as-of',
  { tenantId, asOf, dialect }: Filling,
  entryId: string,
): string {
  switch (of) {
    case 'tenant':
      return quoted(tenantId)
    case 'patient':
      return 'patient_id'
    case 'entry':
      return entryId
    case 'as-of':
      return dialect.day(formatDay(asOf))
    default:
      return of satisfies never
  }
}
