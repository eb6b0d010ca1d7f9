import type { Classified } from '@facialis/fhir'
import { recordedAfterExtension } from '@facialis/fhir/terms/systems.ts'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import type { Day } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { isADoctor } from '@facialis/wire'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { dayNumber } from '../../core/site-day.ts'
import type { Proposal } from '../../gate/gate.ts'
import type { SignedIn } from '../../identity/account.ts'
import { containedAdministration, containedOrders, hasUnsignedContainedOrder, hidesNothing } from './contained-toxin.ts'
import {
  type DoorContext,
  isKnownOf,
  type Met,
  type ReviewReason,
  seenAt,
  seenBefore,
  toxinTypes,
} from './door-context.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

/** They may ask for it in words; what they ask for by a code is an order. */
const planned = new Set(['CarePlan', 'Task'])
/** They ask for nothing, and somebody may do what they say. */
const saying = new Set(['Communication', 'Goal', 'Flag'])

/** What meets the gate, and whose it is. */
export type Held = Met & Readonly<{ whose: string }>
/** What one resource brings to the door. */
type Inspected = Readonly<{
  /** As it will be written. */
  target: Target
  held: readonly Held[]
  /** Why somebody has to look at it. */
  looks: readonly ReviewReason[]
}>

/** Inspects one resource for proposals that the gate has to judge, and for what somebody has to review. Refused: what cannot be judged. */
export async function inspectResource(target: Target, door: DoorContext): Promise<Result<Inspected>> {
  const { resource, type } = target
  if (resource === null) return ok({ target, held: [], looks: [] })
  const inside = hidesNothing(resource) ? ok({ target, held: [], looks: [] }) : await broughtInside(target, door)
  if (!inside.ok || !(toxinTypes.has(type) || planned.has(type) || saying.has(type))) return inside
  const itself = await broughtItself(target, resource, door)
  if (!itself.ok) return itself
  return ok({
    target: itself.value.target,
    held: [...inside.value.held, ...itself.value.held],
    looks: [...inside.value.looks, ...itself.value.looks],
  })
}

/** By what lies inside it, or by what it has others do. */
async function broughtInside(target: Target, door: DoorContext): Promise<Result<Inspected>> {
  const hidden = await containedOrders(target, door)
  if (!hidden.ok) return hidden
  const { isToRead, isElsewhere, asked } = hidden.value
  const looks: ReviewReason[] = []
  if (isToRead && !(await hiddenBefore(target, door))) looks.push('named')
  if (isElsewhere) looks.push('elsewhere')
  const given = await containedAdministration(target, door)
  if (!given.ok) return given
  if (given.value) looks.push('named')
  return ok({ target, held: asked, looks })
}

/** By what it says itself. */
async function broughtItself(target: Target, resource: Resource, door: DoorContext): Promise<Result<Inspected>> {
  const { clinic, patientOf, who } = door
  const { type } = target
  const seen = await seenAt(door, resource)
  const where = placeIn(target.intent, type)
  const looks: ReviewReason[] = []
  if (seen.mentioned !== null && !(await isKnownOf(target, seen, door))) looks.push(saying.has(type) ? 'said' : 'named')
  const onlyLooks = ok({ target, held: [], looks })
  if (saying.has(type)) return onlyLooks
  if (seen.isDoubtful && !(await seenBefore(target, door))?.isDoubtful) looks.push('doubtful')
  if (seen.as === 'unnamed' && (await seenBefore(target, door))?.as !== 'unnamed') looks.push('unnamed')
  if (seen.as === 'unresolved')
    return refuse(422, 'unresolved', 'The medicine this refers to is not here, so nobody can tell what it is.', {
      where,
    })
  if (seen.as === 'order' && resource.status === 'completed' && (await wasOrder(target, door))) return onlyLooks
  const proposal = proposalOf(seen, where, { today: dayNumber(clinic.today()), who })
  if (proposal === null) return onlyLooks
  const whose = patientOf(resource)
  if (whose === null)
    return refuse(422, 'no-such-person', 'Toxin is ordered and given for somebody: say for whom.', { where })
  const isUnmarked = seen.as === 'history' && seen.given !== null && seen.recordedAfter === null
  return ok({
    target: isUnmarked ? { ...target, resource: marked(resource, isHere(seen) ? 'late' : 'elsewhere') } : target,
    held: [{ whose, where, seen, proposal }],
    looks,
  })
}

/** Whether such an order lay in the version before, and was read then. */
const hiddenBefore = async ({ before }: Target, door: DoorContext): Promise<boolean> =>
  before !== null && (await hasUnsignedContainedOrder(before.resource, door))

/** An order that was let in and is now done asks for nothing more. */
const wasOrder = async (target: Target, door: DoorContext): Promise<boolean> =>
  target.before?.resource.status !== 'completed' && (await seenBefore(target, door))?.as === 'order'

const isHere = ({ given }: Classified): boolean => {
  const here = given?.fields[facialToxin.givenHere.id]
  return !(here && 'word' in here && here.word === 'no')
}

function proposalOf(
  seen: Classified,
  where: string,
  { today, who }: Readonly<{ today: Day; who: SignedIn }>,
): Proposal | null {
  if (seen.as === 'order') return { kind: 'order' }
  if (seen.given === null || (seen.as !== 'prospective' && seen.as !== 'history')) return null
  const { date } = seen.given
  const isPast = date !== null && date.hi < today
  return {
    kind: 'administration',
    date,
    // History of today, or of no day, is only what was given elsewhere.
    here: seen.as === 'prospective' || (isPast && isHere(seen) && seen.recordedAfter !== 'elsewhere'),
    by: seen.as === 'history' ? 'others' : 'unsaid',
    recordedAfter: seen.as === 'history' || seen.recordedAfter !== null,
    over: seen.recordedAfter === 'mistake' && isADoctor(who.roles),
    where,
  }
}

const marked = (resource: Resource, why: 'late' | 'elsewhere'): Resource => ({
  ...resource,
  extension: [
    ...(Array.isArray(resource.extension) ? resource.extension : []),
    { url: recordedAfterExtension, extension: [{ url: 'why', valueCode: why }] },
  ],
})
