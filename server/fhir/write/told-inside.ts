import type { Day } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { isADoctor } from '../../acts/kinds.ts'
import { ok, type Result, refuse } from '../../ground/problem.ts'
import { dayNumber } from '../../ground/site-day.ts'
import { type AtTheDoor, isKnownOf, type Met, seenAt, told } from './at-the-door.ts'
import { hiddenEvents, hiddenOrders } from './hidden-orders.ts'
import { placeIn } from './intent.ts'
import { asIfAsked, type Hidden, isUnasked, pointers, pointsAt } from './pointed-at.ts'
import type { Target } from './targets.ts'

/** The orders that stand in it, or that it asks to be carried out; of an unsigned one, itself, where something asks for it already. */
async function askedBy(resource: Resource, door: AtTheDoor): Promise<readonly Hidden[]> {
  // Files are full of what refers to something else; little of that asks for what is there already.
  const find = pointers(resource).length > 0 ? await door.refer(resource) : () => null
  const hidden = hiddenOrders(resource, find)
  const patientId = isUnasked(resource) ? door.patientOf(resource) : null
  if (patientId === null || (await seenAt(door, asIfAsked(resource))).as !== 'order') return hidden
  const address = `${resource.resourceType}/${resource.id}`
  const isAsked = (await door.open(patientId))?.resources.some((one) => pointsAt(one, address)) ?? false
  return isAsked ? [...hidden, { order: asIfAsked(resource), at: '', isContained: false }] : hidden
}

type Hiding = Met & Readonly<{ whose: string }>

/** Toxin asked for inside another resource, or by it. */
export async function hiddenIn(
  { resource, type, intent }: Target,
  door: AtTheDoor,
): Promise<Result<readonly Hiding[]>> {
  const { clinic, who, patientOf } = door
  const asked: Hiding[] = []
  for (const { order, at, isContained } of resource === null ? [] : await askedBy(resource, door)) {
    const seen = await seenAt(door, order)
    if (seen.as !== 'order' && seen.as !== 'unresolved') continue
    const where = placeIn(intent, `${type}${at}`)
    // What was given under an order of that day may bring it along.
    if (isContained && told.has(type) && isDatedBefore(order, dayNumber(clinic.today()))) continue
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
  return ok(asked)
}

/**
 * Toxin told to have been given inside another resource. Of today or later, or of no day, it is sent as a resource of its own,
 * which meets the gate. What lies back is taken; whether somebody has to read it, is given.
 */
export async function givenInside(target: Target, door: AtTheDoor): Promise<Result<boolean>> {
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

const isDatedBefore = ({ authoredOn }: Resource, today: Day): boolean =>
  typeof authoredOn === 'string' && /^\d{4}-\d{2}-\d{2}/.test(authoredOn) && dayNumber(authoredOn.slice(0, 10)) < today
