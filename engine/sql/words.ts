/** What conditions say about the words of one fact. */
import type { Fact } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { disjunction } from './conjunction.ts'
import { quoted } from './dialect.ts'
import type { Mode } from './scope.ts'

export const selectByMask = (words: readonly string[], mask: number): string[] =>
  words.filter((_, position) => ((mask >>> position) & 1) === 1)

export const wordsOf = (fact: Fact, mask: number): readonly string[] =>
  'values' in fact ? selectByMask(fact.values, mask) : []

type Known = Readonly<{
  mode: Mode
  isKnown: string
  /** Instead of NULL it is FALSE. */
  isNullOut?: boolean
}>

/** Whether a text is one of these words; NULL while it is. Of no words at all it is none of them, once it is known. */
export const among = (text: string, words: readonly string[], known: Known): string =>
  inValues(text, words.map(quoted), known)

export function inValues(text: string, values: readonly string[], { mode, isKnown, isNullOut }: Known): string {
  const [only] = values
  if (only === undefined)
    return mode === 'truth' ? `(CASE WHEN ${isKnown} THEN FALSE END)` : mode === 'yes' ? 'FALSE' : `(${isKnown})`
  if (isNullOut && mode === 'yes' && values.length <= 4)
    return disjunction(values.map((one) => `(${text} IS NOT DISTINCT FROM ${one})`))
  if (isNullOut && mode !== 'truth') return `(${inValues(text, values, { mode, isKnown })} IS TRUE)`
  if (values.length === 1) return `(${text} ${mode === 'no' ? '<>' : '='} ${only})`
  return `(${text} ${mode === 'no' ? 'NOT IN' : 'IN'} (${values.join(', ')}))`
}

/**
 * Conditions that all have to be so, with those about the words of one fact said at once; `rest` are the others. Only
 * where one of them says that the fact is known: what else they say about it is then a set of words.
 */
export function groupByFact(
  of: readonly NodeIndex[],
  nodes: readonly PlanNode[],
): Readonly<{ together: readonly Readonly<{ place: Place; mask: number }>[]; rest: readonly NodeIndex[] }> {
  const said = of.map((index) => ({ index, about: wordConstraint(index, nodes) }))
  const together: { place: Place; mask: number }[] = []
  const rest: NodeIndex[] = []
  for (const [place, members] of Map.groupBy(said, ({ about }) => about?.place ?? null)) {
    const isKnown = members.some(({ index }) => nodes[index]?.op === 'word')
    if (place === null || !isKnown || members.length === 1) rest.push(...members.map(({ index }) => index))
    else together.push({ place, mask: members.reduce((mask, { about }) => mask & (about?.mask ?? 0), ~0) })
  }
  return { together, rest }
}

/** The condition as a set of words of one fact (a bit mask), for when that fact is known; null where it is none. */
function wordConstraint(
  index: NodeIndex,
  nodes: readonly PlanNode[],
): Readonly<{ place: Place | null; mask: number }> | null {
  const node = nodes[index] as PlanNode
  switch (node.op) {
    case 'constant':
      return node.truth === 1 ? null : { place: null, mask: node.truth === 2 ? ~0 : 0 }
    case 'word':
      return { place: node.place, mask: node.mask }
    case 'not': {
      const of = wordConstraint(node.of, nodes)
      return of && { place: of.place, mask: ~of.mask }
    }
    case 'established':
      return wordConstraint(node.of, nodes)
    case 'all':
    case 'any': {
      let [place, mask]: [Place | null, number] = [null, node.op === 'all' ? ~0 : 0]
      for (const part of node.of) {
        const of = wordConstraint(part, nodes)
        if (of === null || (place !== null && of.place !== null && of.place !== place)) return null
        place ??= of.place
        mask = node.op === 'all' ? mask & of.mask : mask | of.mask
      }
      return { place, mask }
    }
    default:
      return null
  }
}
