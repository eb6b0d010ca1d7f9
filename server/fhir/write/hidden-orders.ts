import { isEvent } from '@facialis/fhir'
import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import type { Resource } from '@facialis/record'
import { type Hidden, isPlanAsking, isTaskAsking, orders, pointedAt, unasked } from './pointed-at.ts'

/** What may stand in a plan or a task as a thing to do, and so asks for it as an order does. */
export function hiddenOrders(resource: Resource, find: (reference: string) => Resource | null): readonly Hidden[] {
  return [...contained(resource), ...inPlan(resource), ...inTask(resource), ...pointedAt(resource, find)]
}

const contained = (resource: Resource): readonly Hidden[] =>
  inside(resource)
    .filter(({ one }) => orders.has(one.resourceType))
    .map(({ one, at }) => ({ order: one, at, isContained: true }))

/** What was given or done, told inside another resource: it has an address of its own nowhere, and nobody reads it there. */
export const hiddenEvents = (resource: Resource): readonly Inside[] =>
  inside(resource).filter(({ one }) => isEvent(one))

type Inside = Readonly<{ one: Resource; at: string }>

/** The resources inside one, each with all that is there for it to refer to. */
function inside({ contained }: Resource): readonly Inside[] {
  const inner = objectsIn(contained)
  return inner.flatMap((one, at) =>
    typeof one.resourceType === 'string'
      ? [{ one: { contained: inner, ...one, resourceType: one.resourceType }, at: `.contained[${at}]` }]
      : [],
  )
}

function inPlan(plan: Resource): readonly Hidden[] {
  if (!isPlanAsking(plan)) return []
  const { activity, contained: inner } = plan
  return objectsIn(activity).flatMap(({ detail }, at): readonly Hidden[] => {
    if (!isObject(detail) || unasked.has(String(detail.status)) || detail.doNotPerform === true) return []
    const why = { reasonCode: detail.reasonCode, reasonReference: detail.reasonReference, contained: inner }
    const about = { status: 'active', intent: 'order', ...why }
    return [
      {
        resourceType: 'MedicationRequest',
        ...about,
        medicationCodeableConcept: detail.productCodeableConcept,
        medicationReference: detail.productReference,
      },
      { resourceType: 'ServiceRequest', ...about, code: detail.code },
      { resourceType: 'MedicationRequest', ...about, medicationCodeableConcept: detail.code },
    ].map((order) => ({ order, at: `.activity[${at}].detail`, isContained: false }))
  })
}

function inTask(task: Resource): readonly Hidden[] {
  if (!isTaskAsking(task)) return []
  const { code, input } = task
  const about = {
    status: 'active',
    intent: 'order',
    reasonCode: [task.reasonCode].filter(isObject),
    reasonReference: [task.reasonReference].filter(isObject),
    contained: task.contained,
  }
  const asked = (concept: unknown, at: string): readonly Hidden[] =>
    [
      { resourceType: 'ServiceRequest', ...about, code: concept },
      { resourceType: 'MedicationRequest', ...about, medicationCodeableConcept: concept },
    ].map((order) => ({ order, at, isContained: false }))
  const ordered = (medicationReference: unknown, at: string): Hidden => ({
    order: { resourceType: 'MedicationRequest', ...about, medicationReference },
    at,
    isContained: false,
  })
  return [
    ...asked(code, '.code'),
    ...objectsIn(input).flatMap(({ valueCodeableConcept, valueReference }, at): readonly Hidden[] => [
      ...(isObject(valueCodeableConcept) ? asked(valueCodeableConcept, `.input[${at}].valueCodeableConcept`) : []),
      ...(isMedicine(valueReference, task.contained) ? [ordered(valueReference, `.input[${at}].valueReference`)] : []),
    ]),
  ]
}

/** What a task is given may be anything; of a medicine it can be asked what it is. */
function isMedicine(link: unknown, contained: unknown): boolean {
  if (!isObject(link) || typeof link.reference !== 'string') return false
  const { reference } = link
  return (
    /(^|\/)Medication\/[^/]+/.test(reference) ||
    objectsIn(contained).some(({ resourceType, id }) => resourceType === 'Medication' && reference === `#${id}`)
  )
}
