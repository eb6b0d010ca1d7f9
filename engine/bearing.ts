import type { Advice, Because, Collection, Decision, DetailValue, Pathway, Ranking } from '@facialis/language'
import { isAlike } from './alike.ts'
import { becauseOf, whyNotOf } from './because.ts'
import { detailsOf, type Exceptions, exceptionsOf } from './details.ts'
import { type Collected, collected, rankingValue } from './lists.ts'
import { onceFor } from './once-for.ts'
import { type Called, raisedAlerts, stepsCalledFor } from './steps.ts'
import { itemsFrom, mayTurn, rankingFrom, restsOnAny, type ToldFrom, tellingFrom } from './told-from.ts'
import { once } from './when-read.ts'
import type { Said, World } from './world.ts'

/** What advice tells: the person's decisions, without the stepping stones between them. */
export const patientDecisions = onceFor((pathway: Pathway): readonly Decision[] =>
  pathway.decisions.filter((d) => d.scope === 'patient' && !d.inner),
)

/** What advice tells of a decision without a reason. */
export type Telling = Readonly<{
  answer: string
  detail: Readonly<Record<string, DetailValue>>
  /** Of a gate. */
  exceptions: Exceptions | null
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

/** `said`: the steps that may be called for and the alerts that may be raised, where that is known. */
export function bearingOf(world: World, said: Pick<Pathway, 'steps' | 'alerts'> = world.pathway): Bearing {
  const { pathway } = world
  return {
    world,
    steps: once(() => stepsCalledFor(world, said.steps)),
    alerts: once(() => raisedAlerts(world, said.alerts)),
    decisions: patientDecisions(pathway).map((decision): Bears => {
      const because = once(() => becauseOf(decision, world, null))
      return {
        decision,
        telling: once(() => ({
          answer: world.answer(decision, null),
          detail: detailsOf(decision.detail, world, null),
          exceptions: decision.body.kind === 'gate' ? exceptionsOf(decision.body, world) : null,
        })),
        because,
        whyNot: once(() => whyNotOf(decision, world, because())),
      }
    }),
    collections: pathway.collections.map((of) => ({
      of,
      made: once(() => collected(of, world, (item) => detailsOf(item.detail, world, null))),
    })),
    rankings: pathway.rankings.map((of) => ({ of, made: once(() => rankingValue(of, world)) })),
  }
}

/**
 * Whether another day bears otherwise on a person. What changes soonest is compared first.
 * `turned`: the comparisons that come out otherwise then, where nothing else can have made anything otherwise.
 */
export function bearsOtherwise(now: Bearing, then: World, turned: ReadonlySet<number> | 'anything'): boolean {
  const mayHave = (from: ToldFrom): boolean => turned === 'anything' || mayTurn(from, turned, then)
  const mayRestOn = (said: Said): boolean => turned === 'anything' || restsOnAny(said, turned, then)
  const { steps, alerts } = then.pathway
  const [called, raised] = [now.steps().map(({ step }) => step), now.alerts().map(named)]
  const other = bearingOf(then, {
    steps: steps.filter((step) => called.includes(step) || mayRestOn(step.when)),
    alerts: alerts.filter((alert) => raised.includes(alert.id) || mayRestOn(alert.when)),
  })
  return !(
    isAlike(now.steps().map(standing), other.steps().map(standing)) &&
    isAlike(now.alerts().map(named), other.alerts().map(named)) &&
    now.decisions.every(
      ({ decision, telling }, i) =>
        !mayHave(tellingFrom(decision)) || isAlike(telling(), (other.decisions[i] as Bears).telling()),
    ) &&
    now.collections.every(
      ({ of, made }, i) => !mayHave(itemsFrom(of.items)) || isAlike(made(), other.collections[i]?.made()),
    ) &&
    now.rankings.every(({ of, made }, i) => !mayHave(rankingFrom(of)) || isAlike(made(), other.rankings[i]?.made())) &&
    now.decisions.every((one, i) => {
      if (!mayRestOn(one.decision)) return true
      const { because, whyNot } = other.decisions[i] as Bears
      return isAlike(one.because(), because()) && isAlike(one.whyNot(), whyNot())
    })
  )
}

const standing = ({ now }: Called) => now
const named = ({ id }: Readonly<{ id: string }>): string => id
