import { isObject, isText, type JsonObject, shown } from '../json/json.ts'
import { collecting, type Outcome, type Report } from '../json/outcome.ts'
import { checkConcepts } from '../read/check-concepts.ts'
import { itemOf, typeAndId, withoutVersion } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'

/** An order somebody is about to sign. */
export type DraftOrder = Readonly<{
  resource: Resource
  /** `MedicationRequest/1`; null where it has no id. */
  reference: string | null
  /** By which others in the same bundle may name it, where it has one. */
  fullUrl?: string
  /** Whether it is what the person at the screen is working on now. */
  isSelected: boolean
}>

/** Follows a reference among the orders in progress. */
export const findAmong =
  (orders: readonly DraftOrder[]) =>
  (reference: string): Resource | null =>
    orders.find(
      (one) =>
        (one.reference !== null && one.reference === typeAndId(reference)) || one.fullUrl === withoutVersion(reference),
    )?.resource ?? null

/**
 * The orders in progress of a hook's context. `selections` names those that are worked on; without it all are.
 * Problems: `bad-orders` (also an order that does not refer to whom it is for), `another-patient` (one for somebody else),
 * `unknown-selection`.
 */
export function draftOrdersIn(context: JsonObject, patientId: string): Outcome<readonly DraftOrder[]> {
  return collecting((report) => {
    const { draftOrders, selections } = context
    const where = 'context.draftOrders'
    if (!isObject(draftOrders) || draftOrders.resourceType !== 'Bundle') {
      report('bad-orders', `The orders in progress are a FHIR Bundle, not ${shown(draftOrders)}.`, where)
      return []
    }
    const { entry: entries = [] } = draftOrders
    if (!Array.isArray(entries)) {
      report('bad-orders', `The entries of a bundle are a list, not ${shown(entries)}.`, `${where}.entry`)
      return []
    }
    const orders = entries.flatMap((entry: unknown, at) => orderAt(entry, `${where}.entry[${at}]`, patientId, report))
    if (selections === undefined) return orders.map((order) => ({ ...order, isSelected: true }))
    const chosen = new Set(selectedAmong(orders, selections, report))
    return orders.map((order) => ({ ...order, isSelected: chosen.has(order) }))
  })
}

type Unselected = Omit<DraftOrder, 'isSelected'>

function orderAt(entry: unknown, where: string, patientId: string, report: Report): readonly Unselected[] {
  const resource = isObject(entry) ? entry.resource : undefined
  if (!isObject(entry) || resource === undefined) {
    report('bad-orders', 'An order in progress is expected here: this entry has no resource.', where)
    return []
  }
  if (!isObject(resource) || !isText(resource.resourceType)) {
    const sentence = isObject(resource)
      ? 'An order in progress is expected here: this has no resourceType.'
      : `An order in progress is expected here, not ${shown(resource)}.`
    report('bad-orders', sentence, `${where}.resource`)
    return []
  }
  if (resource.resourceType === 'Bundle') {
    report('bad-orders', 'An order is expected here, not a Bundle of others.', `${where}.resource`)
    return []
  }
  // What cannot be read would be let pass without a word.
  checkConcepts(itemOf(resource, `${where}.resource`), { report })
  // `for` is whom a task is done for.
  for (const name of ['subject', 'patient', 'for']) {
    const link = resource[name]
    if (link === undefined) continue
    const reference = isObject(link) ? link.reference : link
    if (reference === undefined || reference === null) {
      const sentence = `${unreferred(link)}; it is not known whether that is the patient in context. Refer to "Patient/${patientId}".`
      report('bad-orders', sentence, `${where}.resource.${name}`)
    } else if (typeof reference !== 'string' || typeAndId(reference) !== `Patient/${patientId}`) {
      const sentence = `This order is for ${shown(reference)}, not for the patient in context.`
      report('another-patient', sentence, `${where}.resource.${name}`)
    }
  }
  const { resourceType, id } = resource
  const named = isText(entry.fullUrl) ? { fullUrl: entry.fullUrl } : {}
  return [{ resource: resource as Resource, reference: isText(id) ? `${resourceType}/${id}` : null, ...named }]
}

/** What an order says that refers to nobody. */
const unreferred = (link: unknown): string => {
  if (isObject(link) && link.identifier !== undefined) return 'This order names its patient only by an identifier'
  if (isObject(link) && link.display !== undefined) return 'This order names its patient only in words'
  return 'This order does not say whom it is for'
}

function selectedAmong(orders: readonly Unselected[], selections: unknown, report: Report): readonly Unselected[] {
  if (!Array.isArray(selections)) {
    report('bad-orders', `The selections are a list of ids, not ${shown(selections)}.`, 'context.selections')
    return []
  }
  return selections.flatMap((selection: unknown, at): readonly Unselected[] => {
    // Some systems leave the type out.
    const found = orders.filter(
      ({ reference, resource }) =>
        isText(selection) && (reference === typeAndId(selection) || resource.id === selection),
    )
    if (found.length === 0)
      report(
        'unknown-selection',
        `${shown(selection)} is not one of the orders in progress.`,
        `context.selections[${at}]`,
      )
    return found
  })
}

const unsigned = new Set(['draft', 'on-hold', 'unknown'])

/** The order as it would be once signed. One that was stopped, or says what not to do, stays that. */
export function asIfSigned(resource: Resource): Resource {
  const { status } = resource
  const isUnsigned = status === undefined || unsigned.has(String(status))
  return isUnsigned ? { ...resource, status: 'active', intent: 'order' } : { ...resource, intent: 'order' }
}
