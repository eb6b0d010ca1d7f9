import type { NumberTerm, Step, Urgency } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { ownerSystem, stepSystem } from '../terms/systems.ts'
import { cited } from './cited.ts'
import { described, idOf, type Publishing, pinned } from './described.ts'
import { applicable, type Logic, named, stepExpression } from './expressions.ts'

/** FHIR's four words for haste, the hastiest last: stat, asap, urgent, routine. */
export const priorities: Readonly<Record<Urgency, string>> = {
  emergency: 'stat',
  urgent: 'asap',
  soon: 'urgent',
  routine: 'routine',
}

export const ownerConcept = (owner: string): JsonObject => ({
  coding: [{ system: ownerSystem, code: owner, display: owner.replaceAll('-', ' ') }],
})

export const activityId = ({ id }: Readonly<{ id: string }>): string => idOf('step', id)

/** Each step as a task that can be proposed. */
export const activities = (publishing: Publishing): readonly Resource[] =>
  publishing.pathway.steps.map((step) =>
    described('ActivityDefinition', { id: activityId(step), title: step.label, description: step.text }, publishing, {
      meta: { profile: ['http://hl7.org/fhir/uv/cpg/StructureDefinition/cpg-computableactivity'] },
      subjectCodeableConcept: { text: 'Patient' },
      relatedArtifact: cited(step.because, publishing.day),
      kind: 'Task',
      intent: 'proposal',
      ...sureUrgency(step),
      code: { coding: [{ system: stepSystem, code: step.id, display: step.label }] },
      ...timingOf(step),
      participant: [{ type: 'practitioner', role: ownerConcept(step.owner) }],
    }),
  )

/** A step as an action of the plan: when it is called for, who owns it, and in which days after what it counts from. */
export const stepAction = (step: Step, logic: Logic, { pathway, day }: Publishing): JsonObject => ({
  id: activityId(step),
  title: step.label,
  description: step.text,
  textEquivalent: `${step.label}. Owner: ${step.owner.replaceAll('-', ' ')}. Counts from: ${[...new Set(step.anchors.map(({ name }) => name))].join(', ')}.`,
  ...sureUrgency(step),
  code: [{ coding: [{ system: stepSystem, code: step.id, display: step.label }] }],
  documentation: cited(step.because, day),
  condition: [applicable(named(stepExpression(step.id), step.text, logic))],
  ...timingOf(step),
  participant: [{ type: 'practitioner', role: ownerConcept(step.owner) }],
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/action-type', code: 'create' }] },
  definitionCanonical: pinned('ActivityDefinition', activityId(step), pathway),
})

/** Only where it hangs on nothing: otherwise it is worked out for the person. */
function sureUrgency({ urgency }: Step): JsonObject {
  const [first] = urgency
  if (first === undefined) return { priority: priorities.routine }
  return first.when.kind === 'always' ? { priority: priorities[first.is] } : {}
}

/** The days after the anchor within which it is to be done, where a site changes nothing. */
function timingOf({ window }: Step): JsonObject {
  const [from, to] = [usual(window.opens), usual(window.due)]
  if (from === null || to === null) return {}
  const days = (value: number) => ({ value, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' })
  return { timingRange: { low: days(from), high: days(Math.max(from, to)) } }
}

/** What a term comes to with every policy number at its default; null where it hangs on the person. */
function usual(term: NumberTerm): number | null {
  switch (term.kind) {
    case 'number':
      return term.value
    case 'policy':
      return term.default
    case 'plus':
      return term.of.reduce<number | null>((sum, part) => {
        const value = usual(part)
        return sum === null || value === null ? null : sum + value
      }, 0)
    case 'times': {
      const [left, right] = [usual(term.left), usual(term.right)]
      return left === null || right === null ? null : left * right
    }
    case 'quantity':
    case 'days-between':
    case 'years-between':
    case 'count':
    case 'sum':
    case 'run-length':
      return null
    default:
      return term satisfies never
  }
}
