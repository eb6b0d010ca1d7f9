import type { Advice, DetailValue, NextStep, Pathway } from '@facialis/language'
import type { BoardRow } from '@facialis/wire'
import { labelsOf } from '../labels.ts'
import { letterOwed } from '../letters/letter-owed.ts'
import { identityOf } from '../patient/identity.ts'
import type { OpenRecord } from '../patient/open-chart.ts'

/** One line of the board: where somebody stands, what holds them, and what is next. */
export function rowOf(pathway: Pathway, open: OpenRecord, advice: Advice): BoardRow {
  const { id, name, birthDate, side, interpreter } = identityOf(open.patient, open.chart)
  const stage = advice.decisions[pathway.stage.id]
  const gate = advice.decisions.botulinum
  const answer = typeof gate?.answer === 'string' ? gate.answer : 'blocked'
  const next = firstStep(advice.nextSteps)
  return {
    id,
    name,
    birthDate,
    side,
    stage: typeof stage?.answer === 'string' ? stage.answer : 'referred',
    also: words(stage?.detail.also),
    since: typeof stage?.detail.since === 'string' ? stage.detail.since : null,
    gate: answer,
    blockedOn: answer === 'blocked' ? blockedOn(pathway, advice) : null,
    next: next && { label: next.label, owner: next.owner, urgency: next.urgency, dueBy: next.dueBy, state: next.state },
    overdue: advice.nextSteps.filter((step) => step.state === 'overdue').length,
    critical: advice.alerts.filter((alert) => alert.severity === 'critical').map((alert) => alert.text),
    letterOwed: letterOwed(open.patient, open.resources),
    interpreter,
  }
}

const words = (value: DetailValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []

const urgencies = ['emergency', 'urgent', 'soon', 'routine']
const states = ['overdue', 'grace', 'due', 'unknown-anchor', 'early']

/** What to look at first: the most urgent, then the latest, then the earliest due. */
function firstStep(steps: readonly NextStep[]): NextStep | null {
  const rank = (step: NextStep) => urgencies.indexOf(step.urgency) * states.length + states.indexOf(step.state)
  const [first] = [...steps].sort((a, b) => rank(a) - rank(b) || ((a.dueBy ?? '9') < (b.dueBy ?? '9') ? -1 : 1))
  return first ?? null
}

/** The one thing that is missing, by name; when nothing is missing, the reason itself. */
function blockedOn(pathway: Pathway, { decisions }: Advice): string | null {
  const gate = decisions.botulinum
  const [missing] = gate?.missing ?? []
  if (missing !== undefined) {
    const label = labelsOf(pathway).get(missing) ?? missing
    return missing.startsWith('screen.') ? `not yet signed: ${label}` : `not known: ${label}`
  }
  return gate?.because[0]?.text ?? null
}
