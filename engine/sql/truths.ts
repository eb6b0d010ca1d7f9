import type { Fact } from '@facialis/language'
import type { PlannedDecision } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { compareText } from './comparisons.ts'
import { quoted } from './dialect.ts'
import { both, either } from './joined.ts'
import { asks, recentTruth, someMay, someYes } from './over-entries.ts'
import type { Mode } from './scope.ts'
import { sinceOf } from './since.ts'
import { sinceTruth } from './some-since.ts'
import type { TruthNode, Writing } from './writing.ts'

/** A condition in SQL's own three-valued logic; see `Mode` for what is asked. */
export function truthText(index: number, node: TruthNode, mode: Mode, writing: Writing): string {
  const { plan, scope, columns, truth } = writing
  switch (node.op) {
    case 'constant':
      if (node.truth === 1) return mode === 'truth' ? 'CAST(NULL AS BOOLEAN)' : 'FALSE'
      return (node.truth === 2) === (mode !== 'no') ? 'TRUE' : 'FALSE'
    case 'word': {
      const column = scope.raw(columns.of(node.place))
      return among(column, wordsOf(node.place.fact, node.mask), { mode, isKnown: `${column} IS NOT NULL` })
    }
    case 'member': {
      const members = columns.members(node.place, node.mask)
      if (members.length === 0) {
        const isKnown = `${scope.raw(columns.any(node.place))} IS NOT NULL`
        return among('', [], { mode, isKnown })
      }
      const any = either(members.map(scope.raw))
      return mode === 'no' ? `(NOT ${any})` : any
    }
    case 'unanswered': {
      const column = scope.raw(columns.any(node.place))
      const [none, some] = node.place.fact.type === 'text' ? ['IS NOT TRUE', 'IS TRUE'] : ['IS NULL', 'IS NOT NULL']
      return `(${column} ${mode === 'no' ? some : none})`
    }
    case 'compare':
      return compareText(node, mode, writing)
    case 'all':
    case 'any': {
      const parts = node.of.map((one) => truth(one, mode))
      return (node.op === 'all') === (mode !== 'no') ? both(parts) : either(parts)
    }
    case 'not': {
      const of = plan.nodes[node.of] as TruthNode
      if (of.op === 'constant' && of.truth !== 1) return (of.truth === 0) === (mode !== 'no') ? 'TRUE' : 'FALSE'
      if (mode !== 'truth') return truth(node.of, mode === 'yes' ? 'no' : 'yes')
      // Not this word is exactly another word, and unknown while the word is.
      if (of.op === 'word' && of.mask !== 0 && of.within === writing.columns.table.room)
        return truthText(node.of, of, 'no', writing)
      return `(NOT ${truth(node.of, 'truth')})`
    }
    case 'established':
      if (mode === 'yes') return truth(node.of, 'yes')
      if (mode === 'truth' && isTwoValued(node.of, plan.nodes)) return truth(node.of, 'truth')
      return `(${truth(node.of, 'yes')} ${mode === 'no' ? 'IS NOT TRUE' : 'IS TRUE'})`
    case 'decided': {
      const { decision } = plan.decisions[node.decision] as PlannedDecision
      const answer = writing.decision(node.decision)
      const [yes, open] = [node.yes, node.unknown].map((mask) => maskedBy(decision.answers, mask)) as [
        string[],
        string[],
      ]
      if (mode === 'no') return among(answer, [...yes, ...open], { mode, isKnown: 'TRUE' })
      const [undetermined] = open
      if (mode === 'yes' || undetermined === undefined) return among(answer, yes, { mode, isKnown: 'TRUE' })
      return among(`NULLIF(${answer}, ${quoted(undetermined)})`, yes, {
        mode,
        isKnown: `${answer} <> ${quoted(undetermined)}`,
      })
    }
    case 'some': {
      const since = sinceOf(node, plan)
      if (since) return sinceTruth(since, mode, { ask: asks(writing, node, since.rest), writing })
      if (mode === 'yes') return someYes(node, writing)
      if (isTwoValued(node.where, plan.nodes))
        return `(${someYes(node, writing)} ${mode === 'no' ? 'IS NOT TRUE' : 'IS TRUE'})`
      return mode === 'no'
        ? `(${someMay(node, writing)} IS NOT TRUE)`
        : `(CASE WHEN ${someYes(node, writing)} THEN TRUE WHEN ${someMay(node, writing)} THEN NULL ELSE FALSE END)`
    }
    case 'recent':
      return recentTruth(index, node, mode, writing)
    default:
      return node satisfies never
  }
}

export const maskedBy = (words: readonly string[], mask: number): string[] =>
  words.filter((_, position) => ((mask >>> position) & 1) === 1)

const wordsOf = (fact: Fact, mask: number): readonly string[] => ('values' in fact ? maskedBy(fact.values, mask) : [])

type Known = Readonly<{ mode: Mode; isKnown: string }>

/** Whether a text is one of these words; NULL while it is. Of no words at all it is none of them, once it is known. */
function among(text: string, words: readonly string[], { mode, isKnown }: Known): string {
  const [only] = words
  if (only === undefined)
    return mode === 'truth' ? `(CASE WHEN ${isKnown} THEN FALSE END)` : mode === 'yes' ? 'FALSE' : `(${isKnown})`
  if (words.length === 1) return `(${text} ${mode === 'no' ? '<>' : '='} ${quoted(only)})`
  return `(${text} ${mode === 'no' ? 'NOT IN' : 'IN'} (${words.map(quoted).join(', ')}))`
}
