import type { Asking, Chart, Decision, Pathway } from '@facialis/language'
import { fillerOf } from '../plan/fill.ts'
import { planOf } from '../plan/lower.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import { planeCohort } from './plane-cohort.ts'

/** Charts evaluated together for one day and one policy. Charts are added; `decide` evaluates all of them. */
export type Cohort = Readonly<{
  add: (chart: Chart) => void
  people: () => number
  decide: () => Decided
  /** Makes room for others. */
  clear: () => void
}>

export type Decided = Readonly<{
  /** The decisions about a person, in the pathway's order. */
  decisions: readonly Decision[]
  /** How many people each answer of a decision has, in the order of its answers. */
  counts: (decision: number) => readonly number[]
  /** A person's answer as a position among the decision's answers; people in the order in which they were added. */
  answer: (decision: number, person: number) => number
}>

export function cohortOf(pathway: Pathway, asking: Asking): Cohort {
  const plan = planOf(pathway)
  const fill = fillerOf(plan)
  const cohort = planeCohort(plan)
  const numbers = planParameters(plan, asking)
  const decisions = pathway.decisions.filter((decision) => decision.scope === 'patient')
  const at = decisions.map((decision) => plan.decisions.findIndex((planned) => planned.decision === decision))
  return {
    add: (chart) => cohort.add(fill(chart, asking)),
    people: cohort.people,
    decide: () => {
      const { counts, of } = cohort.answer(numbers)
      return {
        decisions,
        counts: (decision) => counts(at[decision] as number),
        answer: (decision, person) => of(at[decision] as number, person),
      }
    },
    clear: cohort.clear,
  }
}
