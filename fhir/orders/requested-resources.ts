import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { typeAndId, withoutVersion } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'
import { codingsOf } from '../terms/concept.ts'

export const orders: ReadonlySet<string> = new Set(['MedicationRequest', 'ServiceRequest'])
/** What holds things to do: asked for, it asks for each of them. */
const plans: ReadonlySet<string> = new Set(['CarePlan', 'Task', 'RequestGroup', 'SupplyRequest'])
const proposed: ReadonlySet<string> = new Set(['proposal', 'plan', 'option'])
const over = new Set(['completed', 'entered-in-error'])
const idle = new Set(['draft', 'stopped', 'cancelled', 'revoked'])

/** An order, or what holds some: whatever else comes asks for nothing by itself. */
export const mayAsk = ({ resourceType }: Resource): boolean => orders.has(resourceType) || plans.has(resourceType)

/** The same, and it may be carried out because something else asks for it. */
export const isToDo = (one: Resource): boolean => mayAsk(one) && !over.has(String(one.status))

/** It asks for nothing by itself, and was judged by nobody; but something else may ask that it be carried out. */
export const isUnasked = (one: Resource): boolean =>
  isToDo(one) && (idle.has(String(one.status)) || (proposed.has(String(one.intent)) && !isPlanAsking(one)))

/** The same, and nobody has taken it back: what is still to be signed, or only thought of. */
export const isUnsigned = (one: Resource): boolean =>
  isUnasked(one) && (one.status === 'draft' || !idle.has(String(one.status)))

export const asIfAsked = (order: Resource): Resource => ({ ...order, status: 'active', intent: 'order' })

/** What asks for nothing any more. */
export const unasked: ReadonlySet<string> = new Set([...over, ...idle, 'rejected', 'failed'])

/** That it be signed, changed or given up is not that it be carried out. */
const aboutIt = new Set(['approve', 'change', 'replace', 'suspend', 'abort'])
const taskCodes = 'http://hl7.org/fhir/CodeSystem/task-code'

/** Whether it stands, and is more than a thought of somebody. */
const isMeant = ({ status, intent }: Resource): boolean => !unasked.has(String(status)) && !proposed.has(String(intent))

/** Whether it is such a thing that holds what is to be done, and asks for it. */
export const isAsking = (one: Resource, type: string): boolean => one.resourceType === type && isMeant(one)

/** Whether it is a plan that asks for what stands in it: a plan is what a CarePlan always is; a proposal or an option asks for nothing. */
export const isPlanAsking = ({ resourceType, status, intent }: Resource): boolean =>
  resourceType === 'CarePlan' && !unasked.has(String(status)) && intent !== 'proposal' && intent !== 'option'

/** Whether it asks for anything to be carried out. */
const asks = (one: Resource): boolean => {
  if (one.resourceType === 'CarePlan') return isPlanAsking(one)
  if (!isToDo(one) || !isMeant(one) || one.doNotPerform === true) return false
  return (
    one.resourceType !== 'Task' ||
    !codingsOf(one.code).some(({ system, code }) => system === taskCodes && aboutIt.has(String(code)))
  )
}

type Link = Readonly<{ link: JsonObject; at: string }>

/** By what something asks for an order that stands by itself: what a task is about, done for, or given; what a plan or a group holds; what an order is based on. */
export function pointers({ resourceType, focus, basedOn, input, activity, action }: JsonObject): readonly Link[] {
  switch (resourceType) {
    case 'Task':
      return [...linkAt(focus, '.focus'), ...each(basedOn, 'basedOn'), ...each(input, 'input', 'valueReference')]
    case 'CarePlan':
      return each(activity, 'activity', 'reference')
    case 'RequestGroup':
      return [
        ...each(basedOn, 'basedOn'),
        ...nestedIn(action, actions).flatMap(({ one, at }) => linkAt(one.resource, `${at}.resource`)),
      ]
    default:
      return orders.has(String(resourceType)) ? each(basedOn, 'basedOn') : none
  }
}
const none: readonly never[] = []

type Nested = Readonly<{ path: string; member: string }>
/** What a group asks for stands in what it asks for. */
export const actions: Nested = { path: '.action', member: 'action' }

/** What a list holds, and what stands in a list of the like in each of that. */
export const nestedIn = (
  list: unknown,
  { path, member }: Nested,
): readonly Readonly<{ one: JsonObject; at: string }>[] =>
  objectsIn(list).flatMap((one, i) => {
    const at = `${path}[${i}]`
    return [{ one, at }, ...nestedIn(one[member], { path: `${at}.${member}`, member })]
  })

const linkAt = (link: unknown, at: string): readonly Link[] => (isObject(link) ? [{ link, at }] : none)

/** The links of a list, or those in one member of what it lists. */
const each = (list: unknown, name: string, member?: string): readonly Link[] =>
  objectsIn(list).flatMap((one, at) =>
    member === undefined ? linkAt(one, `.${name}[${at}]`) : linkAt(one[member], `.${name}[${at}].${member}`),
  )

/** Something that is asked to be carried out, as if it were asked for by itself. */
export type RequestedResource = Readonly<{ asked: Resource; at: string; isContained: boolean }>
export type RequestedResources = Readonly<{
  found: readonly RequestedResource[]
  /** Places where something is asked for that nobody can follow, with what is written there. */
  unread: readonly Readonly<{ reference: string; at: string }>[]
}>

/**
 * What is followed, and how. `isOpen` says of what is found whether it is judged here; otherwise only what asks for nothing by itself is, for
 * the rest was judged when it came.
 */
export type Following = Readonly<{
  find: (reference: string) => Resource | null
  isOpen?: (one: Resource) => boolean
  /** What lies inside as it is meant, where that is more than it says. */
  meant?: (inner: Resource) => Resource
}>

/** Everything that something asks to be carried out though nobody has signed it, and what that asks for in turn. */
export function requestedResources(
  one: Resource,
  { find, isOpen = isUnasked }: Following,
  /** What was followed already: of many that name each other, each is told once. */
  seen = new Set<JsonObject>(),
): RequestedResources {
  const found: RequestedResource[] = []
  const unread: { reference: string; at: string }[] = []
  const follow = (holder: Resource, from: Readonly<{ at: string; isContained: boolean }> | null): void => {
    if (!asks(holder)) return
    for (const { link, at: own } of pointers(holder)) {
      const at = from?.at ?? own
      const reference = isText(link.reference) ? link.reference : ''
      const inner = reference.startsWith('#')
        ? (objectsIn(holder.contained).find(({ id }) => `#${id}` === reference) ?? null)
        : null
      const target = inner ?? (reference.startsWith('#') ? null : find(reference))
      if (target === null) {
        // What an order is based on was asked for before, wherever it was.
        if (!orders.has(holder.resourceType) && mayBeToDo(link)) unread.push({ reference, at })
        continue
      }
      const open = { ...(inner ? { contained: holder.contained } : {}), ...target } as Resource
      if (seen.has(target) || !isOpen(open)) continue
      seen.add(target)
      const isContained = inner !== null || (from?.isContained ?? false)
      const asked = asIfAsked(open)
      found.push({ asked, at, isContained })
      follow(asked, { at, isContained })
    }
  }
  follow(one, null)
  return { found, unread }
}

/** Whether what a link leads to may be an order, as far as the link says. */
function mayBeToDo({ reference, type, display }: JsonObject): boolean {
  const [named] = isText(reference) && reference.includes('/') ? typeAndId(reference).split('/') : [type]
  if (isText(named)) return orders.has(named) || plans.has(named)
  return isText(reference) || isText(display) || type === undefined
}

/** Whether it asks that what has this address be carried out. */
export const pointsAt = (one: Resource, address: string): boolean =>
  asks(one) && pointers(one).some(({ link }) => withoutVersion(String(link.reference)) === address)
