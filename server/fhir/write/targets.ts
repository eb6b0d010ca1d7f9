import type { Change, Present, RecordView, Resource } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { notFound, ok, type Refusal, type Result, refuse, refusedAt } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { mayRead } from '../responses/may-read.ts'
import type { BaseUrls } from '../search/base-urls.ts'
import type { Searched } from '../search/run-search.ts'
import { type Pairs, parseSearch } from '../search/search-request.ts'
import { batchedLookups } from './batched-lookups.ts'
import { type Places, referencesIn } from './condition-references.ts'
import { conditionOf, type Intent, placeIn, placeOfCondition, placeOfMeant } from './intent.ts'
import { applyJsonPatch } from './json-patch.ts'
import { resolveCondition } from './resolve-condition.ts'

/** What an intent comes to: which resource, what it was, what it becomes. */
export type Target = Readonly<{
  intent: Intent
  does: 'create' | 'update' | 'delete' | 'nothing'
  type: string
  id: string
  /** Known: there never was one under this id. */
  isNew?: true
  /** The current version; null when there is none. */
  before: Present | null
  /** As it is to be written; null for what is deleted or left as it is. */
  resource: Resource | null
}>

export type Resolving = Readonly<{
  view: RecordView
  who: SignedIn
  ours: BaseUrls
  /** The id of what the intent at this place makes. The same each time. */
  newId: (place: number) => string
}>

/** What each entry of a bundle that has an address of its own is kept as. */
export const placesOf = (targets: Iterable<Pick<Target, 'intent' | 'type' | 'id'>>): Places =>
  new Map(
    [...targets].flatMap(({ intent: { fullUrl }, type, id }) =>
      fullUrl === undefined || !isAddress(fullUrl) ? [] : [[fullUrl, `${type}/${id}`] as const],
    ),
  )
const isAddress = (fullUrl: string): boolean => /^(urn:|https?:\/\/)/i.test(fullUrl)

/** Which resource each intent means, and whether its author saw the version that is there. */
export async function targetsOf(intents: readonly Intent[], resolving: Resolving): Promise<Result<readonly Target[]>> {
  const order = orderOf(intents)
  if (!order.ok) return order
  const targets: Target[] = []
  const places = new Map<string, string>()
  const meant = new Map<string, Target['does']>()
  const notFound = new Set<string>()
  const looking = await batchedLookups(intents, resolving.view)
  const yieldNow = openPeriodicYield()
  for (const place of order.value) {
    const intent = intents[place] as Intent
    await yieldNow()
    const target = await targetOf(intent, place, { ...resolving, looking, places })
    if (!target.ok) return target
    const { type, id, does } = target.value
    const earlier = meant.get(`${type}/${id}`)
    // Whichever comes first: what one entry finds there already must not be changed or taken back by another.
    if (earlier !== undefined && (does !== 'nothing' || earlier !== 'nothing'))
      return refuse(400, 'changed-twice', `${type}/${id} is meant by two entries, and changed by one of them.`, {
        where: placeOfMeant(intent) ?? intent.type,
      })
    const condition = does === 'create' ? conditionKey(intent) : null
    if (condition !== null && notFound.has(condition))
      return refuse(400, 'made-twice', `Two entries would each make the ${type} that one condition does not find.`, {
        where: placeOfCondition(intent),
      })
    if (condition !== null) notFound.add(condition)
    meant.set(`${type}/${id}`, does)
    for (const [fullUrl, named] of placesOf([target.value])) {
      // Nobody could say which of them a reference means.
      if ((places.get(fullUrl) ?? named) !== named)
        return refuse(400, 'named-twice', `Two entries of the bundle have the fullUrl ${JSON.stringify(fullUrl)}.`, {
          where: `${intent.where}.fullUrl`,
        })
      places.set(fullUrl, named)
    }
    targets[place] = target.value
  }
  return ok(targets)
}

/** The search that decides whether an intent makes anything, in whatever order it is written; null when none does. */
function conditionKey(intent: Intent): string | null {
  const pairs = conditionOf(intent)
  return pairs && JSON.stringify([intent.type, pairs.map((pair) => pair.join('=')).sort()])
}

/** The order in which intents are looked up: what a condition names by its place in the bundle comes before it. */
export function orderOf(intents: readonly Intent[]): Result<readonly number[]> {
  const entries = new Map(
    intents.flatMap(({ fullUrl }, place) => (fullUrl === undefined || !isAddress(fullUrl) ? [] : [[fullUrl, place]])),
  )
  if (entries.size === 0) return ok([...intents.keys()])
  const before = intents.map((intent) => {
    const condition = conditionOf(intent)
    const asked = condition === null ? null : parseSearch(intent.type, condition, { lenient: false })
    return asked?.ok ? referencesIn(asked.value).flatMap((reference) => entries.get(reference) ?? []) : []
  })
  const order = new Set<number>()
  for (let left = [...intents.keys()]; left.length > 0; ) {
    const ready = left.filter((place) => before[place]?.every((other) => order.has(other)))
    const [stuck] = ready.length > 0 ? [] : left.flatMap((place) => intents[place] ?? [])
    if (stuck)
      return refuse(422, 'circular', 'The entries that this condition names hang on it in turn, or on each other.', {
        where: placeOfCondition(stuck),
      })
    for (const place of ready) order.add(place)
    left = left.filter((place) => !order.has(place))
  }
  return ok([...order])
}

type Among = Resolving & Readonly<{ looking: Searched; places: Places }>

async function targetOf(intent: Intent, place: number, resolving: Among): Promise<Result<Target>> {
  const { type } = intent
  if (intent.method === 'create') {
    const created = { intent, type, id: resolving.newId(place), does: 'create', before: null } as const
    if (intent.ifNoneExist === null) return ok({ ...created, resource: { ...intent.resource, id: created.id } })
    const found = await only(intent, intent.ifNoneExist, resolving)
    if (!found.ok) return found
    if (found.value === null) return ok({ ...created, resource: { ...intent.resource, id: created.id } })
    return ok({ intent, type, id: found.value.id, does: 'nothing', before: found.value, resource: null })
  }
  const found = await beforeOf(intent, resolving)
  if (!found.ok) return found
  const before = found.value
  const stale = staleness(intent, before)
  if (stale) return stale
  if (intent.method === 'delete') {
    if (before === null)
      return intent.search === null
        ? nothingBy(intent)
        : ok({ intent, type, id: '', does: 'nothing', before, resource: null })
    return ok({ intent, type, id: before.id, does: 'delete', before, resource: null })
  }
  if (intent.method === 'patch') {
    if (before === null) return nothingBy(intent)
    const patched = await applyJsonPatch(intent.patch, before.resource, intent)
    if (!patched.ok) return patched
    return ok({ intent, type, id: before.id, does: 'update', before, resource: patched.value })
  }
  const named = intent.resource.id
  const taken =
    before === null && intent.id === null && named !== undefined ? await idTaken(intent, named, resolving) : null
  if (taken) return taken
  const id = before?.id ?? intent.id ?? named ?? resolving.newId(place)
  if (named !== undefined && named !== id)
    return refuse(
      400,
      'bad-id',
      `The resource says that its id is ${JSON.stringify(named)}, and the address ${JSON.stringify(id)}.`,
      {
        where: placeIn(intent, `${type}.id`),
      },
    )
  return ok({
    intent,
    type,
    id,
    does: before === null ? 'create' : 'update',
    before,
    resource: { ...intent.resource, id },
  })
}

async function beforeOf(
  intent: Exclude<Intent, { method: 'create' }>,
  resolving: Among,
): Promise<Result<Present | null>> {
  if (intent.id === null) return only(intent, intent.search ?? [], resolving)
  const found = await resolving.view.read(intent.type, intent.id)
  if (!found.ok) return ok(null)
  // What may not be read is not there for its writer either, and no second one can be made in its place.
  return mayRead(resolving.who, found.value.resource) ? ok(found.value) : nothingBy(intent)
}

/** A condition that finds nothing makes something: under an id that somebody else has, it would take their place unseen. */
async function idTaken(intent: Intent, id: string, { view, who }: Among): Promise<Refusal | null> {
  const there = await view.read(intent.type, id)
  if (!there.ok) return null
  if (!mayRead(who, there.value.resource)) return nothingBy(intent)
  const sentence = `${intent.type}/${id} is here already, and the condition does not find it: leave the id out, or put it under its address.`
  return refuse(409, 'id-taken', sentence, { where: placeIn(intent, `${intent.type}.id`) })
}

/** Among many entries nobody would know which of them leads to nothing. */
function nothingBy(intent: Intent): Refusal {
  const where = placeOfMeant(intent)
  return where === null ? notFound() : refusedAt(notFound(), where)
}

/** The one resource that a condition finds; null when it finds none. */
async function only(
  intent: Intent,
  pairs: Pairs,
  { looking, who, places, ours }: Among,
): Promise<Result<Present | null>> {
  const found = await resolveCondition(intent.type, pairs, {
    view: looking,
    who,
    where: placeOfMeant(intent),
    places,
    ours,
  })
  if (!found.ok) return found
  const [one = null, another] = found.value
  if (another)
    return refuse(412, 'several-found', 'The condition finds more than one; narrow it down to the one you mean.', {
      where: placeOfCondition(intent),
    })
  return ok(one)
}

function staleness(intent: Exclude<Intent, { method: 'create' }>, before: Present | null): Refusal | null {
  const { ifMatch, type } = intent
  const where = intent.where === '' ? 'http.If-Match' : `${intent.where}.request.ifMatch`
  if (before === null) {
    if (ifMatch === null) return null
    return refuse(412, 'version-conflict', 'There is no version of it any more.', { where })
  }
  if (ifMatch === null)
    return refuse(428, 'version-needed', `Name the version of ${type}/${before.id} that you saw (If-Match).`, { where })
  if (ifMatch === before.version) return null
  const sentence = `${type}/${before.id} was changed by someone else: it is at version ${before.version}, not ${ifMatch}.`
  return refuse(412, 'version-conflict', sentence, { where })
}

/** What is written of a target. */
export function changeOf({ does, type, id, before, resource }: Target): readonly Change[] {
  if (does === 'nothing') return []
  if (does === 'delete') return [{ method: 'delete', type, id, expectedVersion: before?.version ?? 'any' }]
  // Also where there was one that was deleted: a new version begins after it.
  return [{ method: 'update', resource: { ...(resource as Resource), id }, expectedVersion: before?.version ?? 'any' }]
}
