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
import { isDeepEqual } from '../ground/is-deep-equal.ts'
import { lazy } from '../ground/lazy-properties.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { becauseOf, whyNotOf } from '../told/because.ts'
import { detailsOf, type GateDetail, gateDetailOf } from '../told/details.ts'
import { type Collected, collected, rankingValue } from '../told/lists.ts'
import { areCalledAlike, areRaisedAlike, type Called, raisedAlerts, stepsCalledFor } from '../told/steps.ts'
import type { World } from '../world/world.ts'
import { restingOf, type Told } from './told-from.ts'

/** What advice tells: the person's decisions, without the stepping stones between them. */
export const patientDecisions = memoiseWeak((pathway: Pathway): readonly Decision[] =>
  pathway.decisions.filter((d) => d.scope === 'patient' && !d.inner),
)

/** What advice tells of a decision without a reason. */
export type Telling = Readonly<{
  answer: string
  detail: Readonly<Record<string, DetailValue>>
  ofGate: GateDetail | null
}>
/** One of the person's decisions. */
export type Bears = Readonly<{
  decision: Decision
  telling: () => Telling
  because: () => readonly Because[]
  whyNot: () => Readonly<Record<string, string>>
}>

/** All of advice that has to stay the same for it to hold; each part is put together when it is first asked for. */
export type Bearing = Readonly<{
  world: World
  /** In the pathway's order. */
  steps: () => readonly Called[]
  alerts: () => Advice['alerts']
  decisions: readonly Bears[]
  collections: readonly Part<Collection, Collected>[]
  rankings: readonly Part<Ranking, readonly DetailValue[]>[]
}>
type Part<Of, Made> = Readonly<{ of: Of; made: () => Made }>

export function bearingOf(world: World): Bearing {
  const { pathway } = world
  return {
    world,
    steps: lazy(() => stepsCalledFor(world)),
    alerts: lazy(() => raisedAlerts(world)),
    decisions: patientDecisions(pathway).map((decision): Bears => {
      const because = lazy(() => becauseOf(decision, world, null))
      return {
        decision,
        telling: lazy(() => ({
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

/**
 * Whether another day bears otherwise on a person. What changes soonest is compared first.
 * `turned`: the comparisons that come out otherwise then, where nothing else can have made anything otherwise.
 */
export function bearsOtherwise(now: Bearing, then: World, turned: ReadonlySet<NodeIndex> | 'anything'): boolean {
  const { pathway } = then
  const resting = restingOf(pathway)
  const touched = turned === 'anything' ? null : resting.turnedBy(turned)
  const mayHaveTurned = (told: Told): boolean => touched === null || touched.has(told)
  const mayBeToldOtherwise = (told: Told): boolean => mayHaveTurned(told) || resting.moving.has(told)
  const other = bearingOf(then)
  const both = now.decisions.map((one, i) => [one, other.decisions[i] as Bears] as const)
  const isReasonedAlike = ([one, two]: (typeof both)[number]): boolean =>
    !mayHaveTurned(one.decision) ||
    (isDeepEqual(one.because(), two.because()) && isDeepEqual(one.whyNot(), two.whyNot()))

  return !(
    // What a chart says otherwise by itself has grown too old, and what is good for a day only is asked of gates.
    (touched !== null || both.filter(([{ decision }]) => decision.body.kind === 'gate').every(isReasonedAlike)) &&
    areCalledAlike(now.steps(), then, mayHaveTurned) &&
    areRaisedAlike(now.alerts(), then, mayHaveTurned) &&
    both.every(([one, two]) => !mayBeToldOtherwise(one.decision) || isDeepEqual(one.telling(), two.telling())) &&
    now.collections.every(
      ({ of, made }, i) => !mayBeToldOtherwise(of) || isDeepEqual(made(), other.collections[i]?.made()),
    ) &&
    now.rankings.every(
      ({ of, made }, i) => !mayBeToldOtherwise(of) || isDeepEqual(made(), other.rankings[i]?.made()),
    ) &&
    both.every(isReasonedAlike)
  )
}
