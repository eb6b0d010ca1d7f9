import type { Advice, Because, Decision, DetailValue, Pathway, Step } from '@facialis/language'
import { isAlike } from './alike.ts'
import { becauseOf, whyNotOf } from './because.ts'
import { detailsOf, type Exceptions, exceptionsOf } from './details.ts'
import { type Collected, collected, rankingValue } from './lists.ts'
import { type Called, raisedAlerts, stepsCalledFor } from './steps.ts'
import type { World } from './world.ts'

/** What advice tells: the person's decisions, without the stepping stones between them. */
export const patientDecisions = (pathway: Pathway): readonly Decision[] =>
  pathway.decisions.filter((d) => d.scope === 'patient' && !d.inner)

/** What advice tells of a decision without a reason. */
export type Telling = Readonly<{
  decision: Decision
  answer: string
  detail: Readonly<Record<string, DetailValue>>
  /** Of a gate. */
  exceptions: Exceptions | null
}>
export type Reasoned = Readonly<{ because: readonly Because[]; whyNot: Readonly<Record<string, string>> }>

type Named = Readonly<{ id: string }>

/** All of advice that has to stay the same for it to hold; each part is put together when it is first asked for. */
export type Bearing = Readonly<{
  /** In the pathway's order. */
  steps: () => readonly Called[]
  alerts: () => Advice['alerts']
  /** Of each of the person's decisions. */
  decisions: () => readonly Telling[]
  reasons: () => readonly Reasoned[]
  collections: () => readonly (Collected & Named)[]
  rankings: () => readonly (Readonly<{ answer: readonly DetailValue[] }> & Named)[]
}>

/** `steps`: those that may be called for, where that is known. */
export function bearingOf(world: World, steps: readonly Step[] = world.pathway.steps): Bearing {
  const { pathway } = world
  const decisions = patientDecisions(pathway)
  return {
    steps: once(() => stepsCalledFor(world, steps)),
    alerts: once(() => raisedAlerts(world)),
    decisions: once(() =>
      decisions.map((decision) => ({
        decision,
        answer: world.answer(decision, null),
        detail: detailsOf(decision.detail, world, null),
        exceptions: decision.body.kind === 'gate' ? exceptionsOf(decision.body, world) : null,
      })),
    ),
    reasons: once(() =>
      decisions.map((decision) => {
        const because = becauseOf(decision, world, null)
        return { because, whyNot: whyNotOf(decision, world, because) }
      }),
    ),
    collections: once(() =>
      pathway.collections.map((one) => ({
        id: one.id,
        ...collected(one, world, (item) => detailsOf(item.detail, world, null)),
      })),
    ),
    rankings: once(() => pathway.rankings.map((one) => ({ id: one.id, answer: rankingValue(one, world) }))),
  }
}

/** Whether two days bear otherwise on a person. What changes soonest is compared first. */
export const bearsOtherwise = (now: Bearing, then: Bearing): boolean =>
  !comparisons.every((isSame) => isSame(now, then))

const comparisons: readonly ((now: Bearing, then: Bearing) => boolean)[] = [
  (now, then) => isAlike(now.steps().map(standing), then.steps().map(standing)),
  (now, then) => isAlike(now.alerts().map(named), then.alerts().map(named)),
  (now, then) => now.decisions().every((telling, i) => isAlike(told(telling), told(then.decisions()[i] as Telling))),
  (now, then) => isAlike(now.collections(), then.collections()),
  (now, then) => isAlike(now.rankings(), then.rankings()),
  (now, then) => isAlike(now.reasons(), then.reasons()),
]
const told = ({ answer, detail, exceptions }: Telling) => ({ answer, detail, exceptions })
const standing = ({ now }: Called) => now
const named = ({ id }: Named): string => id

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
