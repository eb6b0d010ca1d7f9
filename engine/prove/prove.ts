import type { Fact, Pathway } from '@facialis/language'
import { planOf } from '../plan/lower.ts'
import type { PlannedDecision } from '../plan/plan.ts'
import type { Coordinate } from './coordinates.ts'
import type { Diagram } from './diagrams.ts'
import { no, yes } from './kleene.ts'
import { learning, type Move } from './learning.ts'
import { both, type Change, firstFall } from './never-bolder.ts'
import { type Space, spaceOf } from './space.ts'
import { coordinatesIn, type State, smallestState, statesOver, variablesOf } from './states.ts'
import { type Counter, counterWords } from './words.ts'

/** One promise, looked at over every state there could be. */
export type Proof = Readonly<{
  id: string
  text: string
  holds: boolean
  /** How many states were covered: all combinations of whatever the promise looks at. */
  states: bigint
  counter: Counter | null
}>

type Found = Readonly<{ roots: readonly Diagram[]; state: State | null; change?: Change }>

/** Proves what is to be proved of a pathway, one promise after the other, so that a caller can tell how far it is. */
export function* proofsOf(pathway: Pathway): Generator<Proof> {
  const space = spaceOf(planOf(pathway))
  const { plan } = space
  const among = possibleStates(space)
  const proof = (id: string, text: string, { roots, state, change }: Found): Proof => ({
    id,
    text,
    holds: state === null,
    states: statesOver(space, variablesOf(space, roots)),
    counter: state === null ? null : counterWords(space, state, change ?? null),
  })
  for (const [i, { id, text }] of pathway.toProve.invariants.entries())
    yield proof(id, text, implication(space, i, among))
  const movesOf = learning(space)
  for (const offer of pathway.toProve.offers) {
    const decision = plan.decisions.findIndex((planned) => planned.decision === offer)
    yield proof(
      `unknown/${offer.id}`,
      `Learning more never makes ${offer.id} less bold.`,
      unknownIsNeverBolder(space, decision, among, movesOf),
    )
    yield proof(
      `adverse/${offer.id}`,
      `No adverse answer makes ${offer.id} bolder.`,
      adverseIsNeverBolder(space, decision),
    )
  }
  yield* livingRules(space)
}

/** Of a decision by ranked rules, that each rule makes the answer of somebody; one that never does is dead. */
function* livingRules(space: Space): Generator<Proof> {
  const { plan } = space
  for (const [index, { decision, body }] of plan.decisions.entries()) {
    if (decision.body.kind !== 'ranked' || body.kind !== 'ranked' || plan.pathway.toProve.wide.includes(decision))
      continue
    const whole = space.decision(index)
    const dead = decision.body.rules.filter((_, rule) => space.withoutRule(index, rule) === whole)
    yield {
      id: `living/${decision.id}`,
      text: `Every rule of ${decision.id} decides for somebody.`,
      holds: dead.length === 0,
      states: statesOver(space, variablesOf(space, [whole])),
      counter: dead.length === 0 ? null : { state: dead.map(({ id }) => `${id} never decides`), change: null },
    }
  }
}

/** 1 where no assumption is broken. */
function possibleStates({ d, plan, condition }: Space): Diagram {
  return plan.assumptions
    .filter((_, i) => plan.pathway.toProve.assumptions[i]?.about === 'patient')
    .map((node) => d.map(condition(node), { name: 'not broken', of: (truth) => (truth === no ? 0 : 1) }))
    .reduce((a, b) => d.join(a, b, both), d.terminal(1))
}

function implication(space: Space, index: number, among: Diagram): Found {
  const { d, plan } = space
  const { whenever, holds } = plan.invariants[index] as (typeof plan.invariants)[number]
  const roots = [space.condition(whenever), space.condition(holds)] as const
  const broken = d.join(...roots, { name: 'broken', of: (a, b) => (a === yes && b !== yes ? 1 : 0) })
  return { roots, state: smallestState(space, d.join(broken, among, both), (outcome) => outcome === 1) }
}

function unknownIsNeverBolder(
  space: Space,
  decision: number,
  among: Diagram,
  movesOf: (coordinate: Coordinate) => readonly Move[],
): Found {
  const root = space.decision(decision)
  const leftOut = askedLater(space, decision)
  for (const coordinate of coordinatesIn(space, root)) {
    if (coordinate.about.kind === 'fact' && leftOut(coordinate.about.fact)) continue
    const fall = firstFall(space, decision, coordinate.variable, movesOf(coordinate), among)
    if (fall) return { roots: [root], ...fall }
  }
  return { roots: [root], state: null }
}

/** What is asked at the chair leaves the standing gate as it is until it is answered. */
function askedLater({ plan }: Space, decision: number): (fact: Fact) => boolean {
  const body = plan.decisions[decision]?.body
  const isStanding = body?.kind === 'gate' && body.behind === null
  return (fact) => isStanding && fact.askedAt === 'session'
}

/**
 * A fact moved to an answer that is adverse to this gate, from any other that is known. Of an entry, a field moved to
 * an answer that is adverse to any gate.
 */
function adverseIsNeverBolder(space: Space, decision: number): Found {
  const root = space.decision(decision)
  const everywhere = space.d.terminal(1)
  const isAdverse = adverseHere(space, decision)
  for (const { about, variable } of coordinatesIn(space, root)) {
    if (about.kind !== 'fact') continue
    const { fact, classes } = about
    const bad = (words: readonly string[]): boolean => words.some((word) => isAdverse(fact, word))
    const moves = classes.flatMap((some, from) =>
      classes.flatMap((others, to): Move[] => (bad(some) && !bad(others) ? [[from, to]] : [])),
    )
    const fall = firstFall(space, decision, variable, moves, everywhere)
    if (fall) return { roots: [root], ...fall }
  }
  return { roots: [root], state: null }
}

function adverseHere({ plan }: Space, index: number): (fact: Fact, word: string) => boolean {
  const { decision, within, body } = plan.decisions[index] as PlannedDecision
  const behind = body.kind === 'gate' && body.behind !== null ? plan.decisions[body.behind]?.decision.id : undefined
  return ({ adverse, scope }, word) => {
    if ('neutral' in adverse) return false
    const gates = adverse as Readonly<Record<string, readonly string[]>>
    if (within !== null) return scope === decision.scope && Object.values(gates).some((words) => words.includes(word))
    return [decision.id, behind].some((gate) => gate !== undefined && gates[gate]?.includes(word))
  }
}
