import { type Asking, type Decision, decisionsOf, type Pathway } from '@facialis/language'
import { planOf } from '../plan/lower.ts'
import type { Plan } from '../plan/plan.ts'
import { dependenciesOf } from '../symbolic/symbolic-plan.ts'
import { adverseViolations, isAtChair, unlistedViolations } from './adverse-violations.ts'
import type { Coordinate } from './coordinates.ts'
import { counterExample, type ViolationKind } from './counter-example.ts'
import { counterExampleText } from './counter-example-text.ts'
import type { Diagram } from './diagram-manager.ts'
import { furtherEntryViolations } from './further-entry-violations.ts'
import { independenceClaims } from './independence-claims.ts'
import { no, yes } from './kleene.ts'
import { learningMoves } from './learning-moves.ts'
import { both, type Change, isAskedLater, monotonicityViolations, type Violation } from './monotonicity-violations.ts'
import { notBeforeClaims } from './not-before-claims.ts'
import type { Move } from './outcome-changes.ts'
import type { Claim, Proof } from './proof.ts'
import { type StateSpace, stateSpaceOf } from './state-space.ts'
import { coordinatesIn, type State, smallestState, statesOver, variablesOf } from './states.ts'

type ViolationFound = Readonly<{ state: State; change?: Change; example: Proof['example'] }>
type Found = Readonly<{ roots: readonly Diagram[]; state: State | null }>

/** Promises that look at a decision too wide for one diagram, each as a sentence: to prove one would never end. */
export const tooWide = ({ toProve: { invariants, wide } }: Pathway): readonly string[] =>
  invariants.flatMap(({ id, whenever, holds }) =>
    wide
      .filter((decision) => [whenever, holds].some((condition) => decisionsOf(condition).has(decision)))
      .map(
        (decision) =>
          `The promise ${id} cannot be proved: it looks at ${decision.id}, which looks at too much at once for one diagram. Make it of what ${decision.id} rests on, or show it by example people.`,
      ),
  )

/**
 * Proves what is to be proved of a pathway, one promise after the other, so that a caller can tell how far it is. Of the
 * decisions that are `spared` it is not asked whether each rule decides somebody.
 */
export function* proofsOf(pathway: Pathway, spared?: readonly Decision[]): Generator<Proof> {
  for (const { prove } of claimsOf(pathway, spared)) yield prove()
}

/** Proves the one promise of this id; null when the pathway makes no such promise. */
export const proofOf = (pathway: Pathway, id: string): Proof | null =>
  claimsOf(pathway)
    .find((claim) => claim.id === id)
    ?.prove() ?? null

function claimsOf(pathway: Pathway, excluded: readonly Decision[] = pathway.toProve.wide): readonly Claim[] {
  const [wide] = tooWide(pathway)
  if (wide) throw new Error(wide)
  const space = stateSpaceOf(planOf(pathway))
  const { plan } = space
  const among = possibleStates(space)
  fixVariableOrder(space)
  /** The first state shows that it is broken; a person is looked for in the others too, as no chart may have the first. */
  const shown = (
    falls: () => Iterable<Violation>,
    decision: number,
    falling: ViolationKind = { kind: 'fall' },
  ): ViolationFound | null => {
    const [first] = falls()
    if (!first) return null
    const example = (asking: Asking) => {
      for (const { state, change } of firstFew(falls())) {
        const found = counterExample(space, { ...falling, decision, change }, state, asking)
        if (found) return found
      }
      return null
    }
    return { ...first, example }
  }
  const proof = (id: string, text: string, roots: readonly Diagram[], found: ViolationFound | null): Proof => ({
    id,
    text,
    holds: found === null,
    states: statesOver(space, variablesOf(space, roots)),
    counter: found && counterExampleText(space, found.state, found.change ?? null),
    example: found ? found.example : () => null,
  })
  const invariants = pathway.toProve.invariants.map(({ id, text }, i): Claim => {
    const prove = (): Proof => {
      const { roots, state } = implication(space, i, among)
      const example = (asking: Asking) =>
        state && counterExample(space, { kind: 'implication', invariant: i }, state, asking)
      return proof(id, text, roots, state && { state, example })
    }
    return { id, prove }
  })
  const movesOf = learningMoves(space)
  const offers = pathway.toProve.offers.flatMap((offer): readonly Claim[] => {
    const decision = plan.decisions.findIndex((planned) => planned.decision === offer)
    const never = (id: string, text: string, falls: () => Iterable<Violation>, falling?: ViolationKind): Claim => ({
      id,
      prove: () => proof(id, text, [space.decision(decision)], shown(falls, decision, falling)),
    })
    const further = offer.scope === 'patient' ? (pathway.toProve.further ?? []) : []
    return [
      never(
        `unknown/${offer.id}`,
        `Learning more never makes ${offer.id} less bold${exceptRuns(plan, decision)}.`,
        () => learningViolations(space, decision, among, movesOf),
      ),
      never(`adverse/${offer.id}`, `No adverse answer makes ${offer.id} bolder.`, () =>
        adverseViolations(space, decision),
      ),
      ...(isAtChair(offer)
        ? [
            never(
              `unlisted/${offer.id}`,
              `No answer at the chair that is not adverse makes ${offer.id} less bold than another that is not.`,
              () => unlistedViolations(space, decision),
            ),
          ]
        : []),
      ...further.map((entry) =>
        never(
          `further/${entry.id}/${offer.id}`,
          `One more ${entry.label} that says nothing but what is adverse never makes ${offer.id} bolder.`,
          () => furtherEntryViolations(space, decision, entry),
          { kind: 'further', entry },
        ),
      ),
    ]
  })
  return [
    ...invariants,
    ...offers,
    ...reachableRules(space, excluded),
    ...independenceClaims(space),
    ...notBeforeClaims(pathway),
  ]
}

/**
 * Makes the diagrams that promises speak of, in their order. What is looked at first stands on top in all that follow: so
 * each promise meets the same diagrams, whether it is proved alone or among the others.
 */
function fixVariableOrder({ plan, condition, decision }: StateSpace): void {
  for (const { whenever, holds } of plan.invariants) for (const node of [whenever, holds]) condition(node)
  for (const offer of plan.pathway.toProve.offers) decision(plan.decisions.findIndex((one) => one.decision === offer))
}

/** Of each decision by ranked rules, that each rule makes the answer of somebody; one that never does is dead. */
const reachableRules = (space: StateSpace, excluded: readonly Decision[]): readonly Claim[] =>
  space.plan.decisions.flatMap(({ decision }, index) => {
    const { id, body } = decision
    if (body.kind !== 'ranked' || excluded.includes(decision)) return []
    const prove = (): Proof => {
      const whole = space.decision(index)
      const dead = body.rules.filter((_, rule) => space.withoutRule(index, rule) === whole)
      const last = dead.at(-1)
      return {
        id: `living/${id}`,
        text: `Every rule of ${id} decides for somebody.`,
        holds: last === undefined,
        states: statesOver(space, variablesOf(space, [whole])),
        counter: last === undefined ? null : { state: dead.map(({ id }) => `${id} never decides`), change: null },
        example: (asking) => {
          if (last === undefined) return null
          const what = { kind: 'dead-rule', decision: index, rule: body.rules.indexOf(last) } as const
          return counterExample(space, what, [], asking)
        },
      }
    }
    return [{ id: `living/${id}`, prove }]
  })

const few = 24
function* firstFew<T>(all: Iterable<T>): Generator<T> {
  let taken = 0
  for (const one of all) {
    yield one
    if (++taken === few) return
  }
}

/** 1 where no assumption is broken. */
function possibleStates({ d, plan, condition }: StateSpace): Diagram {
  return plan.assumptions
    .filter((_, i) => plan.pathway.toProve.assumptions[i]?.about === 'patient')
    .map((node) => d.map(condition(node), { name: 'not broken', of: (truth) => (truth === no ? 0 : 1) }))
    .reduce((a, b) => d.apply(a, b, both), d.terminal(1))
}

function implication(space: StateSpace, index: number, among: Diagram): Found {
  const { d, plan } = space
  const { whenever, holds } = plan.invariants[index] as (typeof plan.invariants)[number]
  const roots = [space.condition(whenever), space.condition(holds)] as const
  const broken = d.apply(...roots, { name: 'broken', of: (a, b) => (a === yes && b !== yes ? 1 : 0) })
  return { roots, state: smallestState(space, d.apply(broken, among, both), (outcome) => outcome === 1) }
}

/** Of a run only what is known counts, so what is learnt inside it may turn its length; that is not followed. */
const exceptRuns = (plan: Plan, decision: number): string =>
  [...dependenciesOf(plan, [], [decision]).nodes].some((index) => plan.nodes[index]?.op === 'run-length')
    ? ', but for what is learnt within a run of reports'
    : ''

function* learningViolations(
  space: StateSpace,
  decision: number,
  among: Diagram,
  movesOf: (coordinate: Coordinate) => readonly Move[],
): Generator<Violation> {
  const leftOut = isAskedLater(space, decision)
  for (const coordinate of coordinatesIn(space, space.decision(decision))) {
    if (coordinate.subject.kind === 'fact' && leftOut(coordinate.subject.fact)) continue
    yield* monotonicityViolations(space, decision, coordinate.variable, movesOf(coordinate), among)
  }
}
