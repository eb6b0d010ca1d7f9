import type { Asking, Chart, Pathway } from '@facialis/language'
import { type Answers, answersOf } from '../plan/answers.ts'
import { advisedOf } from './advised.ts'

/** What somebody is told on a day, without reasons: answers by decision, and the ids of steps called for and alerts raised. */
export type Stands = Readonly<{ answers: Answers; steps: ReadonlySet<string>; alerts: ReadonlySet<string> }>

export function standsOf(pathway: Pathway, chart: Chart, asking: Asking): Stands {
  const { pathway: advised, calls, raises } = advisedOf(pathway)
  const answers = answersOf(advised, chart, asking)
  const isSo = (id: string): boolean => answers[id] === 'yes'
  return {
    answers: Object.fromEntries(
      pathway.decisions.flatMap(({ id, scope }) => (scope === 'patient' ? [[id, answers[id] as string]] : [])),
    ),
    steps: new Set(pathway.steps.filter((_, at) => isSo(calls[at]?.id ?? '')).map(({ id }) => id)),
    alerts: new Set(pathway.alerts.filter((_, at) => isSo(raises[at]?.id ?? '')).map(({ id }) => id)),
  }
}
