import { type Fact, memoise } from '@facialis/language'
import type { PlannedDecision } from '../../plan/plan.ts'
import type { Column } from './column-stages.ts'
import { atom, type CqlExpression, comment, indented, literal, named, quoted, tuple } from './cql-expression.ts'
import { decisionText } from './decision-text.ts'
import type { Definitions } from './definitions.ts'
import type { factTexts } from './fact-texts.ts'
import { memberName } from './unique-names.ts'
import type { Entries, EntryScope, Writer } from './writer.ts'

type Context = Readonly<{
  shelf: Definitions
  facts: ReturnType<typeof factTexts>
  writer: () => Writer
  columnWords: (column: Column) => string
}>

/**
 * The entries of each kind as lists: first with their fields, then, stage by stage, with what is asked of each. What only
 * its own table needs is not kept.
 */
export function entryTables({ shelf: definitions, facts, writer, columnWords }: Context) {
  const { lowered, stages } = writer()
  const { entryKinds, decisions } = lowered
  const members = entryKinds.map(({ row }) => new Map(row.places.map(({ fact }) => [fact.id, memberName(fact.id)])))
  const aliases = entryKinds.map(({ entry }) => quoted(definitions.name(`this ${entry.label}`)))
  const columns = entryKinds.map((_, entryKind) => stages.columnsOf(entryKind))
  const fieldsRead = entryKinds.map(() => new Set<Fact>())
  const alias = (entryKind: number): string => aliases[entryKind] as string

  const byKey = memoise((key: string): string => {
    const [kind, at] = key.split(' ') as [string, string]
    const column = kind === 'node' ? { node: Number(at) } : { decision: Number(at) }
    return definitions.name(memberName(columnWords(column)))
  })
  const columnName = (column: Column): string =>
    byKey('node' in column ? `node ${column.node}` : `decision ${column.decision}`)

  /** Up to which stage a column is looked up in a table. */
  const lookedUp = new Map<string, number>()
  const lookUp = (entryKind: number, stage: number, column: Column): CqlExpression => {
    const name = columnName(column)
    lookedUp.set(name, Math.max(stage, lookedUp.get(name) ?? 0))
    return atom(`${alias(entryKind)}.${quoted(name)}`)
  }

  const tables = new Map<string, string>()
  /** The table of a stage, or of the latest before it that has one. */
  const table = (entryKind: number, wanted: number): Readonly<{ name: string; stage: number }> => {
    let stage = wanted
    while (stage > 0 && (columns[entryKind]?.[stage] ?? []).length === 0) stage--
    const key = `${entryKind} ${stage}`
    const known = tables.get(key)
    if (known !== undefined) return { name: known, stage }
    const { plural } = (entryKinds[entryKind] as (typeof entryKinds)[number]).entry
    const name = definitions.name(stage === 0 ? plural : `${plural}, what is asked of each (${stage})`)
    tables.set(key, name)
    if (stage > 0) writeTable(entryKind, stage, name)
    return { name, stage }
  }

  const scopeOf = (entryKind: number, stage: number, column: EntryScope['column']): EntryScope => {
    const own = stage === 0 ? alias(entryKind) : `${alias(entryKind)}."entry"`
    return {
      field: (fact) => {
        fieldsRead[entryKind]?.add(fact)
        return atom(`${own}.${quoted(members[entryKind]?.get(fact.id) as string)}`)
      },
      date: atom(`${own}."date"`),
      column,
    }
  }

  function writeTable(entryKind: number, stage: number, name: string): void {
    const before = table(entryKind, stage - 1)
    const here = columns[entryKind]?.[stage] ?? []
    const lets: string[] = []
    const placed = new Set<string>()
    const scope = scopeOf(entryKind, before.stage, (column) => {
      if (stages.stageOf(column) !== stage) return lookUp(entryKind, before.stage, column)
      place(column)
      return named(columnName(column))
    })
    // What a column mentions stands before it.
    const place = (column: Column): void => {
      const name = columnName(column)
      if (placed.has(name)) return
      placed.add(name)
      const planned = 'decision' in column ? (decisions[column.decision] as PlannedDecision) : null
      const { text } =
        'node' in column ? writer().text(column.node, scope) : decisionText(planned as PlannedDecision, scope, writer())
      lets.push(`${planned ? `${comment(planned.decision.asks)}\n` : ''}${quoted(name)}:\n  ${indented(text)}`)
    }
    for (const column of here) place(column)
    const isKept = (column: Column): boolean => (lookedUp.get(columnName(column)) ?? 0) >= stage
    const earlier = columns[entryKind]?.slice(1, stage).flat() ?? []
    const row = (): CqlExpression =>
      tuple([
        ['"entry"', atom(before.stage === 0 ? alias(entryKind) : `${alias(entryKind)}."entry"`)],
        ...earlier
          .filter(isKept)
          .map((one) => [quoted(columnName(one)), atom(`${alias(entryKind)}.${quoted(columnName(one))}`)] as const),
        ...here.filter(isKept).map((one) => [quoted(columnName(one)), named(columnName(one))] as const),
      ])
    definitions.define(
      name,
      () =>
        `${quoted(before.name)} ${alias(entryKind)}\nlet\n  ${indented(lets.join(',\n'))}\nreturn all ${row().text}`,
    )
  }

  return {
    entriesAt: (entryKind: number, wanted: number): Entries => {
      const { name, stage } = table(entryKind, wanted)
      return {
        source: `${quoted(name)} ${alias(entryKind)}`,
        scope: scopeOf(entryKind, stage, (column) => lookUp(entryKind, stage, column)),
      }
    },
    /** The first table of each kind, when it is known which fields are read. */
    recorded: (): readonly string[] =>
      entryKinds.flatMap(({ entry }, entryKind) => {
        const name = tables.get(`${entryKind} 0`)
        if (name === undefined) return []
        const row = tuple([
          ['"date"', atom('E.span')],
          ...[...(fieldsRead[entryKind] as Set<Fact>)].map(
            (fact) => [quoted(members[entryKind]?.get(fact.id) as string), atom(facts.read(fact, 'E.fields'))] as const,
          ),
        ])
        return [
          `${comment(`Each ${entry.label}.`)}
define ${quoted(name)}:
  ${facts.entries} E where E.kind = ${literal(entry.id).text}
    return all ${indented(indented(row.text))}`,
        ]
      }),
  }
}
