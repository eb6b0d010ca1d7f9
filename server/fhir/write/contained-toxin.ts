import {
  asIfAsked,
  hiddenEvents,
  hiddenOrders,
  isUnasked,
  isUnsigned,
  mayAsk,
  pointers,
  pointsAt,
} from '@facialis/fhir'
import { objectsIn } from '@facialis/fhir/json/json.ts'
import type { AskedFor } from '@facialis/fhir/orders/hidden-orders.ts'
import { spanIn } from '@facialis/fhir/values/when.ts'
import type { Resource } from '@facialis/record'
import { isADoctor } from '@facialis/wire'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { dayNumber } from '../../core/site-day.ts'
import { type DoorContext, isKnownOf, type Met, seenAt, toxinTypes } from './door-context.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

/** What it asks for as an order does, in it or by it; of what is unsigned, itself, where something asks for it already. */
async function askedBy(resource: Resource, door: DoorContext): Promise<AskedFor> {
  const find = await finderFor(resource, door)
  const asked = hiddenOrders(resource, { find })
  const patientId = isUnasked(resource) ? door.patientOf(resource) : null
  if (patientId === null) return asked
  const itself = asIfAsked(resource)
  const itsOwn = [
    { order: itself, at: '', isContained: false, isAnything: false },
    ...hiddenOrders(itself, { find }).orders,
  ]
  const isIt = await Promise.all(itsOwn.map(async ({ order }) => (await seenAt(door, order)).as === 'order'))
  if (!isIt.includes(true)) return asked
  const kept = (await door.open(patientId))?.resources ?? []
  if (!isAskedFor(`${resource.resourceType}/${resource.id}`, kept)) return asked
  return { ...asked, orders: [...asked.orders, ...itsOwn.map((one) => ({ ...one, at: '' }))] }
}

/** Files are full of what refers to something else; little of that asks for what is there already. */
const finderFor = async (resource: Resource, door: DoorContext) =>
  [resource, ...objectsIn(resource.contained)].some((one) => pointers(one).length > 0)
    ? await door.refer(resource)
    : () => null

/** Whether something asks for what has this address: by itself, or by way of what asks for nothing by itself. */
function isAskedFor(address: string, kept: readonly Resource[]): boolean {
  const addresses = new Set([address])
  for (const one of addresses)
    for (const holder of kept) {
      if (pointsAt(holder, one)) return true
      if (isUnasked(holder) && pointsAt(asIfAsked(holder), one)) addresses.add(`${holder.resourceType}/${holder.id}`)
    }
  return false
}

/** Most of what comes holds nothing, and is of no type that asks for anything: then there is nothing below to be found in it. */
export const hidesNothing = (resource: Resource): boolean => resource.contained === undefined && !mayAsk(resource)

type Hiding = Readonly<{
  asked: readonly (Met & Readonly<{ whose: string }>)[]
  /** It asks for an order that is kept elsewhere, and nobody here can read it. */
  isElsewhere: boolean
  /** An order of it that nobody has signed lies inside: it can be signed nowhere, and somebody may carry it out. */
  isToRead: boolean
}>

/** Toxin asked for inside another resource, or by it. */
export async function containedOrders({ resource, type, intent }: Target, door: DoorContext): Promise<Result<Hiding>> {
  const { clinic, who, patientOf } = door
  const asked: Hiding['asked'][number][] = []
  const { orders, unread } = resource === null ? nothing : await askedBy(resource, door)
  for (const { order, at, isContained } of orders) {
    const seen = await seenAt(door, order)
    if (seen.as !== 'order' && seen.as !== 'unresolved') continue
    const where = placeIn(intent, `${type}${at}`)
    // What was given under an order of that day may bring it along.
    if (isContained && toxinTypes.has(type) && isDatedBefore(order, clinic)) continue
    // An order that stands by itself is whose it says, whoever it is asked for by.
    const whose = patientOf(order) ?? patientOf(resource as Resource)
    if (isContained || seen.as === 'unresolved' || whose === null)
      return refuse(
        422,
        'hidden-order',
        'A medicine is ordered by an order of its own, which names it, not inside this.',
        {
          where,
        },
      )
    if (!isADoctor(who.roles))
      return refuse(403, 'may-not', 'Your role does not order toxin: it is for clinician or surgeon.', { where })
    asked.push({ whose, where, seen, proposal: { kind: 'order' } })
  }
  return ok({
    asked,
    isElsewhere: unread.some(({ reference }) => /^urn:|:\/\//.test(reference)),
    isToRead: resource !== null && (await hasUnsignedContainedOrder(resource, door)),
  })
}

/** Whether an order of toxin that nobody has signed lies inside. */
export async function hasUnsignedContainedOrder(resource: Resource, door: DoorContext): Promise<boolean> {
  if (resource.contained === undefined) return false
  const meant = (inner: Resource) => (isUnsigned(inner) ? asIfAsked(inner) : inner)
  for (const { order, isContained } of hiddenOrders(resource, { find: () => null, meant }).orders)
    if (isContained && (await seenAt(door, order)).as === 'order') return true
  return false
}

const nothing: AskedFor = { orders: [], unread: [] }

/**
 * Toxin told to have been given inside another resource. Of today or later, or of no day, it is sent as a resource of its own,
 * which meets the gate. What lies back is taken; whether somebody has to read it, is given.
 */
export async function containedAdministration(target: Target, door: DoorContext): Promise<Result<boolean>> {
  const { resource, intent, type } = target
  let isToRead = false
  for (const { one, at } of resource === null ? [] : hiddenEvents(resource)) {
    const seen = await seenAt(door, one)
    if (seen.as === 'prospective' || seen.as === 'order' || seen.as === 'unresolved')
      return refuse(
        422,
        'hidden-injection',
        'What is given is told by a resource of its own, so that it is read and counts: not inside this one.',
        { where: placeIn(intent, `${type}${at}`) },
      )
    isToRead ||= (seen.as === 'history' || seen.mentioned !== null) && !(await isKnownOf(target, seen, door))
  }
  return ok(isToRead)
}

/** By the calendar of the clinic: where it was written it may have been yesterday. */
function isDatedBefore({ authoredOn }: Resource, { zone, today }: DoorContext['clinic']): boolean {
  const day = spanIn(zone, authoredOn)
  return day !== null && day.hi < dayNumber(today())
}
