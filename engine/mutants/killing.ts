import { type Asking, type Chart, type Condition, type Decision, ownJudgement, type Pathway } from '@facialis/language'
import { askedOf } from '../plan/asked.ts'
import { fillerOf } from '../plan/fill.ts'
import { planOf } from '../plan/lower.ts'
import type { Mutant } from './mutants.ts'
import { rulesOf } from './rules.ts'

/** What is claimed of one person on one day; what is not named is not claimed. */
export type Claimed = Readonly<{
  id: string
  chart: Chart
  asking: Asking
  /** Answers of decisions, by id. */
  answers: Readonly<Record<string, string>>
  /** Steps that must be there, and that must not; alerts likewise. */
  steps: Readonly<Record<string, boolean>>
  alerts: Readonly<Record<string, boolean>>
}>

type Trial = Readonly<{ claim: 'answers' | 'steps' | 'alerts'; id: string } & ({ decision: number } | { node: number })>

/** So many mutants are looked at together: what they share is worked out once for each person. */
const together = 60

/** For each mutant the first person of whom it says something else than is claimed; null where there is none. */
export function* killedBy(
  pathway: Pathway,
  mutants: readonly Mutant[],
  people: readonly Claimed[],
  what: 'answers' | 'everything' = 'answers',
): Generator<Readonly<{ mutant: Mutant; by: string | null }>> {
  for (let from = 0; from < mutants.length; from += together) {
    const batch = mutants.slice(from, from + together)
    const { mixed, changed } = mixedWith(pathway, batch, what)
    const plan = planOf(mixed)
    const asked = askedOf(plan)
    const fill = fillerOf(plan)
    const trials = changed.map(({ decisions, conditions }): readonly Trial[] => [
      ...decisions.map(
        (decision): Trial => ({
          claim: 'answers',
          id: decision.id,
          decision: plan.decisions.findIndex((one) => one.decision === decision),
        }),
      ),
      ...conditions.map(({ claim, id, at }): Trial => ({ claim, id, node: plan.invariants[at]?.whenever as number })),
    ])
    const killers = batch.map((): string | null => null)
    for (const person of people) {
      const { asOf, policy } = person.asking
      asked.begin(fill(person.chart, person.asking), {
        asOf,
        policy: plan.policy.map(({ id, default: usual }) => policy[id] ?? usual),
      })
      const isOther = (trial: Trial): boolean => {
        const claimed = person[trial.claim][trial.id]
        if (claimed === undefined) return false
        if ('node' in trial) return claimed !== (asked.truth(trial.node, -1) === 2)
        const { decision } = plan.decisions[trial.decision] as (typeof plan.decisions)[number]
        return decision.answers[asked.answer(trial.decision, -1)] !== claimed
      }
      for (const [i, tried] of trials.entries()) if (killers[i] === null && tried.some(isOther)) killers[i] = person.id
    }
    for (const [i, mutant] of batch.entries()) yield { mutant, by: killers[i] ?? null }
  }
}

type Changed = Readonly<{
  decisions: readonly Decision[]
  conditions: readonly Readonly<{ claim: 'steps' | 'alerts'; id: string; at: number }>[]
}>

/** A pathway with the rules of several mutants beside its own, so that one plan answers them all. */
export function mixedWith(
  pathway: Pathway,
  batch: readonly Mutant[],
  what: 'answers' | 'everything',
): Readonly<{ mixed: Pathway; changed: readonly Changed[] }> {
  const own = rulesOf(pathway)
  const conditions: Condition[] = []
  const changed = batch.map((mutant): Changed => {
    const rules = mutant.rules()
    const asked = (claim: 'steps' | 'alerts') =>
      rules[claim].flatMap(({ id, when }, i) =>
        when === own[claim][i]?.when ? [] : [{ claim, id, at: conditions.push(when) - 1 }],
      )
    return {
      decisions: rules.decisions.filter((decision, i) => decision !== own.decisions[i]),
      conditions: what === 'everything' ? [...asked('steps'), ...asked('alerts')] : [],
    }
  })
  const promise = {
    kind: 'invariant' as const,
    id: '',
    text: '',
    about: 'patient',
    because: [ownJudgement('a mutant')] as const,
  }
  return {
    mixed: {
      ...pathway,
      decisions: [...pathway.decisions, ...changed.flatMap(({ decisions }) => decisions)],
      toProve: {
        ...pathway.toProve,
        invariants: conditions.map((when) => ({ ...promise, whenever: when, holds: when })),
      },
    },
    changed,
  }
}
