import {
  type Asking,
  type Chart,
  type Condition,
  type DateTerm,
  type Day,
  type NumberTerm,
  onceFor,
  type Pathway,
  type Truth,
} from '@facialis/language'
import { numbersOf } from '../plan/asking-numbers.ts'
import { functionsOf } from '../plan/closures.ts'
import { fillerOf } from '../plan/fill.ts'
import { measured } from '../plan/measured.ts'
import type { NodeIndex } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'
import { type AskedOfDay, type StepStanding, stepStanding } from '../told/steps.ts'
import { advicePlanOf } from './advice-plan.ts'

/** How a step stands that is called for, without words. */
export type StandsAs = Readonly<{ state: StepStanding['state']; urgency: StepStanding['urgency']; due: Day | null }>

export type StepStandings = Readonly<{
  fill: (chart: Chart, asking: Asking) => Sheet
  /** From here on this person is asked about, with these numbers. */
  open: (sheet: Sheet, asking: Asking) => void
  /** By its position in the pathway. */
  at: (step: number) => StandsAs
}>

const truths: readonly Truth[] = ['no', 'unknown', 'yes']

/** Steps of one person after the other. Made once for each pathway. */
export const stepStandingsOf: (pathway: Pathway) => StepStandings = onceFor((pathway) => {
  const plan = advicePlanOf(pathway)
  const { begin, ask } = functionsOf(plan)
  const nodeOf = (said: Condition | DateTerm | NumberTerm): NodeIndex => plan.nodeOf.get(said) as NodeIndex
  let today: Day = 0
  const asked: AskedOfDay = {
    truth: (condition) => truths[ask(nodeOf(condition), 0)] as Truth,
    measured: (term) => measured(ask(nodeOf(term), 0)),
    isAfter: (day) => today > day,
  }
  return {
    fill: fillerOf(plan),
    open: (sheet, asking) => {
      today = asking.asOf
      begin(sheet, numbersOf(plan, asking))
    },
    at: (step) => {
      const { state, urgency, due } = stepStanding(pathway.steps[step] as Pathway['steps'][number], asked)
      return { state, urgency, due }
    },
  }
})
