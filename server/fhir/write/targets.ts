import type { Present, RecordView, Resource } from '@facialis/record'
import { openBreath } from '../../breath.ts'
import type { SignedIn } from '../../identity/account.ts'
import { nothingHere, ok, type Refusal, type Result, refuse } from '../../problem.ts'
import { mayRead } from '../may-read.ts'
import type { Pairs } from '../search-asked.ts'
import { foundBy } from './found-by.ts'
import { type Intent, placeIn } from './intent.ts'
import { patchedBy } from './patched.ts'

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
  /** The id of what the intent at this place makes. The same each time. */
  newId: (place: number) => string
}>

/** Which resource each intent means, and whether its author saw the version that is there. */
export async function targetsOf(intents: readonly Intent[], resolving: Resolving): Promise<Result<readonly Target[]>> {
  const targets: Target[] = []
  const meant = new Map<string, Target['does']>()
  const notFound = new Set<string>()
  const breath = openBreath()
  for (const [place, intent] of intents.entries()) {
    await breath()
    const target = await targetOf(intent, place, resolving)
    if (!target.ok) return target
    const { type, id, does } = target.value
    const earlier = meant.get(`${type}/${id}`)
    // Whichever comes first: what one entry finds there already must not be changed or taken back by another.
    if (earlier !== undefined && (does !== 'nothing' || earlier !== 'nothing'))
      return refuse(400, 'changed-twice', `${type}/${id} is meant by two entries, and changed by one of them.`, {
        where: intent.where || intent.type,
      })
    const condition = does === 'create' ? conditionOf(intent) : null
    if (condition !== null && notFound.has(condition))
      return refuse(400, 'made-twice', `Two entries would each make the ${type} that one condition does not find.`, {
        where: `${intent.where}.request`,
      })
    if (condition !== null) notFound.add(condition)
    meant.set(`${type}/${id}`, does)
    targets.push(target.value)
  }
  return ok(targets)
}

/** The search that decides whether an intent makes anything, in whatever order it is written; null when none does. */
function conditionOf(intent: Intent): string | null {
  const pairs = intent.method === 'create' ? intent.ifNoneExist : intent.search
  return pairs && JSON.stringify([intent.type, pairs.map((pair) => pair.join('=')).sort()])
}

async function targetOf(intent: Intent, place: number, resolving: Resolving): Promise<Result<Target>> {
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
        ? nothingHere()
        : ok({ intent, type, id: '', does: 'nothing', before, resource: null })
    return ok({ intent, type, id: before.id, does: 'delete', before, resource: null })
  }
  if (intent.method === 'patch') {
    if (before === null) return nothingHere()
    const patched = await patchedBy(intent.patch, before.resource, intent)
    if (!patched.ok) return patched
    return ok({ intent, type, id: before.id, does: 'update', before, resource: patched.value })
  }
  const named = intent.resource.id
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
  resolving: Resolving,
): Promise<Result<Present | null>> {
  if (intent.id === null) return only(intent, intent.search ?? [], resolving)
  const found = await resolving.view.read(intent.type, intent.id)
  if (!found.ok) return ok(null)
  // What may not be read is not there for its writer either, and no second one can be made in its place.
  return mayRead(resolving.who, found.value.resource) ? ok(found.value) : nothingHere()
}

/** The one resource that a condition finds; null when it finds none. */
async function only(intent: Intent, pairs: Pairs, { view, who }: Resolving): Promise<Result<Present | null>> {
  const where = intent.where === '' ? null : `${intent.where}.request`
  const found = await foundBy(intent.type, pairs, { view, who, where })
  if (!found.ok) return found
  const [one = null, another] = found.value
  if (another)
    return refuse(412, 'several-found', 'The condition finds more than one; say more about the one you mean.', {
      where: where ?? 'http',
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
