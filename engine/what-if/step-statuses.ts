import {
  type Asking,
  type Chart,
  type Condition,
  type DateTerm,
  type Day,
  memoiseWeak,
  type NumberTerm,
  type Pathway,
  type Span,
  type Truth,
} from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import { type DayQueries, type StepStanding, stepStanding } from '../explain/steps.ts'
import { functionsOf } from '../plan/closures.ts'
import { fillerOf } from '../plan/fill.ts'
import { measured } from '../plan/measured.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import type { Sheet } from '../plan/sheet.ts'
import { writtenSheetOf } from '../world/sheet-of-chart.ts'
import { advicePlanOf } from './advice-plan.ts'

/** How a step stands that is called for, without words. */
export type StepStatus = Readonly<{ state: StepStanding['state']; urgency: StepStanding['urgency']; due: Day | null }>

/** Somebody on a day; where that cuts a date, also with every date as it was written. Holds until the next is filled in. */
export type Filled = Readonly<{ sheet: Sheet; written: Sheet | null }>

export type StepStatuses = Readonly<{
  fill: (chart: Chart, asking: Asking) => Filled
  /** From here on this person is asked about, with these numbers. */
  open: (filled: Filled, asking: Asking) => void
  /** By its position in the pathway. */
  at: (step: number) => StepStatus
}>

const truths: readonly Truth[] = ['no', 'unknown', 'yes']

/** Steps of one person after the other. Made once for each pathway. */
export const stepStatusesOf: (pathway: Pathway) => StepStatuses = memoiseWeak((pathway) => {
  const plan = advicePlanOf(pathway)
  const { begin, ask, askWritten } = functionsOf(plan)
  const fill = fillerOf(plan)
  const nodeOf = (said: Condition | DateTerm | NumberTerm): NodeIndex => plan.nodeOf.get(said) as NodeIndex
  let today: Day = 0
  const asked: DayQueries = {
    truth: (condition) => truths[ask(nodeOf(condition), 0)] as Truth,
    written: (term) => measured(askWritten(nodeOf(term), 0)),
    isAfter: (day) => today > day,
  }
  return {
    fill: (chart, asking) => ({
      sheet: fill(chart, asking),
      written: reachesPast(chart, asking.asOf) ? writtenSheetOf(plan.layout, resolve(pathway, chart, asking)) : null,
    }),
    open: ({ sheet, written }, asking) => {
      today = asking.asOf
      begin(sheet, planParameters(plan, asking), written)
    },
    at: (step) => {
      const { state, urgency, due } = stepStanding(pathway.steps[step] as Pathway['steps'][number], asked)
      return { state, urgency, due }
    },
  }
})

/** Whether something is known by a month or year only that is not over. Of most people nothing is. */
const reachesPast = ({ observations, screens, entries }: Chart, asOf: Day): boolean => {
  const reaches = ({ date }: Readonly<{ date: Span | null }>): boolean =>
    date !== null && date.lo <= asOf && date.hi > asOf
  return observations.some(reaches) || screens.some(reaches) || entries.some(reaches)
}
