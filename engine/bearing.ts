import type { Decision, Pathway } from '@facialis/language'
import { becauseOf, whyNotOf } from './because.ts'
import { detailsOf, exceptionsOf } from './details.ts'
import { collected, rankingValue } from './lists.ts'
import { nextSteps, raisedAlerts } from './steps.ts'
import type { World } from './world.ts'

/** What advice tells: the person's decisions, without the stepping stones between them. */
export const patientDecisions = (pathway: Pathway): readonly Decision[] =>
  pathway.decisions.filter((d) => d.scope === 'patient' && !d.inner)

/** Whether advice does not hold on another day. What it says of this one is put together once, when it is first compared. */
export function bearsOtherwiseFrom(now: World): (then: World) => boolean {
  const said: string[] = []
  return (then) =>
    bearing.some((part, i) => {
      said[i] ??= JSON.stringify(part(now))
      return said[i] !== JSON.stringify(part(then))
    })
}

/**
 * What has to stay the same: steps and alerts, answers and their details, reasons. What changes soonest comes first; the
 * parts are few because a world that is asked in turn with another has to be opened again.
 */
const bearing: readonly ((world: World) => unknown)[] = [
  (world) => [nextSteps(world), raisedAlerts(world).map(({ id }) => id)],
  (world) => {
    const { pathway } = world
    return [
      patientDecisions(pathway).map((decision) => [
        world.answer(decision, null),
        detailsOf(decision.detail, world, null),
        decision.body.kind === 'gate' ? exceptionsOf(decision.body, world) : null,
      ]),
      pathway.collections.map((one) => collected(one, world, (item) => detailsOf(item.detail, world, null))),
      pathway.rankings.map((ranking) => rankingValue(ranking, world)),
    ]
  },
  (world) =>
    patientDecisions(world.pathway).map((decision) => {
      const reasons = becauseOf(decision, world, null)
      return [reasons, whyNotOf(decision, world, reasons)]
    }),
]
