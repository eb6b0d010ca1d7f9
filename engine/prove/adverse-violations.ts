import type { Decision, Fact } from '@facialis/language'
import type { PlannedDecision } from '../plan/plan.ts'
import { monotonicityViolations, type Violation } from './monotonicity-violations.ts'
import type { Move } from './outcome-changes.ts'
import type { StateSpace } from './state-space.ts'
import { coordinatesIn } from './states.ts'

/**
 * A fact moved to an answer that is adverse to this gate, from any other that is known. Of an entry, a field moved to
 * an answer that is adverse to any gate.
 */
export function* adverseViolations(space: StateSpace, decision: number): Generator<Violation> {
  const everywhere = space.d.terminal(1)
  const isAdverse = adverseHere(space, decision)
  for (const { subject, variable } of coordinatesIn(space, space.decision(decision))) {
    if (subject.kind !== 'fact') continue
    const { fact, classes } = subject
    // Where the rules tell no difference, one word may be adverse and another beside it not.
    const has = (words: readonly string[], adverse: boolean): boolean =>
      words.some((word) => isAdverse(fact, word) === adverse)
    const moves = classes.flatMap((some, from) =>
      classes.flatMap((others, to): Move[] => (has(some, true) && has(others, false) ? [[from, to]] : [])),
    )
    yield* monotonicityViolations(space, decision, variable, moves, everywhere)
  }
}

/** A gate of the day, behind one that stands. */
export const isAtChair = ({ body }: Decision): boolean => body.kind === 'gate' && body.behind !== null

/** What is asked at the chair, of which some answers are called adverse, moved from one that is not to another that is not. */
export function* unlistedViolations(space: StateSpace, decision: number): Generator<Violation> {
  const everywhere = space.d.terminal(1)
  const isAdverse = adverseHere(space, decision)
  for (const { subject, variable } of coordinatesIn(space, space.decision(decision))) {
    if (subject.kind !== 'fact' || subject.fact.askedAt !== 'session' || 'neutral' in subject.fact.adverse) continue
    const { fact, classes } = subject
    const harmless = classes.flatMap((words, at) => (words.some((word) => !isAdverse(fact, word)) ? [at] : []))
    const moves = harmless.flatMap((from) => harmless.flatMap((to): Move[] => (from === to ? [] : [[from, to]])))
    yield* monotonicityViolations(space, decision, variable, moves, everywhere)
  }
}

/**
 * What an entry may say that says nothing but what is adverse: of whatever some answers are called adverse, one of those; to
 * this gate where any is, else to any other. What is neutral it may say as it likes, and leave out anything.
 */
export function adverseOnly(space: StateSpace, index: number): (fact: Fact, word: string) => boolean {
  const isAdverse = adverseHere(space, index)
  return (fact, word) => {
    if ('neutral' in fact.adverse || isUnrecordedWord(fact, word)) return true
    const isOfThis = 'values' in fact && fact.values.some((one) => isAdverse(fact, one))
    return isOfThis ? isAdverse(fact, word) : Object.values(fact.adverse).some((words) => words.includes(word))
  }
}

const isUnrecordedWord = ({ unrecorded }: Fact, word: string): boolean =>
  unrecorded !== null && ('word' in unrecorded ? unrecorded.word === word : unrecorded.words.includes(word))

function adverseHere({ plan }: StateSpace, index: number): (fact: Fact, word: string) => boolean {
  const { decision, within, body } = plan.decisions[index] as PlannedDecision
  const behind = body.kind === 'gate' && body.behind !== null ? plan.decisions[body.behind]?.decision.id : undefined
  return ({ adverse, scope }, word) => {
    if ('neutral' in adverse) return false
    const gates = adverse as Readonly<Record<string, readonly string[]>>
    if (within !== null) return scope === decision.scope && Object.values(gates).some((words) => words.includes(word))
    return [decision.id, behind].some((gate) => gate !== undefined && gates[gate]?.includes(word))
  }
}
