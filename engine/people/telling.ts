import { type Chart, exactly, type Fact, type Unknown, type Value } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { TruthOp } from '../plan/plan.ts'
import { saying, silentOn, stating } from './edits.ts'
import { isJudgement } from './judged.ts'
import type { Aim } from './options.ts'
import type { Scene } from './scene.ts'
import { truths } from './wish.ts'

const nobodyKnows: Unknown = { unknown: 'asked-unanswered' }

/** The chart once a fact, or a field of the entry at this position, says this; null: nothing is said. */
export function told(place: Place, at: number, value: Value | Unknown | null, scene: Scene): Chart {
  const chart = scene.chart()
  if (place.entryKind === null)
    return value === null ? silentOn(chart, place.fact) : stating(chart, place.fact, value, exactly(scene.asOf))
  return saying(chart, scene.entriesOf(place.entryKind)[at] as string, place.fact, value, scene.asOf)
}

/** Left out, or said to be unknown where something stands when nothing is said. */
export const untold = (place: Place, at: number, scene: Scene): readonly Chart[] => [
  told(place, at, null, scene),
  told(place, at, nobodyKnows, scene),
]

/** Answers to one question, so that a condition about it comes out as wished. */
export function answering(node: TruthOp, { as, at }: Extract<Aim, { kind: 'truth' }>, scene: Scene): readonly Chart[] {
  switch (node.op) {
    case 'word':
      return [
        ...(as & truths.yes ? wordsOf(node.place.fact, node.mask, true) : []),
        ...(as & truths.no ? wordsOf(node.place.fact, node.mask, false) : []),
      ]
        .filter((value, _, all) => isWorthTrying(node.place.fact, value, all, scene))
        .map((value) => told(node.place, at, value, scene))
        .concat(as & truths.unknown ? untold(node.place, at, scene) : [])
    case 'member':
      return [
        ...(as & truths.yes ? [membersOf(node.place, node.mask, true, at, scene)] : []),
        ...(as & truths.no ? [membersOf(node.place, node.mask, false, at, scene)] : []),
      ]
        .map((value) => told(node.place, at, value, scene))
        .concat(as & truths.unknown ? untold(node.place, at, scene) : [])
    case 'unanswered':
      return as & truths.yes
        ? untold(node.place, at, scene)
        : anyAnswer(node.place.fact, scene).map((value) => told(node.place, at, value, scene))
    default:
      return []
  }
}

/** Mostly somebody's plain answer will do, and what is judged needs more said beside it. */
const isWorthTrying = (fact: Fact, value: Value, all: readonly Value[], { chance }: Scene): boolean =>
  !isJudgement(fact, value) || all.every((one) => isJudgement(fact, one)) || chance.below(4) === 0

const wordsOf = (fact: Fact, mask: number, among: boolean): readonly Value[] =>
  'values' in fact ? fact.values.flatMap((word, i) => ((((mask >>> i) & 1) === 1) === among ? [{ word }] : [])) : []

/** The set as it stands, with one of these members more, or without any of them. */
function membersOf({ fact, entryKind }: Place, mask: number, within: boolean, at: number, scene: Scene): Value {
  const { values } = fact as Extract<Fact, { type: 'set' }>
  const chart = scene.chart()
  const stands =
    entryKind === null
      ? chart.observations.find((one) => one.fact === fact.id)?.value
      : chart.entries.find((one) => one.id === scene.entriesOf(entryKind)[at])?.fields[fact.id]
  const words = stands && 'words' in stands ? stands.words : []
  const meant = values.filter((_, i) => (mask >>> i) & 1)
  const now = within ? [...words, scene.chance.oneOf(meant)] : words.filter((word) => !meant.includes(word))
  return { words: values.filter((word) => now.includes(word)) }
}

function anyAnswer(fact: Fact, { asOf }: Scene): readonly Value[] {
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
