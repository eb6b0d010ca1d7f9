import type { Decision } from '@facialis/language'
import { isObject, type JsonObject, objectsIn } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { alertSystem, decisionSystem } from '../terms/systems.ts'
import { cited } from './cited.ts'
import { described, idOf, type Publishing, pinned } from './described.ts'
import { alertExpression, applicable, comesTo, type Logic, named } from './expressions.ts'
import { stepAction } from './steps.ts'

const cpg = 'http://hl7.org/fhir/uv/cpg/StructureDefinition'
const kinds = 'http://terminology.hl7.org/CodeSystem/plan-definition-type'

/** The pathway with its steps by owner; its gates; its alerts. */
export function plans(publishing: Publishing, logic: Logic): readonly Resource[] {
  const { pathway } = publishing
  const gates = pathway.decisions.filter(({ body }) => body.kind === 'gate')
  const plan = (id: string, title: string, type: string, profile: string, action: readonly JsonObject[]): Resource =>
    described('PlanDefinition', { id, title }, publishing, {
      meta: { profile: [`${cpg}/${profile}`] },
      type: { coding: [{ system: kinds, code: type }] },
      subjectCodeableConcept: { text: 'Patient' },
      library: librariesIn(action),
      action,
    })
  const owners = [...new Set(pathway.steps.map(({ owner }) => owner))]
  return [
    plan(pathwayPlanId(publishing), pathway.title, 'workflow-definition', 'cpg-pathwaydefinition', [
      ...gates.map((gate) => ({
        id: idOf('gate', gate.id),
        title: gate.asks,
        definitionCanonical: pinned('PlanDefinition', idOf('gate', gate.id), pathway),
      })),
      ...owners.map((owner) => ({
        id: idOf('owner', owner),
        title: `Steps of the ${owner.replaceAll('-', ' ')}`,
        groupingBehavior: 'logical-group',
        selectionBehavior: 'any',
        action: pathway.steps.filter((step) => step.owner === owner).map((step) => stepAction(step, logic, publishing)),
      })),
    ]),
    ...gates.map((gate) =>
      plan(
        idOf('gate', gate.id),
        gate.asks,
        'eca-rule',
        'cpg-recommendationdefinition',
        gateActions(gate, logic, publishing),
      ),
    ),
    plan(
      idOf(pathway.id, 'alerts'),
      `Alerts: ${pathway.title}`,
      'eca-rule',
      'cpg-recommendationdefinition',
      pathway.alerts.map((alert) => ({
        id: idOf('alert', alert.id),
        title: alert.text,
        textEquivalent: `${alert.severity}: ${alert.text}`,
        code: [{ coding: [{ system: alertSystem, code: alert.id, display: alert.text }] }],
        documentation: cited(alert.because, publishing.day),
        condition: [applicable(named(alertExpression(alert.id), alert.text, logic))],
        type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/action-type', code: 'fire-event' }] },
      })),
    ),
  ].filter(({ action }) => Array.isArray(action) && action.length > 0)
}

/** The libraries that conditions of these actions name. */
const librariesIn = (actions: readonly JsonObject[]): readonly string[] => [
  ...new Set(
    actions.flatMap((action): readonly string[] => [
      ...objectsIn(action.condition).flatMap(({ expression }) =>
        isObject(expression) && typeof expression.reference === 'string' ? [expression.reference] : [],
      ),
      ...librariesIn(objectsIn(action.action)),
    ]),
  ),
]

export const pathwayPlanId = ({ pathway }: Publishing): string => idOf(pathway.id)

/** One action for each answer: what may be done with it, and every need and limit with what it rests on. */
function gateActions(gate: Decision, logic: Logic, { day }: Publishing): readonly JsonObject[] {
  if (gate.body.kind !== 'gate') return []
  const reasons = [...gate.body.needs, ...gate.body.limits].flatMap(({ because }) => because)
  const documentation = cited([...new Set(reasons)], day)
  return gate.answers.map((answer) => ({
    id: idOf(gate.id, answer),
    title: `${gate.asks} ${answer}`,
    description: `The gate answers ${answer}.`,
    code: [{ coding: [{ system: decisionSystem, code: gate.id, display: gate.asks }], text: answer }],
    documentation,
    condition: [applicable(comesTo(gate.id, answer, `${gate.id} is ${answer}`, logic))],
  }))
}
