import { type Advice, factsOf } from '@facialis/language'
import { pathway } from '../../pathway.ts'
import { candidatesOf } from '../../patient/decided.ts'
import { procedure, questionsOf, type StepId, stepIds } from './procedure.ts'

/** In which order each step asks, and what of it waits behind "More". */
export type Arrangement = Readonly<Record<StepId, Readonly<{ shown: readonly string[]; folded: readonly string[] }>>>

/** So many candidates count as near the top. */
const near = 3

/**
 * Questions that settle most come first in their step, the others keep the order of the procedure. The rare ones are
 * folded unless the advice would ask them next, or they would speak for a condition near the top.
 */
export function arranged(advice: Advice): Arrangement {
  const missing = advice.missing.map((one) => one.fact)
  const rank = (id: string) => (missing.includes(id) ? missing.indexOf(id) : missing.length)
  const bySettling = (ids: readonly string[]) => ids.toSorted((a, b) => rank(a) - rank(b))
  const worth = worthAsking(advice)
  return each((step) => ({
    // A conclusion is drawn in its own order.
    shown: step === 'conclude' ? procedure[step].usual : bySettling(questionsOf(step).filter(isShown(step, worth))),
    folded: bySettling(procedure[step].rare.filter((id) => !worth.has(id))),
  }))
}

const isShown = (step: StepId, worth: ReadonlySet<string>) => (id: string) =>
  procedure[step].usual.includes(id) || worth.has(id)

/** What became worth asking comes out at the end of its step: nothing moves under the hand that answers. */
export const unfolded = (now: Arrangement, advice: Advice): Arrangement => withShown(now, worthAsking(advice))

/** These questions come out from behind "More", at the end of their steps. */
export function withShown(now: Arrangement, worth: ReadonlySet<string>): Arrangement {
  if (!stepIds.some((step) => now[step].folded.some((id) => worth.has(id)))) return now
  return each((step) => {
    const { shown, folded } = now[step]
    return {
      shown: [...shown, ...folded.filter((id) => worth.has(id))],
      folded: folded.filter((id) => !worth.has(id)),
    }
  })
}

const each = (of: (step: StepId) => Arrangement[StepId]): Arrangement =>
  Object.fromEntries(stepIds.map((step) => [step, of(step)])) as Arrangement

const askedSomewhere = new Set(stepIds.flatMap(questionsOf))

const candidateOf = new Map(
  pathway.rankings.flatMap((ranking) => ranking.candidates.map((candidate) => [candidate.id, candidate] as const)),
)

/** The next question, and whatever would speak for a condition near the top for which something speaks already. */
function worthAsking(advice: Advice): ReadonlySet<string> {
  const next = advice.missing.find(({ fact }) => askedSomewhere.has(fact))
  const top = candidatesOf(advice)
    .slice(0, near)
    .filter((candidate) => candidate.for.length > 0)
  const speaking = top.flatMap((candidate) => {
    const features = candidateOf.get(candidate.id)?.for ?? []
    const ids = features.flatMap((feature) => [...factsOf(feature.when)].map((fact) => fact.id))
    return ids.filter((id) => candidate.wouldSettle.includes(id))
  })
  return new Set([...(next ? [next.fact] : []), ...speaking])
}
