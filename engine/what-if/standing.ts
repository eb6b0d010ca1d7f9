import type { Asking, Chart, Condition, DateTerm, Day, Decision, NumberTerm, Pathway, Truth } from '@facialis/language'
import { type Move, movesBetween } from '../cohort/moves.ts'
import { onceFor } from '../once-for.ts'
import { functionsOf } from '../plan/closures.ts'
import { fillerOf } from '../plan/fill.ts'
import { measured } from '../plan/measured.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { type AskedOfDay, type StepStanding, stepStanding } from '../steps.ts'
import { advicePlanOf } from './advice-plan.ts'
import { type Reach, reachOf } from './reach.ts'

/** How a step stands, without words; null when it is not called for. */
export type StandsAs = Readonly<{ state: StepStanding['state']; urgency: StepStanding['urgency']; due: Day | null }>

/** What somebody is told on a day, without reasons. */
export type Stands = Readonly<{
  /** Answers of the decisions about the person, as positions. */
  answers: readonly number[]
  /** The steps that are called for, by their positions in the pathway. */
  steps: ReadonlyMap<number, StandsAs>
  alerts: ReadonlySet<number>
}>

/** What somebody would be told otherwise. Steps and alerts by their positions in the pathway. */
export type Changes = Readonly<{
  moves: readonly Move[]
  steps: readonly Readonly<{ step: number; from: StandsAs | null; to: StandsAs | null }>[]
  alerts: readonly Readonly<{ alert: number; isRaised: boolean }>[]
}>

export type WhatIf = Readonly<{
  /** The decisions about the person, in the pathway's order. */
  decisions: readonly Decision[]
  stands: (chart: Chart, asking: Asking) => Stands
  /** What would be otherwise for somebody who stands so, were these numbers set. Only what they can bear upon is asked. */
  changes: (chart: Chart, stands: Stands, asked: Readonly<{ asking: Asking; reach: Reach }>) => Changes
  reach: (numbers: readonly string[]) => Reach
}>

const truths: readonly Truth[] = ['no', 'unknown', 'yes']

/** Many people asked one after the other with numbers that are not in force. Made once for each pathway. */
export const whatIfOf: (pathway: Pathway) => WhatIf = onceFor((pathway) => {
  const { plan, decisions, steps, alerts } = advicePlanOf(pathway)
  const fill = fillerOf(plan)
  const { begin, ask, answer } = functionsOf(plan)
  const nodeOf = (said: Condition | DateTerm | NumberTerm): NodeIndex => plan.nodeOf.get(said) as NodeIndex
  let today: Day = 0
  const asked: AskedOfDay = {
    truth: (condition) => truths[ask(nodeOf(condition), 0)] as Truth,
    measured: (term) => measured(ask(nodeOf(term), 0)),
    isAfter: (day) => today > day,
  }
  const open = (chart: Chart, asking: Asking): void => {
    today = asking.asOf
    const policy = plan.policy.map(({ id, default: usual }) => asking.policy[id] ?? usual)
    begin(fill(chart, asking), { asOf: asking.asOf, policy })
  }
  const answerAt = (at: number): number => answer((decisions[at] as (typeof decisions)[number]).at, 0)
  const stepAt = (at: number): StandsAs | null => {
    const step = steps[at] as (typeof steps)[number]
    if (asked.truth(step.when, null) !== 'yes') return null
    const { state, urgency, due } = stepStanding(step, asked)
    return { state, urgency, due }
  }
  const isRaised = (at: number): boolean => asked.truth((alerts[at] as (typeof alerts)[number]).when, null) === 'yes'

  return {
    decisions: decisions.map(({ decision }) => decision),
    stands: (chart, asking) => {
      open(chart, asking)
      return {
        answers: decisions.map((_, at) => answerAt(at)),
        steps: new Map(
          steps.flatMap((_, at) => {
            const standing = stepAt(at)
            return standing === null ? [] : [[at, standing] as const]
          }),
        ),
        alerts: new Set([...alerts.keys()].filter(isRaised)),
      }
    },
    changes: (chart, stands, { asking, reach }) => {
      open(chart, asking)
      const answers = [...stands.answers]
      for (const at of reach.decisions) answers[at] = answerAt(at)
      return {
        moves: movesBetween(stands.answers, answers),
        steps: reach.steps.flatMap((step) => {
          const [from, to] = [stands.steps.get(step) ?? null, stepAt(step)]
          return isSame(from, to) ? [] : [{ step, from, to }]
        }),
        alerts: reach.alerts.flatMap((alert) =>
          isRaised(alert) === stands.alerts.has(alert) ? [] : [{ alert, isRaised: isRaised(alert) }],
        ),
      }
    },
    reach: reachOf(pathway),
  }
})

const isSame = (one: StandsAs | null, other: StandsAs | null): boolean =>
  one === null || other === null
    ? one === other
    : one.state === other.state && one.due === other.due && one.urgency === other.urgency
