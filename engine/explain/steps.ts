import {
  type Advice,
  type Alert,
  citeId,
  type Day,
  formatDay,
  formatSpan,
  type NextStep,
  type NumberTerm,
  type Pathway,
  type RaisedAlert,
  type Span,
  type Step,
  type StepState,
  type Urgency,
  urgencies,
} from '@facialis/language'
import { resolvedFactOf } from '../chart/resolved-chart.ts'
import { dictionaryOf } from '../ground/dictionary.ts'
import { isDeepEqual } from '../ground/is-deep-equal.ts'
import type { World } from '../world/world.ts'

/**
 * The steps that are called for: most urgent first, then those that open a shut gate (they settle one of `gateFacts`),
 * then those longest overdue.
 */
export const nextSteps = (world: World, gateFacts: ReadonlySet<string> = none): readonly NextStep[] =>
  sortSteps(stepsCalledFor(world), world.pathway, gateFacts)

/** A step that is called for, and how it stands. */
export type CalledStep = Readonly<{ step: Step; now: NextStep }>

/** In the order in which the pathway writes them. */
export const stepsCalledFor = (world: World): readonly CalledStep[] =>
  world.holding(world.pathway.steps, null).map((step) => ({ step, now: stepNow(step, world) }))

/** Whether the same steps are called for on another day, and stand the same. Asked anew is only what may have turned. */
export function areStepsUnchanged(
  called: readonly CalledStep[],
  then: World,
  mayHaveTurned: (step: Step) => boolean,
): boolean {
  const before = new Set(called.map(({ step }) => step))
  const turned = then.pathway.steps.filter(mayHaveTurned)
  return (
    turned.every((step) => (then.truth(step.when, null) === 'yes') === before.has(step)) &&
    called.every(({ step, now }) => isDeepEqual(now, stepNow(step, then)))
  )
}

/**
 * Most urgent first, then those that settle one of `gateFacts`, then those longest overdue; else as the pathway
 * writes them.
 */
export function sortSteps(
  called: readonly CalledStep[],
  pathway: Pathway,
  gateFacts: ReadonlySet<string>,
): readonly NextStep[] {
  const { screensOf } = dictionaryOf(pathway)
  const opens = (step: Step): boolean =>
    step.settles.some((settled) =>
      settled.kind === 'entry'
        ? Object.values(settled.fields).some((field) => gateFacts.has(field.id))
        : gateFacts.has(settled.id) || screensOf(settled).some(({ id }) => gateFacts.has(`screen.${id}`)),
    )
  return called
    .map(({ step, now }, order) => ({ step: now, opens: opens(step), order }))
    .sort(
      (a, b) =>
        compareUrgency(a.step, b.step) ||
        Number(b.opens) - Number(a.opens) ||
        compareDates(a.step, b.step) ||
        a.order - b.order,
    )
    .map(({ step }) => step)
}

const none: ReadonlySet<string> = new Set()

function stepNow(step: Step, world: World): NextStep {
  const { anchor, urgency, due, state } = stepStanding(step, world)
  return {
    id: step.id,
    label: step.label,
    text: step.text,
    owner: step.owner,
    urgency,
    anchor: { fact: anchor.name, date: anchor.span ? formatSpan(anchor.span) : null },
    dueBy: due === null ? null : formatDay(due),
    state,
    rules: step.rules,
    passages: step.because.map(citeId),
    missing: step.settles.flatMap((f) =>
      f.kind === 'entry' ? [f.id] : f.scope !== 'patient' || !resolvedFactOf(world, f, null).known ? [f.id] : [],
    ),
  }
}

/** What a step asks of a person on a day. */
export type DayQueries = Pick<World, 'truth' | 'written' | 'isAfter'>
type DatedAnchor = Readonly<{ name: string; span: Span | null }>
export type StepStanding = Readonly<{ anchor: DatedAnchor; urgency: Urgency; due: Day | null; state: StepState }>

/** How a step stands that is called for. */
export function stepStanding(step: Step, asked: DayQueries): StepStanding {
  const anchor = anchorOf(step, asked)
  const urgency = step.urgency.find((u) => asked.truth(u.when, null) === 'yes')?.is ?? 'routine'
  const window = anchor.span ? windowOf(step, anchor.span, asked) : null
  return { anchor, urgency, due: window?.due ?? null, state: window ? stateOf(window, asked) : 'unknown-anchor' }
}

/** The latest anchor that is applicable; one of unknown date leaves the due date unknown, and is the one named. */
function anchorOf(step: Step, { written }: DayQueries): DatedAnchor {
  const anchors = step.anchors.map(({ name, date }) => ({ name, at: written(date, null) }))
  const dated = anchors.flatMap(({ name, at }) => (typeof at === 'string' ? [] : [{ name, span: at }]))
  const vague = anchors.find(({ at }) => at === 'unknown')
  const [first] = dated
  if (vague || !first) return { name: (vague ?? anchors[0])?.name ?? step.id, span: null }
  const last = dated.reduce((a, b) => (b.span.hi > a.span.hi ? b : a), first)
  return { name: last.name, span: { lo: Math.max(...dated.map(({ span }) => span.lo)), hi: last.span.hi } }
}

type Window = Readonly<{ opens: Day; due: Day; overdue: Day }>

/**
 * Due counts from the earliest day the anchor may mean, opening from the latest: both ways the careful one. A month or year
 * that is not over yet counts whole, so that neither moves with the day on which somebody asks.
 */
function windowOf(step: Step, anchor: Span, { written }: DayQueries): Window | null {
  const days = (term: NumberTerm): number => {
    const value = written(term, null)
    return typeof value === 'string' ? 0 : value.hi
  }
  const wait = days(step.window.opens)
  // What opens with its anchor has nothing to wait for: that has happened, on whichever of its days.
  const opens = wait === 0 ? anchor.lo : anchor.hi + wait
  // A month or a year as anchor, or a site's longer interval, may put the due day before the first day it may be done.
  const due = Math.max(opens, anchor.lo + days(step.window.due))
  return { opens, due, overdue: Math.max(due, anchor.lo + days(step.window.overdue)) }
}

function stateOf({ opens, due, overdue }: Window, { isAfter }: DayQueries): StepState {
  if (isAfter(Math.max(due, overdue))) return 'overdue'
  if (isAfter(due)) return 'grace'
  return isAfter(opens - 1) ? 'due' : 'early'
}

const stateOrder: readonly StepState[] = ['overdue', 'grace', 'due', 'unknown-anchor', 'early']

const compareUrgency = (a: NextStep, b: NextStep): number => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)

const compareDates = (a: NextStep, b: NextStep): number =>
  stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) || compareWritten(a.dueBy ?? '9999', b.dueBy ?? '9999')

const compareWritten = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const severities: readonly RaisedAlert['severity'][] = ['critical', 'warning', 'info']

/** What must be said now, worst first. */
export const raisedAlerts = (world: World): Advice['alerts'] =>
  world
    .holding(world.pathway.alerts, null)
    .map((alert, order) => ({ alert, order }))
    .sort((a, b) => severities.indexOf(a.alert.severity) - severities.indexOf(b.alert.severity) || a.order - b.order)
    .map(({ alert }) => ({
      id: alert.id,
      severity: alert.severity,
      text: alert.text,
      rules: alert.rules,
      passages: alert.because.map(citeId),
    }))

export function areAlertsUnchanged(
  raised: Advice['alerts'],
  then: World,
  mayHaveTurned: (alert: Alert) => boolean,
): boolean {
  const before = new Set(raised.map(({ id }) => id))
  return then.pathway.alerts
    .filter(mayHaveTurned)
    .every((alert) => (then.truth(alert.when, null) === 'yes') === before.has(alert.id))
}
