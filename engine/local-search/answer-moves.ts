import { type Chart, exactly, type Fact, type Unknown, type Value } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { TruthOp } from '../plan/plan.ts'
import { saying, silentOn, stating } from './edits.ts'
import { truths } from './goal.ts'
import { isJudgement } from './judgements.ts'
import type { SearchState } from './search-state.ts'
import type { Subgoal } from './subgoals.ts'

const nobodyKnows: Unknown = { unknown: 'asked-unanswered' }

/** The chart once a fact, or a field of the entry at this position, says this; null: nothing is said. */
export function stated(place: Place, at: number, value: Value | Unknown | null, state: SearchState): Chart {
  const chart = state.chart()
  if (place.entryKind === null)
    return value === null ? silentOn(chart, place.fact) : stating(chart, place.fact, value, exactly(state.asOf))
  return saying(chart, state.entriesOf(place.entryKind)[at] as string, place.fact, value, state.asOf)
}

/** Left out, or said to be unknown where something stands when nothing is said. */
export const unstated = (place: Place, at: number, state: SearchState): readonly Chart[] => [
  stated(place, at, null, state),
  stated(place, at, nobodyKnows, state),
]

/** Answers to one question, so that a condition about it comes out as wished. */
export function answerMoves(
  node: TruthOp,
  { as, at }: Extract<Subgoal, { kind: 'truth' }>,
  state: SearchState,
): readonly Chart[] {
  switch (node.op) {
    case 'word':
      return [
        ...(as & truths.yes ? wordsOf(node.place.fact, node.mask, true) : []),
        ...(as & truths.no ? wordsOf(node.place.fact, node.mask, false) : []),
      ]
        .filter((value, _, all) => isWorthTrying(node.place.fact, value, all, state))
        .map((value) => stated(node.place, at, value, state))
        .concat(as & truths.unknown ? unstated(node.place, at, state) : [])
    case 'member':
      return [
        ...(as & truths.yes ? [membersOf(node.place, node.mask, true, at, state)] : []),
        ...(as & truths.no ? [membersOf(node.place, node.mask, false, at, state)] : []),
      ]
        .map((value) => stated(node.place, at, value, state))
        .concat(as & truths.unknown ? unstated(node.place, at, state) : [])
    case 'unanswered':
      return as & truths.yes
        ? unstated(node.place, at, state)
        : anyAnswer(node.place.fact, state).map((value) => stated(node.place, at, value, state))
    default:
      return []
  }
}

/** Mostly somebody's plain answer will do, and what is judged needs more said beside it. */
const isWorthTrying = (fact: Fact, value: Value, all: readonly Value[], { random }: SearchState): boolean =>
  !isJudgement(fact, value) || all.every((one) => isJudgement(fact, one)) || random.intBelow(4) === 0

const wordsOf = (fact: Fact, mask: number, among: boolean): readonly Value[] =>
  'values' in fact ? fact.values.flatMap((word, i) => ((((mask >>> i) & 1) === 1) === among ? [{ word }] : [])) : []

/** The set as it stands, with one of these members more, or without any of them. */
function membersOf({ fact, entryKind }: Place, mask: number, within: boolean, at: number, state: SearchState): Value {
  const { values } = fact as Extract<Fact, { type: 'set' }>
  const chart = state.chart()
  const stands =
    entryKind === null
      ? chart.observations.find((one) => one.fact === fact.id)?.value
      : chart.entries.find((one) => one.id === state.entriesOf(entryKind)[at])?.fields[fact.id]
  const words = stands && 'words' in stands ? stands.words : []
  const meant = values.filter((_, i) => (mask >>> i) & 1)
  const now = within ? [...words, state.random.oneOf(meant)] : words.filter((word) => !meant.includes(word))
  return { words: values.filter((word) => now.includes(word)) }
}

function anyAnswer(fact: Fact, { asOf }: SearchState): readonly Value[] {
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return fact.values.map((word) => ({ word }))
    case 'set':
      return [{ words: [] }, { words: [...fact.values] }]
    case 'quantity':
      return [{ number: fact.min }, { number: fact.max }]
    case 'date':
      return [{ date: exactly(asOf) }]
    case 'text':
      return [{ text: 'made up' }]
    default:
      return fact satisfies never
  }
}
