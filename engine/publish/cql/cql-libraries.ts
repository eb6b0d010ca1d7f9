import { memoise, type Pathway } from '@facialis/language'
import { type Wording, wordingById } from '../../ground/words.ts'
import { isTruth } from '../../plan/is-truth.ts'
import type { NodeIndex, PlanNode, PlannedDecision } from '../../plan/plan.ts'
import { columnStages, isCheapToRepeat } from './column-stages.ts'
import { atom, named } from './cql-expression.ts'
import type { CqlText } from './cql-text.ts'
import { decisionText } from './decision-text.ts'
import { type Definitions, definitions } from './definitions.ts'
import { entryTables } from './entry-tables.ts'
import type { FactAddresses } from './fact-addresses.ts'
import { factTexts } from './fact-texts.ts'
import { type IncludedLibrary, includedLibrary } from './included-library.ts'
import { libraryHeader, sourcesText } from './library-header.ts'
import { type LoweredLibrary, lowerForCql } from './lowered-library.ts'
import { nodeText } from './node-text.ts'
import { asOf, spanText } from './span-text.ts'
import { truthText } from './truth-text.ts'
import type { Writer } from './writer.ts'

/** `hemifacial-spasm` as `HemifacialSpasm`: names of libraries have no hyphens. */
export const libraryName = ({ id }: Pathway): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')

export const stepsLibraryName = (pathway: Pathway): string => `${libraryName(pathway)}Steps`

/**
 * A pathway as CQL over Fact Observations, in two libraries. `decisions`: `define "<decision id>"` answers a decision with
 * its word, `"<list id>: <item id>"` says whether something on a list holds. `steps` includes it; `"step <id>"` and
 * `"alert <id>"` say whether those are called for. Others ask for these by name, so they are under their ids; `wording`
 * reads what only a person who opens the text meets.
 */
export function cqlLibraries(
  pathway: Pathway,
  addresses: FactAddresses,
  wording: Wording = wordingById,
): Readonly<{ decisions: CqlText; steps: CqlText }> {
  const lowered = lowerForCql(pathway, wording)
  const own = definitions()
  const name = libraryName(pathway)
  const decisions = libraryText(lowered.decisions, { name, own, addresses, included: null })
  const included = includedLibrary(name, pathway.version, own)
  const steps = libraryText(
    lowered.steps((node) => own.names.nodes.has(node)),
    { name: stepsLibraryName(pathway), own: definitions(), addresses, included },
  )
  return { decisions, steps }
}

type LibraryContext = Readonly<{
  name: string
  own: Definitions
  addresses: FactAddresses
  included: IncludedLibrary | null
}>

function libraryText(lowered: LoweredLibrary, { name, own, addresses, included }: LibraryContext): CqlText {
  const { pathway, nodes, decisions } = lowered
  const stages = columnStages(lowered)
  // Other systems refer to these names, so no other definition may take one.
  own.reserve(asOf)
  for (const { id } of lowered.numbers) own.reserve(id)
  for (const at of lowered.decided) {
    const { decision, within } = decisions[at] as PlannedDecision
    if (within === null) own.reserve(decision.id)
  }
  for (const one of lowered.expressions) own.reserve(one.name)
  const facts = factTexts(own, addresses, included)

  const isDefined = (index: NodeIndex): boolean => {
    const node = nodes[index] as PlanNode
    if (node.within !== null || node.op === 'constant') return false
    return lowered.nameOf.has(index) || readsEntries(node) || (node.uses > 1 && !isCheapToRepeat(nodes, index))
  }
  const nodeName = memoise((index: NodeIndex): string => {
    const called = own.name(nodeText(lowered, index))
    own.names.nodes.set(index, called)
    own.define(called, writer.text(index, null).text)
    return called
  })
  const decisionName = memoise((at: number): string => {
    const planned = decisions[at] as PlannedDecision
    own.define(planned.decision.id, decisionText(planned, null, writer).text, planned.decision.asks)
    return planned.decision.id
  })

  const writer: Writer = {
    lowered,
    stages,
    said: (index, scope) => {
      const known = included?.names.nodes.get(index)
      if (included && known !== undefined) return atom(included.member(known))
      if ((nodes[index] as PlanNode).within === null)
        return isDefined(index) ? named(nodeName(index)) : writer.text(index, null)
      return scope && stages.isColumn(index) ? scope.column({ node: index }) : writer.text(index, scope)
    },
    text: (index, scope) => {
      const node = nodes[index] as PlanNode
      return isTruth(node) ? truthText(node, scope, writer) : spanText(node, scope, writer)
    },
    value: (fact, scope) => (scope && fact.scope !== 'patient' ? scope.field(fact) : atom(facts.value(fact))),
    observed: (fact) => atom(facts.observed(fact)),
    answer: (at, scope) => {
      const { decision, within } = decisions[at] as PlannedDecision
      if (scope && within !== null) return scope.column({ decision: at })
      return included ? atom(included.member(decision.id)) : named(decisionName(at))
    },
    entries: (entryKind, list) => tables.entriesAt(entryKind, stages.needs(list)),
    entriesOfDecision: (entryKind, decision) => tables.entriesAt(entryKind, stages.stageOf({ decision })),
  }
  const tables = entryTables({
    shelf: own,
    facts,
    writer: () => writer,
    columnWords: (column) =>
      'node' in column ? nodeText(lowered, column.node) : (decisions[column.decision] as PlannedDecision).decision.id,
  })

  for (const at of lowered.decided) if ((decisions[at] as PlannedDecision).within === null) decisionName(at)
  for (const one of lowered.expressions) own.define(one.name, writer.said(one.node, null).text, one.text)
  const defined = own.texts()
  const recorded = tables.recorded()
  const parts = [
    ...libraryHeader(lowered, { name, codes: facts.codes(), included }),
    ...facts.sources(),
    ...recorded,
    ...defined,
    ...(included ? [] : [sourcesText(pathway)]),
  ]
  return { name, version: pathway.version, text: `${parts.join('\n\n')}\n` }
}

const readsEntries = ({ op }: PlanNode): boolean =>
  ['some', 'recent', 'latest-date', 'first-date', 'count', 'sum', 'run-length'].includes(op)
