import type { Pathway } from '@facialis/language'
import { isTruth } from '../../plan/is-truth.ts'
import type { NodeIndex, PlanNode, PlannedDecision } from '../../plan/plan.ts'
import type { FactAddresses } from './addresses.ts'
import type { CqlText } from './cql-text.ts'
import { decisionText } from './decisions.ts'
import { entryTables } from './entry-tables.ts'
import { factTexts } from './facts.ts'
import { headText, sourcesText } from './head.ts'
import { loweredForText } from './lowered.ts'
import { named } from './said.ts'
import { once, shelf } from './shelf.ts'
import { asOf, spanText } from './spans.ts'
import { isPlain, stagesOf } from './stages.ts'
import { truthText } from './truths.ts'
import { wordsOfNode } from './words-of-node.ts'
import type { Writer } from './writer.ts'

/** `hemifacial-spasm` as `HemifacialSpasm`: names of libraries have no hyphens. */
export const libraryName = ({ id }: Pathway): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')

/**
 * A pathway as one CQL library over Fact Observations. `define "<decision id>"` answers a decision with its word, and
 * `define "<list id>: <item id>"` says whether something on a list holds.
 */
export function cqlLibrary(pathway: Pathway, addresses: FactAddresses): CqlText {
  const lowered = loweredForText(pathway)
  const { nodes, decisions } = lowered
  const stages = stagesOf(lowered)
  const own = shelf()
  // Others ask for these by name, so nothing else may take it.
  own.keep(asOf)
  for (const { id } of lowered.policy) own.keep(id)
  for (const { decision, within } of decisions) if (within === null) own.keep(decision.id)
  for (const { name } of lowered.asked) own.keep(name)
  const facts = factTexts(own, addresses)

  const isDefined = (index: NodeIndex): boolean => {
    const node = nodes[index] as PlanNode
    if (node.within !== null || node.op === 'constant') return false
    return lowered.nameOf.has(index) || goesThroughEntries(node) || (node.uses > 1 && !isPlain(nodes, index))
  }
  const nodeName = once((index: NodeIndex): string => {
    const name = own.name(wordsOfNode(lowered, index))
    own.define(name, writer.text(index, null).text)
    return name
  })
  const decisionName = once((at: number): string => {
    const planned = decisions[at] as PlannedDecision
    own.define(planned.decision.id, decisionText(planned, null, writer).text, planned.decision.asks)
    return planned.decision.id
  })

  const writer: Writer = {
    lowered,
    stages,
    said: (index, scope) => {
      if ((nodes[index] as PlanNode).within === null)
        return isDefined(index) ? named(nodeName(index)) : writer.text(index, null)
      return scope && stages.isColumn(index) ? scope.column({ node: index }) : writer.text(index, scope)
    },
    text: (index, scope) => {
      const node = nodes[index] as PlanNode
      return isTruth(node) ? truthText(node, scope, writer) : spanText(node, scope, writer)
    },
    value: (fact, scope) => (scope && fact.scope !== 'patient' ? scope.field(fact) : named(facts.valueName(fact))),
    observed: (fact) => named(facts.observedName(fact)),
    answer: (at, scope) =>
      scope && (decisions[at] as PlannedDecision).within !== null
        ? scope.column({ decision: at })
        : named(decisionName(at)),
    entries: (room, list) => tables.entriesAt(room, stages.needs(list)),
    entriesOfDecision: (room, decision) => tables.entriesAt(room, stages.stageOf({ decision })),
  }
  const tables = entryTables({
    shelf: own,
    facts,
    writer: () => writer,
    columnWords: (column) =>
      'node' in column
        ? wordsOfNode(lowered, column.node)
        : (decisions[column.decision] as PlannedDecision).decision.id,
  })

  decisions.forEach(({ within }, at) => {
    if (within === null) decisionName(at)
  })
  for (const { name, node, text } of lowered.asked) own.define(name, writer.said(node, null).text, text)
  const defined = own.texts()
  const recorded = tables.recorded()
  const parts = [
    ...headText(lowered, libraryName(pathway), facts.codes()),
    ...facts.sources(),
    ...recorded,
    ...defined,
    sourcesText(pathway),
  ]
  return { name: libraryName(pathway), version: pathway.version, text: `${parts.join('\n\n')}\n` }
}

const goesThroughEntries = ({ op }: PlanNode): boolean =>
  ['some', 'recent', 'latest-date', 'first-date', 'count', 'sum', 'run-length'].includes(op)
