import type { Decision } from '@facialis/language'
import { isObject, type JsonObject, objectsIn } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { alertSystem, decisionSystem } from '../terms/systems.ts'
import { cited } from './cited.ts'
import { described, idOf, type Publishing, pinned } from './described.ts'
import { alertExpression, applicable, comesTo, type Logic, named } from './expressions.ts'
import { ownerConcept, stepAction } from './steps.ts'

const cpg = 'http://hl7.org/fhir/uv/cpg/StructureDefinition'
const kinds = 'http://terminology.hl7.org/CodeSystem/plan-definition-type'

/** A plan with what whoever comes to it from the pathway is told of it. */
type Part = Readonly<{ id: string; title: string; says: string; code: JsonObject; action: readonly JsonObject[] }>

/**
 * The pathway, which leads to plans and says nothing else, as the guide asks of one; its gates; the steps of each owner; its alerts.
 * A part in which nothing is to be done is none.
 */
export function plans(publishing: Publishing, logic: Logic): readonly Resource[] {
  const { pathway } = publishing
  const parts = [
    ...pathway.decisions.flatMap((gate) => gatePart(gate, logic, publishing)),
    ...ownerParts(logic, publishing),
    alertsPart(logic, publishing),
  ].filter(({ action }) => action.length > 0)
  const plan = (id: string, title: string, kind: Kind, action: readonly JsonObject[]): Resource => {
    const library = librariesIn(action)
    return described('PlanDefinition', { id, title }, publishing, {
      meta: { profile: [`${cpg}/${kind.profile}`] },
      type: { coding: [{ system: kinds, code: kind.type }] },
      subjectCodeableConcept: { text: 'Patient' },
      ...(library.length === 0 ? {} : { library }),
      action,
    })
  }
  const leading = parts.map(({ id, title, says, code }) => ({
    id,
    title,
    description: says,
    code: [code],
    definitionCanonical: pinned('PlanDefinition', id, pathway),
  }))
  return [
    ...(leading.length === 0 ? [] : [plan(pathwayPlanId(publishing), pathway.title, asPathway, leading)]),
    ...parts.map(({ id, title, action }) => plan(id, title, asRecommendation, action)),
  ]
}

type Kind = Readonly<{ profile: string; type: string }>
/** Which type of plan goes with which profile is settled by the guide. */
const asPathway: Kind = { profile: 'cpg-pathwaydefinition', type: 'clinical-protocol' }
const asRecommendation: Kind = { profile: 'cpg-recommendationdefinition', type: 'eca-rule' }

function gatePart(gate: Decision, logic: Logic, publishing: Publishing): readonly Part[] {
  if (gate.body.kind !== 'gate') return []
  const { id, asks: title, answers } = gate
  const code = { coding: [{ system: decisionSystem, code: id, display: title }] }
  const says = `Answers ${answers.join(', ')}.`
  return [{ id: idOf('gate', id), title, says, code, action: gateActions(gate, logic, publishing) }]
}

function ownerParts(logic: Logic, publishing: Publishing): readonly Part[] {
  const { id, steps } = publishing.pathway
  return [...Map.groupBy(steps, ({ owner }) => owner)].map(([owner, some]) => ({
    id: idOf(id, 'steps', owner),
    title: `Steps of the ${owner.replaceAll('-', ' ')}`,
    says: `What comes next and who owes it: the ${owner.replaceAll('-', ' ')}.`,
    code: ownerConcept(owner),
    action: some.map((step) => stepAction(step, logic, publishing)),
  }))
}

function alertsPart(logic: Logic, { pathway, day }: Publishing): Part {
  const title = `Alerts: ${pathway.title}`
  const action = pathway.alerts.map((alert) => ({
    id: idOf('alert', alert.id),
    title: alert.text,
    textEquivalent: `${alert.severity}: ${alert.text}`,
    code: [{ coding: [{ system: alertSystem, code: alert.id, display: alert.text }] }],
    documentation: cited(alert.because, day),
    condition: [applicable(named(alertExpression(alert.id), alert.text, logic))],
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/action-type', code: 'fire-event' }] },
  }))
  return { id: idOf(pathway.id, 'alerts'), title, says: 'What must be said.', code: { text: 'Alerts' }, action }
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

const pathwayPlanId = ({ pathway }: Publishing): string => idOf(pathway.id)

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
