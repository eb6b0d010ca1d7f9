import { isEvent, isUnasked, pointers } from '@facialis/fhir'
import { isObject, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { linksBehind } from '@facialis/fhir/orders/referenced-items.ts'
import { performerLinks, placeLinks } from '@facialis/fhir/read/performers.ts'
import { besideLinks, conceptsOf, ingredientLinks, productLinks } from '@facialis/fhir/read/products.ts'
import { memoise } from '@facialis/language'
import { canonical, type RecordView, type Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { referenceKey } from '../../search-indexing/values.ts'
import { reasons } from './immutable-dependencies.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

type View = Pick<RecordView, 'read' | 'history'>

/** What a resource refers to, by the reference. */
export type Dereference = (resource: Resource) => Promise<(reference: string) => Resource | null>

/** Looks up what each refers to once, whoever asks: what only acts say, and the gate. */
export function openDereference(targets: readonly Target[], view: View): Dereference {
  const known = new WeakMap<Resource, ReturnType<Dereference>>()
  const among = { coming: comingAmong(targets), kept: keptIn(view), view }
  return (resource) => {
    const links = linksOf(resource)
    // Most of a file refers to nothing of this, and is not remembered for that.
    if (links.length === 0) return leadingNowhere
    const found = known.get(resource) ?? referred(links, among)
    known.set(resource, found)
    return found
  }
}

type Among = Readonly<{
  /** What comes with it, by its address. */
  coming: (address: string) => Target | undefined
  /** What is kept, by its address: a file names one medicine in hundreds of lines. */
  kept: (address: string) => Promise<Resource | null>
  view: View
}>

function comingAmong(targets: readonly Target[]): Among['coming'] {
  let byAddress: Map<string, Target> | null = null
  return (address) => {
    byAddress ??= new Map(targets.toReversed().map((target) => [`${target.type}/${target.id}`, target]))
    return byAddress.get(address)
  }
}

const keptIn = (view: View): Among['kept'] =>
  memoise(async (address: string) => {
    const [type = '', id = ''] = address.split('/')
    const found = await view.read(type, id)
    return found.ok ? found.value.resource : null
  })

/**
 * The resources by which one says what was given and why: those that come with it as they come, the others as they are kept.
 * What was something else in the version that is named leads nowhere: a vial that was taken back and made anew as water
 * is still toxin to whoever follows the reference.
 */
async function referred(
  links: readonly JsonObject[],
  { coming, kept, view }: Among,
): Promise<(reference: string) => Resource | null> {
  const found = new Map<string, Resource>()
  const pasts = new Map<string, ReturnType<View['history']>>()
  const open = [...links]
  // An order that is referred to may itself refer to thousands: what is not looked up any more leads nowhere.
  for (let left = mostLinks, link = open.shift(); link !== undefined && left > 0; left--, link = open.shift()) {
    const { reference } = link
    if (typeof reference !== 'string' || found.has(reference)) continue
    const key = referenceKey(reference)
    const beside = coming(key)
    const one = beside ? asItComes(beside) : await kept(key)
    if (one && !(await wasAnother(one, reference, { view, pasts }))) {
      found.set(reference, one)
      open.push(...linksBehind(one), ...(isUnasked(one) ? pointersIn(one) : none))
    }
  }
  return (reference) => found.get(reference) ?? null
}

/** What is taken back along with it is still what it was; but no reason any more. */
const asItComes = ({ does, type, resource, before }: Target): Resource | null =>
  resource ??
  (does === 'delete' && (reasons.has(type) || type === 'MedicationRequest') ? null : (before?.resource ?? null))

/** Each is looked up, more than once, while nobody else can write: more than four for each entry of a bundle take seconds. */
const mostLinks = 2000

/** Refuses what says by absurdly many references what was given and why. */
export function tooManyReferences(targets: readonly Target[]): Refusal | null {
  let many = 0
  for (const { resource, intent, type } of targets) {
    if (resource === null) continue
    for (const one of [resource, ...objectsIn(resource.contained)]) many += linksOf(one).length
    if (many > mostLinks)
      return refuse(413, 'too-costly', `At most ${mostLinks} references say together what was given and why.`, {
        where: placeIn(intent, type),
      })
  }
  return null
}

const leadingNowhere: ReturnType<Dereference> = Promise.resolve(() => null)
type Past = Readonly<{ view: View; pasts: Map<string, ReturnType<View['history']>> }>

async function wasAnother(now: Resource, reference: string, { view, pasts }: Past): Promise<boolean> {
  const named = /\/_history\/(\d+)$/.exec(reference)?.[1]
  if (named === undefined || typeof now.id !== 'string') return false
  // A thousand versions of one may be named.
  const address = `${now.resourceType}/${now.id}`
  const past = pasts.get(address) ?? view.history(now.resourceType, now.id)
  pasts.set(address, past)
  const then = (await past).find(({ version }) => version === Number(named))?.resource
  // Other systems count versions of their own: one that never was here says nothing.
  return then ? saidBy(then) !== saidBy(now) : false
}

/** What it is, or is made of, also by what lies inside of it. */
const saidBy = (one: JsonObject): string => canonical([conceptsOf(one), ingredientLinks(one), one.contained])

const linksOf = (resource: JsonObject): readonly JsonObject[] => {
  const { reasonReference, partOf, authorizingPrescription } = resource
  const told = [reasonReference, partOf, authorizingPrescription, ...pointersIn(resource)].filter(
    (one) => one !== undefined,
  )
  const others = told.length === 0 ? none : told.flat()
  return [
    ...productLinks(resource),
    ...besideLinks(resource),
    ...others.filter(isObject),
    ...(saysWho(resource) ? [...performerLinks(resource), ...placeLinks(resource)] : none),
  ]
}

/** By which it, or what lies inside, asks for what stands elsewhere. */
const pointersIn = (resource: JsonObject): readonly JsonObject[] =>
  [resource, ...objectsIn(resource.contained)].flatMap(pointers).map(({ link }) => link)

/** Who did it is asked only of what may be told of elsewhere. */
const saysWho = ({ resourceType, extension }: JsonObject): boolean =>
  resourceType === 'MedicationStatement' || (extension !== undefined && isEvent({ resourceType: String(resourceType) }))

const none: readonly JsonObject[] = []

/** The medicines that one names and that stand by themselves. */
export async function medicinesBeside(resource: Resource, refer: Dereference): Promise<readonly Resource[]> {
  const links = productLinks(resource)
  if (links.length === 0) return []
  const find = await refer(resource)
  return links.flatMap(({ reference }) => (typeof reference === 'string' ? (find(reference) ?? []) : []))
}
