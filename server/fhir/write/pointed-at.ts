import { isObject, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { codingsOf } from '@facialis/fhir/terms/concept.ts'
import type { Resource } from '@facialis/record'
import { referenceKey } from '../../indexed/values.ts'

/** An order that something else asks for, as the order it would be. */
export type Hidden = Readonly<{
  order: Resource
  /** Path below the resource that asks for it. */
  at: string
  /** It has an address of its own nowhere, so nobody could stop it. */
  isContained: boolean
}>

export const orders: ReadonlySet<string> = new Set(['MedicationRequest', 'ServiceRequest'])
export const proposed: ReadonlySet<string> = new Set(['proposal', 'plan', 'option'])
const over = new Set(['completed', 'entered-in-error'])
const idle = new Set(['draft', 'stopped', 'cancelled', 'revoked'])

/** It asks for nothing by itself, and was judged by nobody; but something else may ask that it be carried out. */
export const isUnasked = ({ resourceType, status, intent }: Resource): boolean =>
  orders.has(resourceType) && !over.has(String(status)) && (idle.has(String(status)) || proposed.has(String(intent)))

export const asIfAsked = (order: Resource): Resource => ({ ...order, status: 'active', intent: 'order' })

/** What asks for nothing any more. */
export const unasked: ReadonlySet<string> = new Set([...over, ...idle, 'rejected', 'failed'])

/** That it be signed, changed or given up is not that it be carried out. */
const aboutIt = new Set(['approve', 'change', 'replace', 'suspend', 'abort'])
const taskCodes = 'http://hl7.org/fhir/CodeSystem/task-code'

/** Whether it stands, and is more than a thought of somebody. */
const isMeant = ({ status, intent }: Resource): boolean => !unasked.has(String(status)) && !proposed.has(String(intent))

/** Whether it is a task, and one that asks for something. */
export const isTaskAsking = (one: Resource): boolean => one.resourceType === 'Task' && isMeant(one)

/** Whether it is a plan that asks for what stands in it: a plan is what a CarePlan always is; a proposal or an option asks for nothing. */
export const isPlanAsking = ({ resourceType, status, intent }: Resource): boolean =>
  resourceType === 'CarePlan' && !unasked.has(String(status)) && intent !== 'proposal' && intent !== 'option'

const isOrderAsking = (one: Resource): boolean =>
  orders.has(one.resourceType) && isMeant(one) && one.doNotPerform !== true

/** Whether it asks for anything to be carried out. */
const asks = (one: Resource): boolean =>
  isPlanAsking(one) ||
  isOrderAsking(one) ||
  (isTaskAsking(one) &&
    !codingsOf(one.code).some(({ system, code }) => system === taskCodes && aboutIt.has(String(code))))

type Link = Readonly<{ link: JsonObject; at: string }>

/** By what something asks for an order that stands by itself: what a task is about, done for, or given; what a plan holds; what an order is based on. */
export function pointers({ resourceType, focus, basedOn, input, activity }: JsonObject): readonly Link[] {
  switch (resourceType) {
    case 'Task':
      return [...linkAt(focus, '.focus'), ...each(basedOn, 'basedOn'), ...each(input, 'input', 'valueReference')]
    case 'CarePlan':
      return each(activity, 'activity', 'reference')
    default:
      return orders.has(String(resourceType)) ? each(basedOn, 'basedOn') : none
  }
}
const none: readonly never[] = []

const linkAt = (link: unknown, at: string): readonly Link[] =>
  isObject(link) && typeof link.reference === 'string' ? [{ link, at }] : none

/** The links of a list, or those in one member of what it lists. */
const each = (list: unknown, name: string, member?: string): readonly Link[] =>
  objectsIn(list).flatMap((one, at) =>
    member === undefined ? linkAt(one, `.${name}[${at}]`) : linkAt(one[member], `.${name}[${at}].${member}`),
  )

/** Orders that something asks to be carried out though nobody has signed them. */
export const pointedAt = (one: Resource, find: (reference: string) => Resource | null): readonly Hidden[] =>
  asks(one)
    ? pointers(one).flatMap(({ link, at }) => {
        const found = find(String(link.reference))
        return found !== null && isUnasked(found) ? [{ order: asIfAsked(found), at, isContained: false }] : []
      })
    : []

/** Whether it asks that what has this address be carried out. */
export const pointsAt = (one: Resource, address: string): boolean =>
  asks(one) && pointers(one).some(({ link }) => referenceKey(String(link.reference)) === address)
