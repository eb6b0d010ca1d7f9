import {
  type Advice,
  type Because,
  type Collection,
  type Decision,
  type DetailValue,
  memoiseWeak,
  type Pathway,
  type Ranking,
} from '@facialis/language'
import { becauseOf, whyNotOf } from '../explain/because.ts'
import { detailsOf, type GateDetail, gateDetailOf } from '../explain/details.ts'
import { type Collected, collected, rankingValue } from '../explain/rankings-and-collections.ts'
import {
  areAlertsUnchanged,
  areStepsUnchanged,
  type CalledStep,
  raisedAlerts,
  stepsCalledFor,
} from '../explain/steps.ts'
import { isDeepEqual } from '../ground/is-deep-equal.ts'
import { lazy } from '../ground/lazy-properties.ts'
import type { World } from '../world/world.ts'
import { type AdvicePart, dependencyIndexOf } from './advice-dependencies.ts'
import type { Turned } from './track-reads.ts'

/** What advice tells: the person's decisions, without the stepping stones between them. */
export const patientDecisions = memoiseWeak((pathway: Pathway): readonly Decision[] =>
  pathway.decisions.filter((d) => d.scope === 'patient' && !d.inner),
)

/** The answer and details of a decision, without its reasons. */
export type ToldContent = Readonly<{
  answer: string
  detail: Readonly<Record<string, DetailValue>>
  ofGate: GateDetail | null
}>
/** One of the person's decisions. */
export type DecisionParts = Readonly<{
  decision: Decision
  content: () => ToldContent
  because: () => readonly Because[]
  whyNot: () => Readonly<Record<string, string>>
}>

/** The parts of advice that decide how long it holds; each is computed on first use. */
export type AdviceParts = Readonly<{
  world: World
  /** In the pathway's order. */
  steps: () => readonly CalledStep[]
  alerts: () => Advice['alerts']
  decisions: readonly DecisionParts[]
  collections: readonly Part<Collection, Collected>[]
  rankings: readonly Part<Ranking, readonly DetailValue[]>[]
}>
type Part<Of, Made> = Readonly<{ of: Of; made: () => Made }>

export function advicePartsOf(world: World): AdviceParts {
  const { pathway } = world
  return {
    world,
    steps: lazy(() => stepsCalledFor(world)),
    alerts: lazy(() => raisedAlerts(world)),
    decisions: patientDecisions(pathway).map((decision): DecisionParts => {
      const because = lazy(() => becauseOf(decision, world, null))
      return {
        decision,
        content: lazy(() => ({
          answer: world.answer(decision, null),
          detail: detailsOf(decision.detail, world, null),
          ofGate: decision.body.kind === 'gate' ? gateDetailOf(decision.body, world) : null,
        })),
        because,
        whyNot: lazy(() => whyNotOf(decision, world, because())),
      }
    }),
    collections: pathway.collections.map((of) => ({
      of,
      made: lazy(() => collected(of, world, (item) => detailsOf(item.detail, world, null))),
    })),
    rankings: pathway.rankings.map((of) => ({ of, made: lazy(() => rankingValue(of, world)) })),
  }
}

/** Whether advice of another day differs in any of these parts. The parts that change most often are compared first. */
export function advicePartsDiffer(now: AdviceParts, then: World, changes: Turned | 'anything'): boolean {
  const { pathway } = then
  const resting = dependencyIndexOf(pathway)
  const touched = changes === 'anything' ? null : resting.affectedBy(changes.turned)
  const mayBeMeasuredOtherwise =
    changes !== 'anything' && changes.isSameChart ? resting.timeDependent : resting.readsTerms
  const mayHaveTurned = (told: AdvicePart): boolean => touched === null || touched.has(told)
  const mayBeToldOtherwise = (told: AdvicePart): boolean => mayHaveTurned(told) || mayBeMeasuredOtherwise.has(told)
  const other = advicePartsOf(then)
  const both = now.decisions.map((one, i) => [one, other.decisions[i] as DecisionParts] as const)
  const isReasonedAlike = ([one, two]: (typeof both)[number]): boolean =>
    !mayHaveTurned(one.decision) ||
    (isDeepEqual(one.because(), two.because()) && isDeepEqual(one.whyNot(), two.whyNot()))

  return !(
    // What a chart says otherwise by itself has grown too old, and what is good for a day only is asked of gates.
    (touched !== null || both.filter(([{ decision }]) => decision.body.kind === 'gate').every(isReasonedAlike)) &&
    areStepsUnchanged(now.steps(), then, mayHaveTurned) &&
    areAlertsUnchanged(now.alerts(), then, mayHaveTurned) &&
    both.every(([one, two]) => !mayBeToldOtherwise(one.decision) || isDeepEqual(one.content(), two.content())) &&
    now.collections.every(
      ({ of, made }, i) => !mayBeToldOtherwise(of) || isDeepEqual(made(), other.collections[i]?.made()),
    ) &&
    now.rankings.every(
      ({ of, made }, i) => !mayBeToldOtherwise(of) || isDeepEqual(made(), other.rankings[i]?.made()),
    ) &&
    both.every(isReasonedAlike)
  )
}
