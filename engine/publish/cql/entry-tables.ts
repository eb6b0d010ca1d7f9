import { type Fact, memoise } from '@facialis/language'
import type { PlannedDecision } from '../../plan/plan.ts'
import { decisionText } from './decisions.ts'
import type { factTexts } from './facts.ts'
import { memberName } from './naming.ts'
import { atom, indented, literal, named, quoted, remark, type Said, tuple } from './said.ts'
import type { Shelf } from './shelf.ts'
import type { Column } from './stages.ts'
import type { Entries, EntryScope, Writer } from './writer.ts'

type Around = Readonly<{
  shelf: Shelf
  facts: ReturnType<typeof factTexts>
  writer: () => Writer
  columnWords: (column: Column) => string
}>

/**
 * The entries of each kind as lists: first with their fields, then, stage by stage, with what is asked of each. What only
 * its own table needs is not kept.
 */
export function entryTables({ shelf, facts, writer, columnWords }: Around) {
  const { lowered, stages } = writer()
  const { rooms, decisions } = lowered
  const members = rooms.map(({ row }) => new Map(row.places.map(({ fact }) => [fact.id, memberName(fact.id)])))
  const aliases = rooms.map(({ entry }) => quoted(shelf.name(`this ${entry.label}`)))
  const columns = rooms.map((_, room) => stages.columnsOf(room))
  const fieldsRead = rooms.map(() => new Set<Fact>())
  const alias = (room: number): string => aliases[room] as string

  const byKey = memoise((key: string): string => {
    const [kind, at] = key.split(' ') as [string, string]
    const column = kind === 'node' ? { node: Number(at) } : { decision: Number(at) }
    return shelf.name(memberName(columnWords(column)))
  })
  const columnName = (column: Column): string =>
    byKey('node' in column ? `node ${column.node}` : `decision ${column.decision}`)

  /** Up to which stage a column is looked up in a table. */
  const lookedUp = new Map<string, number>()
  const lookUp = (room: number, stage: number, column: Column): Said => {
    const name = columnName(column)
    lookedUp.set(name, Math.max(stage, lookedUp.get(name) ?? 0))
    return atom(`${alias(room)}.${quoted(name)}`)
  }

  const tables = new Map<string, string>()
  /** The table of a stage, or of the latest before it that has one. */
  const table = (room: number, wanted: number): Readonly<{ name: string; stage: number }> => {
    let stage = wanted
    while (stage > 0 && (columns[room]?.[stage] ?? []).length === 0) stage--
    const key = `${room} ${stage}`
    const known = tables.get(key)
    if (known !== undefined) return { name: known, stage }
    const { plural } = (rooms[room] as (typeof rooms)[number]).entry
    const name = shelf.name(stage === 0 ? plural : `${plural}, what is asked of each (${stage})`)
    tables.set(key, name)
    if (stage > 0) writeTable(room, stage, name)
    return { name, stage }
  }

  const scopeOf = (room: number, stage: number, column: EntryScope['column']): EntryScope => {
    const own = stage === 0 ? alias(room) : `${alias(room)}."entry"`
    return {
      field: (fact) => {
        fieldsRead[room]?.add(fact)
        return atom(`${own}.${quoted(members[room]?.get(fact.id) as string)}`)
      },
      date: atom(`${own}."date"`),
      column,
    }
  }

  function writeTable(room: number, stage: number, name: string): void {
    const before = table(room, stage - 1)
    const here = columns[room]?.[stage] ?? []
    const lets: string[] = []
    const placed = new Set<string>()
    const scope = scopeOf(room, before.stage, (column) => {
      if (stages.stageOf(column) !== stage) return lookUp(room, before.stage, column)
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
      lets.push(`${planned ? `${remark(planned.decision.asks)}\n` : ''}${quoted(name)}:\n  ${indented(text)}`)
    }
    for (const column of here) place(column)
    const isKept = (column: Column): boolean => (lookedUp.get(columnName(column)) ?? 0) >= stage
    const earlier = columns[room]?.slice(1, stage).flat() ?? []
    const row = (): Said =>
      tuple([
        ['"entry"', atom(before.stage === 0 ? alias(room) : `${alias(room)}."entry"`)],
        ...earlier
          .filter(isKept)
          .map((one) => [quoted(columnName(one)), atom(`${alias(room)}.${quoted(columnName(one))}`)] as const),
        ...here.filter(isKept).map((one) => [quoted(columnName(one)), named(columnName(one))] as const),
      ])
    shelf.define(
      name,
      () => `${quoted(before.name)} ${alias(room)}\nlet\n  ${indented(lets.join(',\n'))}\nreturn all ${row().text}`,
    )
  }

  return {
    entriesAt: (room: number, wanted: number): Entries => {
      const { name, stage } = table(room, wanted)
      return {
        source: `${quoted(name)} ${alias(room)}`,
        scope: scopeOf(room, stage, (column) => lookUp(room, stage, column)),
      }
    },
    /** The first table of each kind, when it is known which fields are read. */
    recorded: (): readonly string[] =>
      rooms.flatMap(({ entry }, room) => {
        const name = tables.get(`${room} 0`)
        if (name === undefined) return []
        const row = tuple([
          ['"date"', atom('E.span')],
          ...[...(fieldsRead[room] as Set<Fact>)].map(
            (fact) => [quoted(members[room]?.get(fact.id) as string), atom(facts.read(fact, 'E.fields'))] as const,
          ),
        ])
        return [
          `${remark(`Each ${entry.label}.`)}
define ${quoted(name)}:
  ${facts.entries} E where E.kind = ${literal(entry.id).text}
    return all ${indented(indented(row.text))}`,
        ]
      }),
  }
}
