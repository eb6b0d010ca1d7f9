import { type Cite, type Fact, type Pathway, citeId } from '@facialis/language'
import { dateWords, numberWords, wordsOf } from '../../words.ts'
import { isTruth } from '../../plan/is-truth.ts'
import { mentionedBy } from '../../plan/mentioned.ts'
import type { NodeIndex, PlanNode, PlannedDecision } from '../../plan/plan.ts'
import type { FactAddresses } from './addresses.ts'
import { citesText, decisionText } from './decisions.ts'
import { loweredForText } from './lowered.ts'
import { memberName, naming } from './naming.ts'
import { atom, called, indented, literal, named, quoted, remark, type Said, tuple } from './said.ts'
import type { Scope } from './scope.ts'
import { spansLibrary } from './spans-library.ts'
import { asOf, spanText } from './spans.ts'
import { type Column, isPlain, stagesOf } from './stages.ts'
import { statementsLibrary } from './statements-library.ts'
import { truthText } from './truths.ts'
import { truthsLibrary } from './truths-library.ts'
import type { Entries, Writer } from './writer.ts'

/** A library as text. */
export type CqlText = Readonly<{ name: string; version: string; text: string }>

/** The libraries that every pathway's own one leans on. */
export const supportLibraries: readonly CqlText[] = [truthsLibrary, spansLibrary, statementsLibrary]

/** `hemifacial-spasm` as `HemifacialSpasm`: names of libraries have no hyphens. */
export const libraryName = ({ id }: Pathway): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')

/**
 * A pathway as one CQL library over Fact Observations: `define "<decision id>"` answers a decision with its word;
 * `"step <id>"`, `"alert <id>"` and `"<list id>: <item id>"` say whether those hold.
 */
export function cqlLibrary(pathway: Pathway, addresses: FactAddresses): CqlText {
  const lowered = loweredForText(pathway)
  const { nodes, decisions, rooms } = lowered
  const stages = stagesOf(lowered)
  const name = naming()
  const written: (() => string)[] = []
  const defineLater = (called: string, text: () => string, why = ''): void => {
    written.push(() => `${why === '' ? '' : `${remark(why)}\n`}define ${quoted(called)}:\n  ${indented(text())}`)
  }
  const define = (called: string, text: string, why = ''): void => defineLater(called, () => text, why)
  const decisionNames = decisions.map(({ decision, within }) => (within === null ? name(decision.id) : decision.id))
  const askedNames = lowered.asked.map((one) => name(one.name))
  for (const { id } of lowered.policy) name(id)
  const [today, statements, entriesRecorded] = [asOf, 'fact statements', 'entries on record'].map(name) as [string, string, string]

  const codes: string[] = []
  const codeOf = remembered((fact: Fact) => {
    const called = name(`code ${fact.id}`)
    codes.push(`code ${quoted(called)}: ${literal(fact.id).text} from "facts" display ${literal(fact.label).text}`)
    return `${quoted(called)}.code`
  })
  const read = (fact: Fact, from: string): string => {
    const parts = [atom(from), atom(codeOf(fact))]
    switch (fact.type) {
      case 'yes-no':
        return called('FactStatements."yes or no"', parts).text
      case 'choice':
        return called('FactStatements."word"', parts).text
      case 'set':
        return called('FactStatements."members"', parts).text
      case 'text':
        return called('FactStatements."text"', parts).text
      case 'date':
        return called('FactStatements."date"', parts).text
      case 'quantity':
        return called('FactStatements."amount"', [...parts, atom(`${10 ** fact.decimals}.0`)]).text
      default:
        return fact satisfies never
    }
  }
  const factName = remembered((fact: Fact) => {
    const called = name(fact.id)
    define(called, read(fact, quoted(statements)), fact.question)
    return called
  })
  const observedName = remembered((fact: Fact) => {
    const called = name(`${fact.id}, observed`)
    define(called, `FactStatements."observed"(${quoted(statements)}, ${codeOf(fact)})`)
    return called
  })

  const wordsOfNode = (index: NodeIndex): string => {
    const given = lowered.nameOf.get(index)
    if (given !== undefined) return given
    const saidAs = lowered.saidAs[index]
    if (saidAs === undefined) return 'a condition'
    return sayAloud(nodes[index] as PlanNode, saidAs)
  }
  const isDefined = (index: NodeIndex): boolean => {
    const node = nodes[index] as PlanNode
    return (
      node.within === null &&
      node.op !== 'constant' &&
      (lowered.nameOf.has(index) || goesThroughEntries(node) || (node.uses > 1 && !isPlain(nodes, index)))
    )
  }
  const text = (index: NodeIndex, scope: Scope): Said => {
    const node = nodes[index] as PlanNode
    return isTruth(node) ? truthText(node, scope, writer) : spanText(node, scope, writer)
  }
  const nodeName = remembered((index: NodeIndex) => {
    const called = name(wordsOfNode(index))
    define(called, text(index, null).text)
    return called
  })
  const decisionName = remembered((at: number) => {
    const planned = decisions[at] as PlannedDecision
    define(decisionNames[at] as string, decisionText(planned, null, writer).text, planned.decision.asks)
    return decisionNames[at] as string
  })

  const members = rooms.map(({ row }) => new Map(row.places.map(({ fact }) => [fact.id, memberName(fact.id)])))
  const aliases = rooms.map(({ entry }) => name(`this ${entry.label}`))
  const fieldsRead = rooms.map(() => new Set<Fact>())
  const columnNames = remembered((key: string) => {
    const [kind, at] = key.split(' ') as [string, string]
    return memberName(name(memberName(kind === 'node' ? wordsOfNode(Number(at)) : decisionNames[Number(at)] as string)))
  })
  const columnName = (column: Column): string =>
    columnNames('node' in column ? `node ${column.node}` : `decision ${column.decision}`)
  const columns = rooms.map((_, room) => stages.columnsOf(room))

  const tables = new Map<string, string>()
  /** The table of a stage, or of the latest before it that has one. */
  const table = (room: number, stage: number): Readonly<{ name: string; stage: number }> => {
    let at = stage
    while (at > 0 && (columns[room]?.[at] ?? []).length === 0) at--
    const key = `${room} ${at}`
    const known = tables.get(key)
    if (known !== undefined) return { name: known, stage: at }
    const { entry } = rooms[room] as (typeof rooms)[number]
    const called = name(at === 0 ? entry.plural : `${entry.plural}, what is asked of each (${at})`)
    tables.set(key, called)
    if (at > 0) writeTable(room, at, called)
    return { name: called, stage: at }
  }
  /** How an entry is spoken of that comes from a table of this stage. */
  const scopeOf = (room: number, stage: number, column: (column: Column) => Said): NonNullable<Scope> => {
    const alias = quoted(aliases[room] as string)
    const own = stage === 0 ? alias : `${alias}."entry"`
    return {
      field: (fact) => {
        fieldsRead[room]?.add(fact)
        return atom(`${own}.${quoted(members[room]?.get(fact.id) as string)}`)
      },
      date: atom(`${own}."date"`),
      column,
    }
  }
  /** Up to which stage each column is looked up in a table. */
  const lookedUp = new Map<string, number>()
  const inTable = (room: number, stage: number, column: Column): Said => {
    const called = columnName(column)
    lookedUp.set(called, Math.max(stage, lookedUp.get(called) ?? 0))
    return atom(`${quoted(aliases[room] as string)}.${quoted(called)}`)
  }
  const entriesFrom = (room: number, stage: number): Entries => {
    const from = table(room, stage)
    return {
      source: `${quoted(from.name)} ${quoted(aliases[room] as string)}`,
      scope: scopeOf(room, from.stage, (column) => inTable(room, from.stage, column)),
    }
  }

  function writeTable(room: number, stage: number, called: string): void {
    const before = table(room, stage - 1)
    const alias = quoted(aliases[room] as string)
    const lets: string[] = []
    const placed = new Set<string>()
    const here = columns[room]?.[stage] ?? []
    const isHere = (column: Column): boolean => stages.stageOf(column) === stage
    const scope = scopeOf(room, before.stage, (column) => {
      if (!isHere(column)) return inTable(room, before.stage, column)
      place(column)
      return named(columnName(column))
    })
    const place = (column: Column): void => {
      const called = columnName(column)
      if (placed.has(called)) return
      placed.add(called)
      const planned = 'decision' in column ? (decisions[column.decision] as PlannedDecision) : null
      const said = planned ? decisionText(planned, scope, writer) : text((column as { node: NodeIndex }).node, scope)
      const why = planned ? `${remark(planned.decision.asks)}\n` : ''
      lets.push(`${why}${quoted(called)}:\n  ${indented(said.text)}`)
    }
    for (const column of here) place(column)
    const isKept = (column: Column): boolean => (lookedUp.get(columnName(column)) ?? 0) >= stage
    const row = (): Said =>
      tuple([
        ['"entry"', atom(before.stage === 0 ? alias : `${alias}."entry"`)],
        ...(columns[room]?.slice(1, stage).flat() ?? [])
          .filter(isKept)
          .map((column) => [quoted(columnName(column)), atom(`${alias}.${quoted(columnName(column))}`)] as const),
        ...here.filter(isKept).map((column) => [quoted(columnName(column)), named(columnName(column))] as const),
      ])
    defineLater(
      called,
      () => `${quoted(before.name)} ${alias}\nlet\n  ${indented(lets.join(',\n'))}\nreturn all ${row().text}`,
    )
  }

  const writer: Writer = {
    lowered,
    stages,
    said: (index, scope) => {
      const { within } = nodes[index] as PlanNode
      if (within === null) return isDefined(index) ? named(nodeName(index)) : text(index, null)
      return stages.isColumn(index) ? (scope as NonNullable<Scope>).column({ node: index }) : text(index, scope)
    },
    value: (fact, scope) =>
      fact.scope === 'patient' ? named(factName(fact)) : (scope as NonNullable<Scope>).field(fact),
    observed: (fact) => {
      if (fact.scope !== 'patient') throw new Error(`${fact.id}: when a field was observed is not published.`)
      return named(observedName(fact))
    },
    answer: (at, scope) =>
      (decisions[at] as PlannedDecision).within === null
        ? named(decisionName(at))
        : (scope as NonNullable<Scope>).column({ decision: at }),
    entries: (room, list) => entriesFrom(room, stages.needs(list)),
    entriesOfDecision: (room, decision) => entriesFrom(room, stages.stageOf({ decision })),
  }

  decisions.forEach(({ within }, at) => {
    if (within === null) decisionName(at)
  })
  lowered.asked.forEach(({ node, remark: why }, at) => {
    define(askedNames[at] as string, writer.said(node, null).text, why)
  })
  const recorded = rooms.flatMap(({ entry }, room) => {
    const called = tables.get(`${room} 0`)
    if (called === undefined) return []
    const fields = [...(fieldsRead[room] as Set<Fact>)]
    const row = tuple([
      ['"date"', atom('E.date')],
      ...fields.map((fact) => [quoted(members[room]?.get(fact.id) as string), atom(read(fact, 'E.fields'))] as const),
    ])
    return [
      `${remark(entry.label)}\ndefine ${quoted(called)}:\n  ${quoted(entriesRecorded)} E where E.kind = ${literal(entry.id).text}\n    return all ${indented(indented(row.text))}`,
    ]
  })
  const head = [
    `${remark(`${pathway.title}, version ${pathway.version}: ${pathway.status}.`)}
${remark('Written from the pathway itself. It answers over Fact Observations worked out for the day AsOf; see their profile. It supports a clinician, who can check every rule against the passage named beside it, and replaces none.')}
library ${libraryName(pathway)} version ${literal(pathway.version).text}`,
    `using FHIR version '4.0.1'`,
    supportLibraries.map((one) => `include ${one.name} version '${one.version}' called ${one.name}`).join('\n'),
    [`codesystem "facts": ${literal(addresses.fact).text}`, ...codes].join('\n'),
    [
      `${remark('The day that is asked for.')}\nparameter ${quoted(today)} Date`,
      ...lowered.policy.map(
        ({ id, label, unit, default: usual, min, max, because }) =>
          `${remark(`${label} (${unit}; ${min} to ${max}) [${citesText(because)}]`)}\nparameter ${quoted(id)} Integer default ${usual}`,
      ),
    ].join('\n\n'),
    'context Patient',
    `define ${quoted(statements)}:
  FactStatements."facts"([Observation], ${literal(addresses.fact).text}, ${literal(addresses.answer).text})`,
    `define ${quoted(entriesRecorded)}:
  FactStatements."entries"([Observation], ${literal(addresses.entry).text}, ${literal(addresses.fact).text}, ${literal(addresses.answer).text})`,
  ]
  return {
    name: libraryName(pathway),
    version: pathway.version,
    text: `${[...head, ...recorded, ...written.map((text) => text()), sourcesText(pathway)].join('\n\n')}\n`,
  }
}

const goesThroughEntries = ({ op }: PlanNode): boolean =>
  ['some', 'recent', 'latest-date', 'first-date', 'count', 'sum', 'run-length'].includes(op)

function sayAloud(node: PlanNode, saidAs: ReturnType<typeof loweredForText>['saidAs'][number]): string {
  if (isTruth(node)) return wordsOf(saidAs as Parameters<typeof wordsOf>[0])
  return dateKinds.has(saidAs.kind)
    ? dateWords(saidAs as Parameters<typeof dateWords>[0])
    : numberWords(saidAs as Parameters<typeof numberWords>[0])
}
const dateKinds: ReadonlySet<string> = new Set([
  'date-of',
  'recorded',
  'entry-date',
  'latest-date',
  'first-date',
  'as-of',
  'shifted',
  'earliest',
  'latest',
  'provided',
])

/** What the letters in brackets stand for. */
function sourcesText({ passages }: Pathway): string {
  return passages
    .map((passage) => remark(`[${citeId(passage as Cite)}] ${passage.source.title}, ${passage.locator}: ${passage.paraphrase}`))
    .join('\n')
}

function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = work(key)
    known.set(key, found)
    return found
  }
}
