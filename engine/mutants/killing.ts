import type { Asking, Chart, Pathway } from '@facialis/language'
import { fillerOf } from '../plan/fill.ts'
import { memoisedEvaluator } from '../plan/memoised-evaluator.ts'
import type { Plan } from '../plan/plan.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import type { Witness } from '../symbolic/decode-model.ts'
import type { Mutant } from './mutants.ts'
import { sharedPlan, type Told } from './shared-plan.ts'

/** What is claimed of one person on one day; what is not named is not claimed. */
export type Claimed = Readonly<{
  id: string
  chart: Chart
  asking: Asking
  /** Answers of decisions, by id. */
  answers: Readonly<Record<string, string>>
  /** Steps that must be there, and that must not; alerts likewise, and things on lists by "list thing". */
  steps: Readonly<Record<string, boolean>>
  alerts: Readonly<Record<string, boolean>>
  items: Readonly<Record<string, boolean>>
}>

/** So many mutants are looked at together, first in so many places where they show. */
const [together, atFirst] = [2000, 8]

/** For each mutant the first person of whom it says something else than is claimed; null where there is none. */
export function* killedBy(
  pathway: Pathway,
  mutants: readonly Mutant[],
  people: readonly Claimed[],
): Generator<Readonly<{ mutant: Mutant; by: string | null }>> {
  for (let from = 0; from < mutants.length; from += together) {
    const batch = mutants.slice(from, from + together)
    const by = killersOf(pathway, batch, people, atFirst)
    const rest = batch.filter((mutant) => !by.has(mutant) && mutant.shows().length > atFirst)
    for (const [mutant, one] of killersOf(pathway, rest, people)) by.set(mutant, one)
    for (const mutant of batch) yield { mutant, by: by.get(mutant) ?? null }
  }
}

function killersOf(
  pathway: Pathway,
  mutants: readonly Mutant[],
  people: readonly Claimed[],
  most?: number,
): Map<Mutant, string> {
  const by = new Map<Mutant, string>()
  if (mutants.length === 0) return by
  const { plan, told } = sharedPlan(pathway, mutants, most)
  const look = evaluatePerson(plan)
  const claimable = byClaim(told)
  for (const person of people) {
    const { mistakenly } = look(person)
    for (const claim of claims)
      for (const [id, claimed] of Object.entries(person[claim])) {
        for (const { mutant, told } of claimable.get(`${claim} ${id}`) ?? [])
          if (!by.has(mutant) && mistakenly(told) !== claimed) by.set(mutant, person.id)
      }
  }
  return by
}

const claims = ['answers', 'steps', 'alerts', 'items'] as const

/** What can be told otherwise of each thing that may be claimed. */
function byClaim(told: ReadonlyMap<Mutant, readonly Told[]>): ReadonlyMap<string, readonly Claimable[]> {
  const all = [...told].flatMap(([mutant, some]) => some.map((one): Claimable => ({ mutant, told: one })))
  return Map.groupBy(all, ({ told: { shown } }) => `${shown.claim} ${shown.id}`)
}
type Claimable = Readonly<{ mutant: Mutant; told: Told }>

/** What somebody is told. */
export type Looked = Readonly<{
  /** By the rules as they are: an answer, or whether it is there. */
  saidOf: (told: Told) => string | boolean
  /** By the rules with the mistake in them. */
  mistakenly: (told: Told) => string | boolean
  /** The two differ. */
  isOther: (told: Told) => boolean
}>

/** Looks at one person after the other; whoever is looked at last is asked. */
export function evaluatePerson(plan: Plan): (somebody: Witness) => Looked {
  const asked = memoisedEvaluator(plan)
  const fill = fillerOf(plan)
  const said = (by: Told['by'], at: number): string | boolean => {
    if (by === 'node') return asked.truth(at, -1) === 2
    const { decision } = plan.decisions[at] as Plan['decisions'][number]
    return decision.answers[asked.answer(at, -1)] as string
  }
  const looked: Looked = {
    saidOf: ({ by, own }) => said(by, own),
    mistakenly: ({ by, changed }) => said(by, changed),
    isOther: ({ by, own, changed }) => said(by, own) !== said(by, changed),
  }
  return ({ chart, asking }) => {
    asked.begin(fill(chart, asking), planParameters(plan, asking))
    return looked
  }
}
