/**
 * SQL-on-FHIR ViewDefinitions over Fact Observations, from which the flat fact table is filled. A view looks at one
 * resource at a time, so there is one of all facts about people, a row a fact (and member), and one for each kind of entry.
 */
import type { Fact } from '@facialis/language'
import type { Plan } from '../plan/plan.ts'
import { datedMark } from '../publish/ground/mark.ts'
import { type FlatTable, flatTablesOf } from './flat-tables.ts'
import { snakeCase, uniqueIdentifiers } from './sql-identifiers.ts'

/** The code systems of facts, of their values and of kinds of entry. */
export type ViewAddresses = Readonly<{ fact: string; answer: string; entry: string }>

type ViewType = 'string' | 'boolean' | 'decimal'
type ViewColumn = Readonly<{ name: string; path: string; type: ViewType }>
type ViewSelect = Readonly<{ column: readonly ViewColumn[]; forEachOrNull?: string }>
export type ViewDefinition = Readonly<{
  resourceType: 'ViewDefinition'
  name: string
  title: string
  version: string
  status: 'draft' | 'active'
  fhirVersion: readonly ['4.0.1']
  resource: 'Observation'
  where: readonly Readonly<{ path: string }>[]
  select: readonly ViewSelect[]
}>

/** What a view column contains of a value; a value fills one of them and leaves the others NULL. `several`: there is more than one code. */
export type ViewColumnContent =
  | 'word'
  | 'several'
  | 'flag'
  | 'amount'
  | 'written'
  | 'day_first'
  | 'day_last'
  | 'from'
  | 'to'

export const factsView = 'fact_view'

export type EntryView = Readonly<{
  table: FlatTable
  definition: ViewDefinition
  /** The column of a field, or of a member of a set. */
  columnOf: (fact: Fact, content: ViewColumnContent | Readonly<{ member: string }>) => string
}>

/** The columns of a date value, or of the day of an Observation. */
const days = ['day_first', 'day_last', 'from', 'to'] as const
const dayPaths = (choice: string): Readonly<Record<(typeof days)[number], string>> => ({
  day_first: `${choice}.ofType(dateTime).lowBoundary()`,
  day_last: `${choice}.ofType(dateTime).highBoundary()`,
  from: `${choice}.ofType(Period).start`,
  to: `${choice}.ofType(Period).end`,
})

const column = (name: string, path: string, type: ViewType = 'string'): ViewColumn => ({ name, path, type })
/** Observations entered in error, or not final yet, are left out. */
const isFinal = { path: "status = 'final'" }
const person = column('patient_id', 'subject.getReferenceKey(Patient)')

export function factsViewOf(plan: Plan, { fact, answer }: ViewAddresses): ViewDefinition {
  const observed = Object.entries(dayPaths('effective')).map(([content, path]) => column(`recorded_${content}`, path))
  return {
    ...common(plan, factsView, 'a row for each fact, and for each member of a set'),
    where: [isFinal, { path: `code.coding.exists(system = '${fact}')` }],
    select: [
      {
        column: [
          person,
          column('observation_id', 'getResourceKey()'),
          column('fact', `code.coding.where(system = '${fact}').code.first()`),
          column('is_known', 'dataAbsentReason.exists().not()', 'boolean'),
          column('flag', 'value.ofType(boolean)', 'boolean'),
          column('amount', 'value.ofType(Quantity).value', 'decimal'),
          column('written', 'value.ofType(string).exists()', 'boolean'),
          ...Object.entries(dayPaths('value')).map(([content, path]) => column(`value_${content}`, path)),
          ...observed,
        ],
      },
      {
        forEachOrNull: `value.ofType(CodeableConcept).coding.where(system = '${answer}')`,
        column: [column('word', 'code')],
      },
    ],
  }
}

export function entryViewsOf(plan: Plan, addresses: ViewAddresses): readonly EntryView[] {
  return flatTablesOf(plan).entries.map((table) => entryViewOf(plan, table, addresses))
}

function entryViewOf(plan: Plan, table: FlatTable, { fact: facts, answer, entry: entries }: ViewAddresses): EntryView {
  const name = uniqueIdentifiers()
  const names = new Map<string, string>()
  const columns: ViewColumn[] = [column(name('patient_id'), person.path), column(name('entry_id'), 'getResourceKey()')]
  for (const [content, path] of Object.entries(dayPaths('effective')))
    columns.push(column(name(`effective_${content}`), path))
  const keyOf = (fact: Fact, content: ViewColumnContent | Readonly<{ member: string }>): string =>
    typeof content === 'string' ? `${fact.id} ${content}` : `${fact.id} has ${content.member}`
  for (const { fact } of table.row.places) {
    const value = `component.where(code.coding.exists(system = '${facts}' and code = '${fact.id}')).value`
    const add = (content: ViewColumnContent | Readonly<{ member: string }>, path: string, type?: ViewType): void => {
      const ending = typeof content === 'string' ? content : snakeCase(content.member)
      const own = name(`${snakeCase(fact.id)}_${ending}`)
      names.set(keyOf(fact, content), own)
      columns.push(column(own, path, type))
    }
    const words = `${value}.ofType(CodeableConcept)`
    switch (fact.type) {
      case 'yes-no':
        add('flag', `${value}.ofType(boolean)`, 'boolean')
        break
      case 'choice':
        add('word', `${words}.coding.where(system = '${answer}').code.first()`)
        add('several', `${words}.coding.where(system = '${answer}')[1].exists()`, 'boolean')
        break
      case 'set':
        add('flag', `${words}.exists()`, 'boolean')
        for (const member of fact.values)
          add({ member }, `${words}.coding.exists(system = '${answer}' and code = '${member}')`, 'boolean')
        break
      case 'quantity':
        add('amount', `${value}.ofType(Quantity).value`, 'decimal')
        break
      case 'text':
        add('written', `${value}.ofType(string).exists()`, 'boolean')
        break
      case 'date': {
        const paths = dayPaths(value)
        for (const content of days) add(content, paths[content])
        break
      }
      default:
        fact satisfies never
    }
  }
  const { id, label } = table.entry as NonNullable<FlatTable['entry']>
  return {
    table,
    definition: {
      ...common(plan, `${table.name}_view`, `a row for each ${label}`),
      where: [isFinal, { path: `code.coding.exists(system = '${entries}' and code = '${id}')` }],
      select: [{ column: columns }],
    },
    columnOf: (fact, content) => names.get(keyOf(fact, content)) as string,
  }
}

const common = ({ pathway }: Plan, name: string, title: string) =>
  ({
    resourceType: 'ViewDefinition',
    name,
    title: `${pathway.title} (${datedMark(pathway).text}): ${title}`,
    version: pathway.version,
    status: datedMark(pathway).isSigned ? 'active' : 'draft',
    fhirVersion: ['4.0.1'],
    resource: 'Observation',
  }) as const
