import { type Asking, type Chart, type Decision, memoiseWeak, type Pathway, type Policy } from '@facialis/language'
import type { Move } from '../cohort/moves.ts'
import { type PlaneAnswers, type PlaneCohort, planeCohort } from '../cohort/plane-cohort.ts'
import { fillerOf } from '../plan/fill.ts'
import { planOf } from '../plan/lower.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import { advisedOf } from './advised.ts'
import { reachOf } from './reach.ts'
import { type StepStatus, stepStatusesOf } from './step-statuses.ts'

/** What somebody would be told otherwise. Steps and alerts by their positions in the pathway; a step not called for is null. */
export type Changes = Readonly<{
  moves: readonly Move[]
  steps: readonly Readonly<{ step: number; from: StepStatus | null; to: StepStatus | null }>[]
  alerts: readonly Readonly<{ alert: number; isRaised: boolean }>[]
}>

/** Many people as they stand on a day, who can be asked again and again how they would stand with other numbers. */
export type Crowd = Readonly<{
  /** The decisions about the person, in the pathway's order. */
  decisions: readonly Decision[]
  /** These people are asked about from here on, in this order, as they stand with the numbers in force. */
  meet: (charts: readonly Chart[], now: Asking) => void
  /** Their answers as they stand, as positions. */
  answer: (decision: number, person: number) => number
  /** What would be otherwise for each with these numbers instead. Only what the others can bear upon is asked. */
  changes: (policy: Policy) => readonly Changes[]
}>

type Found = { moves: Move[]; steps: Changes['steps'][number][]; alerts: Changes['alerts'][number][] }
type Look = Readonly<{ step: number; was: boolean; is: boolean }>

export function crowdOf(pathway: Pathway): Crowd {
  const { plan, fill, decisions, placeOf, calls, raises } = askedTogether(pathway)
  const met = planeCohort(plan)
  let filledAgain: PlaneCohort | null = null
  const steps = stepStatusesOf(pathway)
  let people: readonly Chart[] = []
  let now: Asking = { asOf: 0, policy: {} }
  /** By the decision's position in the plan: everybody's answer as they stand. */
  let stands: readonly Uint8Array[] = []

  const meet: Crowd['meet'] = (charts, asking) => {
    people = charts
    now = asking
    met.clear()
    for (const chart of charts) met.add(fill(chart, asking))
    const answers = met.answer(planParameters(plan, asking))
    stands = plan.decisions.map(({ within }, at) => (within === null ? column(answers, at) : new Uint8Array(0)))
  }

  function answersWith(then: Asking, ages: boolean): PlaneAnswers {
    if (!ages) return met.answer(planParameters(plan, then))
    // What is too old with one number is known with another: they stand otherwise on paper already.
    filledAgain ??= planeCohort(plan)
    filledAgain.clear()
    for (const chart of people) filledAgain.add(fill(chart, then))
    return filledAgain.answer(planParameters(plan, then))
  }

  const changes: Crowd['changes'] = (policy) => {
    const found = people.map((): Found => ({ moves: [], steps: [], alerts: [] }))
    const numberOf = (values: Policy, { id, default: usual }: Pathway['policy'][number]) => values[id] ?? usual
    const set = pathway.policy.filter((one) => numberOf(policy, one) !== numberOf(now.policy, one))
    const reach = reachOf(pathway)(set.map(({ id }) => id))
    const then = { ...now, policy }
    const answers = answersWith(then, reach.ages)
    const looks = people.map((): Look[] => [])
    for (const decision of reach.decisions)
      eachOther(placeOf(decisions[decision] as Decision), answers, (person, from, to) =>
        (found[person] as Found).moves.push({ decision, from, to }),
      )
    for (const alert of reach.alerts)
      eachOther(placeOf(raises[alert] as Decision), answers, (person, _, to) =>
        (found[person] as Found).alerts.push({ alert, isRaised: to === 1 }),
      )
    for (const step of reach.calls)
      eachOther(placeOf(calls[step] as Decision), answers, (person, from, to) =>
        (looks[person] as Look[]).push({ step, was: from === 1, is: to === 1 }),
      )
    for (const step of reach.stands) {
      const before = stands[placeOf(calls[step] as Decision)] as Uint8Array
      for (let person = 0; person < before.length; person++)
        if (before[person] === 1 && !looks[person]?.some((one) => one.step === step))
          (looks[person] as Look[]).push({ step, was: true, is: true })
    }
    for (const [person, ofPerson] of looks.entries())
      if (ofPerson.length > 0)
        (found[person] as Found).steps.push(...stepsOf(people[person] as Chart, ofPerson, then, reach.ages))
    return found
  }

  /** Everybody whose answer would be another. */
  function eachOther(
    at: number,
    answers: PlaneAnswers,
    tell: (person: number, from: number, to: number) => void,
  ): void {
    const [before, after] = [stands[at] as Uint8Array, column(answers, at)]
    for (let person = 0; person < before.length; person++)
      if (before[person] !== after[person]) tell(person, before[person] as number, after[person] as number)
  }

  function stepsOf(chart: Chart, looks: readonly Look[], then: Asking, ages: boolean): Changes['steps'] {
    const filled = steps.fill(chart, now)
    steps.open(filled, now)
    const before = looks.map(({ step, was }) => (was ? steps.at(step) : null))
    steps.open(ages ? steps.fill(chart, then) : filled, then)
    return looks
      .map(({ step, is }, at) => ({ step, from: before[at] ?? null, to: is ? steps.at(step) : null }))
      .filter(({ from, to }) => !isSame(from, to))
      .sort((a, b) => a.step - b.step)
  }

  return {
    decisions,
    meet,
    answer: (decision, person) => (stands[placeOf(decisions[decision] as Decision)] as Uint8Array)[person] as number,
    changes,
  }
}

/** What is the same for every crowd. */
const askedTogether = memoiseWeak((pathway: Pathway) => {
  const { pathway: advised, calls, raises } = advisedOf(pathway)
  const plan = planOf(advised)
  const places = new Map(plan.decisions.map(({ decision }, at) => [decision, at]))
  return {
    plan,
    fill: fillerOf(plan),
    decisions: pathway.decisions.filter(({ scope }) => scope === 'patient'),
    placeOf: (decision: Decision): number => places.get(decision) as number,
    calls,
    raises,
  }
})

/** Everybody's answer; where all have the same, nobody is asked. */
function column({ people, counts, of }: PlaneAnswers, at: number): Uint8Array {
  const all = counts(at).indexOf(people)
  if (all >= 0) return new Uint8Array(people).fill(all)
  return Uint8Array.from({ length: people }, (_, person) => of(at, person))
}

const isSame = (one: StepStatus | null, other: StepStatus | null): boolean =>
  one === null || other === null
    ? one === other
    : one.state === other.state && one.due === other.due && one.urgency === other.urgency
