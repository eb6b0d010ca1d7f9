import { isObject, type JsonObject, objectsIn } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { isEvent } from './kinds.ts'
import {
  actions,
  asIfAsked,
  type Following,
  isAsking,
  isPlanAsking,
  isUnasked,
  mayAsk,
  nestedIn,
  orders,
  type RequestedResources,
  requestedResources,
  unasked,
} from './requested-resources.ts'

/** An order that something else asks for, as the order it would be. */
export type Hidden = Readonly<{
  order: Resource
  /** Path below the resource that asks for it. */
  at: string
  /** It has an address of its own nowhere, so nobody could stop it. */
  isContained: boolean
  /** Told by a code that may be of anything: what nobody here can read of it is most often no medicine. */
  isAnything: boolean
}>

export type AskedFor = Readonly<{ orders: readonly Hidden[]; unread: RequestedResources['unread'] }>

/** Everything that asks for something as an order does: what stands in it, what it holds, and what it says is to be carried out. */
export function hiddenOrders(resource: Resource, following: Following): AskedFor {
  if (resource.contained === undefined && !mayAsk(resource)) return nothing
  const seen = new Set<JsonObject>()
  const held = [
    { asked: resource, at: '', isContained: false },
    ...inside(resource).map(({ one, at }) => ({ asked: following.meant?.(one) ?? one, at, isContained: true })),
  ].flatMap((one): readonly (typeof one & RequestedResources)[] => [
    { ...one, ...requestedResources(one.asked, following, seen) },
  ])
  return {
    orders: held.flatMap(({ asked, at: where, isContained, found }) => [
      ...(isContained && orders.has(asked.resourceType)
        ? [{ order: asked, at: where, isContained, isAnything: false }]
        : []),
      ...standingIn(asked).map((one) => ({ ...one, at: where === '' ? one.at : where, isContained })),
      ...found.flatMap((one): readonly Hidden[] => {
        const place = { at: where === '' ? one.at : where, isContained: isContained || one.isContained }
        const own = orders.has(one.asked.resourceType) ? [{ order: one.asked, isAnything: false, ...place }] : []
        return [...own, ...standingIn(one.asked).map((inner) => ({ ...inner, ...place }))]
      }),
    ]),
    unread: held.flatMap(({ unread }) => unread),
  }
}

const nothing: AskedFor = { orders: [], unread: [] }

/** What was given or done, told inside another resource: it has an address of its own nowhere, and nobody reads it there. */
export const hiddenEvents = (resource: Resource): readonly Inside[] =>
  inside(resource).filter(({ one }) => isEvent(one))

type Inside = Readonly<{ one: Resource; at: string }>

/** The resources inside one, each with all that is there for it to refer to; and those in what is there to hold others. */
function inside(resource: JsonObject, path = ''): readonly Inside[] {
  if (resource.contained === undefined && path === '') return none
  const inner = objectsIn(resource.contained)
  const nested = [
    ...nestedIn(resource.entry, { path: '.entry', member: 'entry' }),
    ...nestedIn(resource.parameter, { path: '.parameter', member: 'part' }),
  ]
  return [
    ...inner.map((one, at) => ({
      one: { contained: inner, ...one } as JsonObject,
      own: one,
      at: `${path}.contained[${at}]`,
    })),
    ...(path === '' ? [] : nested).flatMap(({ one: { resource: one }, at }) =>
      isObject(one) ? [{ one, own: one, at: `${path}${at}.resource` }] : [],
    ),
  ].flatMap(({ one, own, at }) =>
    typeof one.resourceType === 'string'
      ? [{ one: { ...one, resourceType: one.resourceType }, at }, ...inside(own, at)]
      : [],
  )
}

/** Orders that stand in a plan, a task, a group or a request for a supply as things to do. */
const standingIn = (resource: Resource): readonly Hidden[] => {
  switch (resource.resourceType) {
    case 'CarePlan':
      return inPlan(resource)
    case 'Task':
      return inTask(resource)
    case 'RequestGroup':
      return inGroup(resource)
    case 'SupplyRequest':
      return inSupply(resource)
    default:
      return none
  }
}
const none: readonly never[] = []

/** The concepts by which a plan, a task, a group or a supply names what is to be done, were it asked for. */
export const toDoIn = (resource: Resource): readonly Hidden[] =>
  standingIn(isUnasked(resource) ? asIfAsked(resource) : resource)

function inPlan(plan: Resource): readonly Hidden[] {
  if (!isPlanAsking(plan)) return none
  return objectsIn(plan.activity).flatMap(({ detail }, at): readonly Hidden[] => {
    if (!isObject(detail) || unasked.has(String(detail.status)) || detail.doNotPerform === true) return none
    const { reasonCode, reasonReference, productCodeableConcept, productReference, code } = detail
    const about = aboutOf(plan, { reasonCode, reasonReference })
    const place = `.activity[${at}].detail`
    return [...productIn(about, [productCodeableConcept, productReference], place), ...anything(about, code, place)]
  })
}

function inTask(task: Resource): readonly Hidden[] {
  if (!isAsking(task, 'Task')) return none
  const about = aboutOf(task, {
    reasonCode: [task.reasonCode].filter(isObject),
    reasonReference: [task.reasonReference].filter(isObject),
  })
  return [
    ...anything(about, task.code, '.code'),
    ...objectsIn(task.input).flatMap(({ valueCodeableConcept, valueReference }, at): readonly Hidden[] => [
      ...anything(about, valueCodeableConcept, `.input[${at}].valueCodeableConcept`),
      ...(isMedicine(valueReference, task.contained)
        ? productIn(about, [undefined, valueReference], `.input[${at}].valueReference`)
        : none),
    ]),
  ]
}

function inGroup(group: Resource): readonly Hidden[] {
  if (!isAsking(group, 'RequestGroup')) return none
  const { reasonCode, reasonReference } = group
  const about = aboutOf(group, { reasonCode, reasonReference })
  return nestedIn(group.action, actions).flatMap(({ one, at }) =>
    objectsIn(one.code).flatMap((code, i) => anything(about, code, `${at}.code[${i}]`)),
  )
}

function inSupply(supply: Resource): readonly Hidden[] {
  if (!isAsking(supply, 'SupplyRequest')) return none
  const { reasonCode, reasonReference, itemCodeableConcept, itemReference } = supply
  const [member, item] = isObject(itemReference) ? ['.itemReference', itemReference] : ['.itemCodeableConcept', null]
  // What a device is, hardly any record says, and no medicine is one.
  const isAnything = /(^|\/)Device\/[^/]/.test(String(item?.reference))
  return productIn(aboutOf(supply, { reasonCode, reasonReference }), [itemCodeableConcept, itemReference], member).map(
    (one) => ({ ...one, isAnything }),
  )
}

/** What an order that stands in something has of it: whose it is, why, and what lies inside. */
const aboutOf = ({ subject, for: whose, contained }: Resource, why: JsonObject): JsonObject => ({
  status: 'active',
  intent: 'order',
  ...(isObject(subject ?? whose) ? { subject: subject ?? whose } : {}),
  contained,
  ...why,
})

/** A medicine by its concept, or by a reference to it. */
const productIn = (
  about: JsonObject,
  [medicationCodeableConcept, medicationReference]: readonly [concept: unknown, link: unknown],
  at: string,
): readonly Hidden[] =>
  isObject(medicationCodeableConcept) || isObject(medicationReference)
    ? [
        standing(
          { resourceType: 'MedicationRequest', ...about, medicationCodeableConcept, medicationReference },
          at,
          false,
        ),
      ]
    : none

/** A concept that may name a procedure as well as a medicine. */
const anything = (about: JsonObject, concept: unknown, at: string): readonly Hidden[] =>
  isObject(concept)
    ? [
        standing({ resourceType: 'ServiceRequest', ...about, code: concept }, at, true),
        standing({ resourceType: 'MedicationRequest', ...about, medicationCodeableConcept: concept }, at, true),
      ]
    : none

const standing = (order: Resource, at: string, isAnything: boolean): Hidden => ({
  order,
  at,
  isContained: false,
  isAnything,
})

/** What a task is given may be anything; of a medicine it can be asked what it is. */
function isMedicine(link: unknown, contained: unknown): boolean {
  if (!isObject(link) || typeof link.reference !== 'string') return false
  const { reference } = link
  return (
    /(^|\/)Medication\/[^/]+/.test(reference) ||
    objectsIn(contained).some(({ resourceType, id }) => resourceType === 'Medication' && reference === `#${id}`)
  )
}
