import type { Advice, NextStep, Pathway, RaisedAlert } from '@facialis/language'
import { labelsOf } from '../chart/labels.ts'
import type { JsonObject } from '../json/json.ts'
import { cited } from '../publish/cited.ts'
import { idOf, pinned } from '../publish/described.ts'
import { applicable, stepExpression } from '../publish/expressions.ts'
import { activityId, ownerConcept, priorities } from '../publish/steps.ts'
import type { Resource } from '../read/resources.ts'
import { alertSystem, stepSystem } from '../terms/systems.ts'
import { cautionsOf, heldBack } from './gates.ts'

/** About whom, and what the plan is called. `subject` is a reference; null where a file names no patient. */
export type AppliedTo = Readonly<{ id: string; subject: string | null }>

/**
 * The pathway applied to one person: a CarePlan as `PlanDefinition/$apply` gives it, with its RequestGroup inside. Each
 * next step is an action with its condition, owner, priority, last day and sources, and the task it becomes; what may not be done now stands as
 * an activity on hold that says what shuts it; what may be done with caution, and what must be said, are issues beside it.
 * It has no goals: the pathway says which questions a step settles, never what a person is to reach, and that is not for us to make up.
 */
export function carePlanOf(pathway: Pathway, advice: Advice, { id, subject }: AppliedTo): Resource {
  const about = subject === null ? { display: 'The person asked about' } : { reference: subject }
  const plan = pinned('PlanDefinition', idOf(pathway.id), pathway)
  const owners = [...new Set(advice.nextSteps.map(({ owner }) => owner))]
  const alerts = advice.alerts.map((alert, at) => issueOf(alert, { id: `alert-${at + 1}`, about }))
  const issues = [...cautionsOf(pathway, advice, about), ...alerts]
  return {
    resourceType: 'CarePlan',
    id,
    contained: [
      {
        resourceType: 'RequestGroup',
        id: 'steps',
        instantiatesCanonical: [plan],
        status: 'draft',
        intent: 'proposal',
        subject: about,
        authoredOn: advice.asOf,
        ...(advice.nextSteps.length === 0
          ? {}
          : { action: advice.nextSteps.map((step) => actionOf(step, { pathway, asOf: advice.asOf })) }),
      },
      ...advice.nextSteps.map((step) => taskOf(step, { about, pathway, asOf: advice.asOf })),
      ...owners.map((owner) => ({ resourceType: 'PractitionerRole', id: ownerId(owner), code: [ownerConcept(owner)] })),
      ...issues,
    ],
    instantiatesCanonical: [plan],
    status: 'draft',
    intent: 'proposal',
    title: pathway.title,
    description: `${stageWords(pathway, advice)} (${advice.status})`,
    subject: about,
    period: { start: advice.asOf, ...(advice.holdsUntil === null ? {} : { end: advice.holdsUntil }) },
    created: advice.asOf,
    ...(issues.length === 0 ? {} : { supportingInfo: issues.map((issue) => ({ reference: `#${issue.id}` })) }),
    activity: [{ reference: { reference: '#steps' } }, ...heldBack(pathway, advice)],
    ...questions(advice),
  }
}

const ownerId = (owner: string): string => idOf('owner', owner)

function stageWords({ stage }: Pathway, { decisions }: Advice): string {
  const answer = decisions[stage.id]?.answer
  return typeof answer === 'string' ? `Stage: ${answer.replaceAll('-', ' ')}` : 'Stage not decided'
}

function actionOf(step: NextStep, { pathway, asOf }: Readonly<{ pathway: Pathway; asOf: string }>): JsonObject {
  const written = pathway.steps.find(({ id }) => id === step.id)
  return {
    id: activityId(step),
    title: step.label,
    description: step.text,
    textEquivalent: `${step.label}. ${dueWords(step, labelsOf(pathway).get(step.anchor.fact) ?? step.anchor.fact)}`,
    priority: priorities[step.urgency],
    code: [{ coding: [{ system: stepSystem, code: step.id, display: step.label }] }],
    ...(written === undefined ? {} : { documentation: cited(written.because, asOf) }),
    condition: [
      applicable({ description: step.text, language: 'text/cql-identifier', expression: stepExpression(step.id) }),
    ],
    // The last day, and not the first: when a thing may begin is not part of what is advised.
    ...(step.dueBy === null ? {} : { timingPeriod: { end: step.dueBy } }),
    participant: [{ reference: `#${ownerId(step.owner)}` }],
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/action-type', code: 'create' }] },
    resource: { reference: `#${taskId(step)}` },
  }
}

const taskId = ({ id }: NextStep): string => idOf('task', id)

/** The task that the step's activity becomes for this person. */
const taskOf = (
  step: NextStep,
  { about, pathway, asOf }: Readonly<{ about: JsonObject; pathway: Pathway; asOf: string }>,
): JsonObject => ({
  resourceType: 'Task',
  id: taskId(step),
  instantiatesCanonical: pinned('ActivityDefinition', activityId(step), pathway),
  status: 'draft',
  intent: 'proposal',
  priority: priorities[step.urgency],
  code: { coding: [{ system: stepSystem, code: step.id, display: step.label }], text: step.label },
  description: step.text,
  for: about,
  authoredOn: asOf,
  owner: { reference: `#${ownerId(step.owner)}` },
  ...(step.dueBy === null ? {} : { restriction: { period: { end: step.dueBy } } }),
})

const states: Readonly<Record<NextStep['state'], string>> = {
  early: 'It is not yet time',
  due: 'Due',
  grace: 'Past its day, not yet overdue',
  overdue: 'Overdue',
  'unknown-anchor': 'No last day',
}

function dueWords({ state, dueBy, anchor }: NextStep, from: string): string {
  if (dueBy === null) return `${states[state]}: it counts from ${from}, of which nobody knows the day.`
  return `${states[state]}: by ${dueBy}, counted from ${from}${anchor.date === null ? '' : ` (${anchor.date})`}.`
}

const severities: Readonly<Record<RaisedAlert['severity'], string>> = {
  critical: 'high',
  warning: 'moderate',
  info: 'low',
}

const issueOf = (
  { id: code, severity, text }: RaisedAlert,
  { id, about }: Readonly<{ id: string; about: JsonObject }>,
): Resource => ({
  resourceType: 'DetectedIssue',
  id,
  status: 'final',
  code: { coding: [{ system: alertSystem, code, display: text }] },
  severity: severities[severity],
  patient: about,
  detail: text,
})

/** More than anybody asks in one visit is left to the advice itself. */
const mostQuestions = 5

const questions = ({ missing }: Advice): JsonObject =>
  missing.length === 0
    ? {}
    : {
        note: missing
          .slice(0, mostQuestions)
          .map(({ fact, question }) => ({ text: `To be asked next: ${question} (${fact})` })),
      }
