import {
  type Condition,
  childrenOf,
  type DateTerm,
  type DecidingFact,
  formatSpan,
  type NumberTerm,
} from '@facialis/language'
import { entriesOf, type ResolvedEntry, type ResolvedFact, resolvedFactOf, unclipped } from '../chart/resolved-chart.ts'
import { sortDay } from '../chart/statements.ts'
import { memoiseInWorld } from '../world/memoise-in-world.ts'
import type { World } from '../world/world.ts'

type Node = Condition | DateTerm | NumberTerm

/** The facts that made a condition come out as it did, each once, in reading order. */
export const decidingFacts = (
  condition: Condition,
  world: World,
  scope: ResolvedEntry | null,
): readonly DecidingFact[] => (scope === null ? told(world, condition) : found(condition, world, scope))

/** Memoised, as a gate and the gate behind it explain the same conditions. */
const told = memoiseInWorld((world: World, condition: Condition) => found(condition, world, null))

function found(condition: Condition, world: World, scope: ResolvedEntry | null): readonly DecidingFact[] {
  const facts: DecidingFact[] = []
  const isTold = (fact: string, source: string | null): boolean =>
    facts.some((told) => told.fact === fact && told.source === source)

  const visit = (node: Condition, at: ResolvedEntry | null): void => {
    switch (node.kind) {
      case 'always':
        return
      case 'all':
      case 'any': {
        // One "no" decides an all, one "yes" an any; otherwise all parts that came out the same way do.
        const truth = world.truth(node, at)
        const decisive = node.of.filter((part) => world.truth(part, at) === truth)
        const alone = (node.kind === 'all') === (truth === 'no') && truth !== 'unknown'
        for (const part of alone ? decisive.slice(0, 1) : decisive) visit(part, at)
        return
      }
      case 'not':
      case 'established':
      case 'named':
        visit(node.of, at)
        return
      case 'proposed':
        if (world.proposed?.kind === node.entry.id) visit(node.of, world.proposed)
        return
      case 'some': {
        const truth = world.truth(node, at)
        for (const entry of entriesOf(world, node.entry))
          if (world.truth(node.where, entry) === truth) visit(node.where, entry)
        return
      }
      case 'recent': {
        const counting = entriesOf(world, node.entry).filter((e) => world.truth(node.where, e) !== 'no')
        const meant = counting[node.back]
        for (const entry of counting) if (meant && sortDay(entry.date) === sortDay(meant.date)) visit(node.holds, entry)
        return
      }
      case 'decided':
        if (!isTold(node.decision.id, null))
          facts.push({ fact: node.decision.id, value: world.answer(node.decision, at), date: null, source: null })
        return
      case 'is':
      case 'has':
      case 'unanswered':
      case 'compare':
        mention(node, at)
        return
      default:
        node satisfies never
    }
  }

  const happened = (fact: string, { id, date, provenance: { source } }: ResolvedEntry): void => {
    if (isTold(fact, source)) return
    facts.push({ fact, value: id, date: date ? formatSpan(unclipped(date)) : null, source })
  }

  /** A comparison is decided by every fact and entry it mentions. */
  const mention = (node: Node, at: ResolvedEntry | null): void => {
    if (node.kind === 'provided') {
      // Whether the date counts is a condition, which may look into entries of its own.
      visit(node.when, at)
      if (world.truth(node.when, at) === 'yes') mention(node.date, at)
      return
    }
    if ('fact' in node) {
      const standing = resolvedFactOf(world, node.fact, at)
      const source = standing.provenance?.source ?? null
      if (!isTold(node.fact.id, source))
        facts.push({
          fact: node.fact.id,
          value: valueWords(standing),
          ...(standing.known ? {} : { why: standing.why }),
          date: standing.date ? formatSpan(unclipped(standing.date)) : null,
          source,
        })
    }
    if ('entry' in node && node.kind !== 'entry-date' && node.kind !== 'some' && node.kind !== 'recent') {
      const latest = entriesOf(world, node.entry)[0]
      if (latest) happened(node.entry.id, latest)
      return
    }
    if (node.kind === 'entry-date' && at) happened(at.kind, at)
    for (const child of childrenOf(node)) mention(child, at)
  }

  visit(condition, scope)
  return facts
}

/** A standing as one word or number, for lists of deciding facts. */
function valueWords(standing: ResolvedFact): string {
  if (!standing.known) return 'unknown'
  const { value } = standing
  if ('word' in value) return value.word
  if ('number' in value) return String(value.number)
  if ('words' in value) return value.words.join(', ')
  if ('date' in value) return formatSpan(value.date)
  return value.text
}
