import { type Asking, boldnessOf, type Chart, type Entry, exactly, type Fact, type Rule } from '@facialis/language'
import { wordsOf } from '../ground/words.ts'
import { saying, stating } from '../local-search/edits.ts'
import { type Goal, goalAnswer, goalFor, truths } from '../local-search/goal.ts'
import { type Learning, learnable } from '../local-search/learnable.ts'
import { seek } from '../local-search/seek.ts'
import { shrink } from '../local-search/shrink.ts'
import { dependenceExample } from './dependence-example.ts'
import { furtherEntryExample } from './further-entry-example.ts'
import { goalsOf } from './goals-of.ts'
import { type Change, isAskedLater } from './monotonicity-violations.ts'
import {
  assumptionGoals,
  type CounterExample,
  entryIn,
  initialChart,
  satisfiesAssumptions,
  worldOf,
} from './search-setup.ts'
import type { StateSpace } from './state-space.ts'
import type { State } from './states.ts'

/** In what way a promise is broken. */
export type BrokenPromise =
  | Readonly<{ kind: 'implication'; invariant: number }>
  /** Something changes, and the answer becomes less bold, or bolder, than it may. */
  | (ViolationKind & Readonly<{ decision: number; change: Change }>)
  | Readonly<{ kind: 'dead-rule'; decision: number; rule: number }>
  /** The answer hangs on something it must not hang on. */
  | Readonly<{ kind: 'moved'; decision: number; by: Fact }>

/** What changes: something that is said or learnt, or that an entry of a kind is there no more. */
export type ViolationKind = Readonly<{ kind: 'fall' }> | Readonly<{ kind: 'further'; entry: Entry }>

/** Looks for a person in a state in which a promise is broken; null when nobody was found who could be in it. */
export function counterExample(
  space: StateSpace,
  broken: BrokenPromise,
  state: State,
  asking: Asking,
): CounterExample | null {
  switch (broken.kind) {
    case 'implication':
      return invariantExample(space, broken.invariant, state, asking)
    case 'fall':
      return monotonicityExample(space, broken.decision, { change: broken.change, state }, asking)
    case 'further':
      return furtherEntryExample(space, broken, state, asking)
    case 'dead-rule':
      return deadRuleExample(space, broken, asking)
    case 'moved':
      return dependenceExample(space, broken.decision, broken.by, asking)
    default:
      return broken satisfies never
  }
}

function invariantExample(space: StateSpace, index: number, state: State, asking: Asking): CounterExample | null {
  const { plan } = space
  const { about, whenever, holds } = plan.pathway.toProve.invariants[
    index
  ] as (typeof plan.pathway.toProve.invariants)[number]
  const nodes = plan.invariants[index] as (typeof plan.invariants)[number]
  const { from, entry } = initialChart(space, about, asking)
  const goals = [
    goalFor(nodes.whenever, truths.yes, entry),
    goalFor(nodes.holds, truths.no | truths.unknown, entry),
    ...assumptionGoals(space),
  ]
  const isBroken = (chart: Chart): boolean => {
    const world = worldOf(space, chart, asking)
    const scope = entryIn(world, entry)
    if (entry !== null && scope === null) return false
    return (
      world.truth(whenever, scope) === 'yes' &&
      world.truth(holds, scope) !== 'yes' &&
      satisfiesAssumptions(space, world)
    )
  }
  const found = firstOf(space, goals, { state, from, entry }, asking)
  if (!found || !isBroken(found)) return null
  return {
    chart: shrink(plan.pathway, found, isBroken),
    afterwards: null,
    shows: `${wordsOf(whenever)}; and not: ${wordsOf(holds)}`,
  }
}

/** First anybody of whom it is so, then somebody in just this state. */
function firstOf(
  { plan, ...space }: StateSpace,
  goals: readonly Goal[],
  { state, from, entry }: Readonly<{ state: State; from: Chart; entry: string | null }>,
  asking: Asking,
): Chart | null {
  const inState = goalsOf({ plan, ...space }, state, entry)
  return seek(plan, goals, { asking, from }) ?? seek(plan, [...goals, ...inState], { asking, from })
}

type MonotonicityViolation = Readonly<{ change: Change; state: State }>

function monotonicityExample(
  space: StateSpace,
  index: number,
  { change, state }: MonotonicityViolation,
  asking: Asking,
): CounterExample | null {
  const { plan } = space
  const { decision } = plan.decisions[index] as (typeof plan.decisions)[number]
  const { from, entry } = initialChart(space, decision.scope, asking)
  const coordinate = space.coordinates.all.find(({ variable }) => variable === change.variable)
  if (!coordinate) return null
  const answerOf = (chart: Chart): string | null => {
    const world = worldOf(space, chart, asking)
    const scope = entryIn(world, entry)
    return (entry !== null && scope === null) || !satisfiesAssumptions(space, world)
      ? null
      : world.answer(decision, scope)
  }
  const falls = (chart: Chart, learnt: Learning): boolean => {
    const [before, after] = [answerOf(chart), answerOf(learnt(chart))]
    return before !== null && after !== null && boldnessOf(decision, before) > boldnessOf(decision, after)
  }
  const goals = [goalAnswer(index, 1 << decision.answers.indexOf(change.before), entry), ...assumptionGoals(space)]
  const at = { coordinate, value: change.from }
  const rest = state.filter(({ coordinate: { variable } }) => variable !== change.variable)
  for (const wanted of [[at], [at, ...rest]]) {
    const chart = seek(plan, [...goals, ...goalsOf(space, wanted, entry)], { asking, from })
    if (!chart) continue
    const { subject } = coordinate
    const learnt = (
      subject.kind === 'fact' ? learningsOf(subject.fact, subject.classes[change.to] ?? [], entry, asking) : []
    )
      .concat(learnable(plan.pathway, chart, { asking, leftOut: isAskedLater(space, index) }))
      .find((one) => falls(chart, one))
    if (!learnt) continue
    const least = shrink(plan.pathway, chart, (now) => falls(now, learnt))
    const afterwards = learnt(least)
    return { chart: least, afterwards, shows: `${decision.id}: ${answerOf(least)}, then ${answerOf(afterwards)}` }
  }
  return null
}

/** A fact, or a field of the entry, comes to say one of these words. */
const learningsOf = (
  fact: Fact,
  words: readonly string[],
  entry: string | null,
  { asOf }: Asking,
): readonly Learning[] =>
  words.map(
    (word): Learning =>
      (chart) =>
        fact.scope === 'patient' || entry === null
          ? stating(chart, fact, { word }, exactly(asOf))
          : saying(chart, entry, fact, { word }, asOf),
  )

/** A dead rule holds of this person, and another one has decided before it is asked. */
function deadRuleExample(
  space: StateSpace,
  { decision: index, rule: rank }: Extract<BrokenPromise, { kind: 'dead-rule' }>,
  asking: Asking,
): CounterExample | null {
  const { plan } = space
  const { decision, body } = plan.decisions[index] as (typeof plan.decisions)[number]
  if (body.kind !== 'ranked' || decision.body.kind !== 'ranked') return null
  const rule = decision.body.rules[rank] as (typeof decision.body.rules)[number]
  const { from, entry } = initialChart(space, decision.scope, asking)
  const found = seek(
    plan,
    [goalFor((body.rules[rank] as (typeof body.rules)[number]).when, truths.yes, entry), ...assumptionGoals(space)],
    {
      asking,
      from,
    },
  )
  const above = decision.body.rules.slice(0, rank)
  const isHeld = (chart: Chart, among: readonly Rule[] | null = null): boolean => {
    const world = worldOf(space, chart, asking)
    const scope = entryIn(world, entry)
    return (
      (entry === null || scope !== null) &&
      world.truth(rule.when, scope) === 'yes' &&
      (among === null || among.some(({ when }) => world.truth(when, scope) === 'yes'))
    )
  }
  const isOutranked = (chart: Chart): boolean => isHeld(chart, above)
  if (!found || !isHeld(found)) return null
  const outranked = isOutranked(found)
  return {
    chart: shrink(plan.pathway, found, outranked ? isOutranked : isHeld),
    afterwards: null,
    // A rule never decides, either, where what stands below it answers the same.
    shows: `${rule.id} of ${decision.id} holds, and ${outranked ? 'a rule above it has decided' : 'without it the answer is the same'}`,
  }
}
