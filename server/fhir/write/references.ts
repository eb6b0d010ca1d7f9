import { withoutVersion } from '@facialis/fhir/read/references.ts'
import { idPattern, type Resource } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { asStoredReference, type BaseUrls, isLocalReference } from '../search/base-urls.ts'
import type { Places } from './condition-references.ts'
import { type Intent, placeIn } from './intent.ts'
import { rewritten, textsIn } from './reference-texts.ts'
import { type Asking, resolveSearchReferences } from './resolve-search-references.ts'
import { placesOf, type Target } from './targets.ts'

/** `along`: what the other requests of a batch send along; those of a transaction are among the targets. */
export type Linking = Asking & Readonly<{ along?: ReadonlySet<string> | undefined }>

/**
 * References as they are kept: what names another entry of the bundle names the resource it became, what names this server
 * leaves its address out, and what names a search names what it finds once everything else is written.
 */
export async function linked(targets: readonly Target[], linking: Linking): Promise<Result<readonly Target[]>> {
  const places: Places = placesOf(targets)
  const along = linking.along ?? sentAlong(targets)
  if (
    places.size === 0 &&
    along.size === 0 &&
    !targets.some(({ resource }) => resource !== null && mayLead(resource, linking.ours))
  )
    return ok(targets)
  const named: Target[] = []
  const yieldNow = openPeriodicYield()
  for (const target of targets) {
    await yieldNow()
    const found = namedIn(target, { places, along, ours: linking.ours })
    if (!found.ok) return found
    named.push(found.value)
  }
  return resolveSearchReferences(named, { ...linking, places })
}

/** Whether anything refers to what has to be found first. Most of what comes in does not, and is gone through only once. */
function mayLead(value: unknown, ours: BaseUrls): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) if (mayLead(value[at], ours)) return true
    return false
  }
  // What came as JSON has no members but its own, and a list of them is not made for each.
  for (const name in value) if (mayLead(value[name as keyof typeof value], ours)) return true
  const text = 'reference' in value ? value.reference : undefined
  return typeof text === 'string' && (text.startsWith('urn:') || text.includes('?') || isLocalReference(text, ours))
}

/** Besides references, what may name another entry of the bundle; any other text is somebody's word and stays. */
const holdsAddress = new Set(['valueUri', 'valueUrl', 'valueUuid', 'valueCanonical'])

/** What is made here under another id than it was sent with: who names it by that one may mean it, or whoever has that id here. */
const sentAlong = (targets: readonly Target[]): ReadonlySet<string> =>
  new Set(
    (targets.length > 1 ? targets : []).flatMap(({ intent, type, id }) =>
      intent.method === 'create' && intent.resource.id !== undefined && intent.resource.id !== id
        ? [`${type}/${intent.resource.id}`]
        : [],
    ),
  )

/** The same of a batch, where each request is done for itself and may come before the one that makes it. */
export const sentBeside = (intents: readonly Intent[]): ReadonlySet<string> =>
  new Set(
    (intents.length > 1 ? intents : []).flatMap((intent) =>
      intent.method === 'create' && intent.resource.id !== undefined ? [`${intent.type}/${intent.resource.id}`] : [],
    ),
  )
const eitherOne = (text: string): string =>
  `Nobody can tell whether ${text} is the one that is sent along or the one here: give both entries a fullUrl.`

type Beside = Readonly<{ places: Places; along: ReadonlySet<string>; ours: BaseUrls }>

function namedIn(target: Target, { places, along, ours }: Beside): Result<Target> {
  if (target.resource === null) return ok(target)
  const entryBy = entriesNamed(target, places, ours)
  const isEither = (text: string): boolean => entryBy(text) === undefined && along.has(withoutVersion(text))
  const isNamed = (name: string, text: string): boolean =>
    name === 'reference'
      ? entryBy(text) !== undefined || /^urn:(uuid|oid):/.test(text) || isLocalReference(text, ours) || isEither(text)
      : holdsAddress.has(name) && places.has(text)
  const texts = textsIn(target.resource, isNamed)
  const isNowhere = texts.find(
    ({ text }) => entryBy(text) === undefined && !isLocalReference(text, ours) && !along.has(withoutVersion(text)),
  )
  if (isNowhere)
    return refuse(422, 'unresolved', `No entry of the bundle has the fullUrl ${JSON.stringify(isNowhere.text)}.`, {
      where: placeIn(target.intent, isNowhere.place),
    })
  const either = texts.find(({ text }) => isEither(text))
  if (either) return refuse(422, 'unresolved', eitherOne(either.text), { where: placeIn(target.intent, either.place) })
  if (texts.length === 0) return ok(target)
  const kept = asStoredReference(ours)
  const instead = (name: string, text: string): string | undefined =>
    isNamed(name, text) ? (entryBy(text) ?? kept(text)) : undefined
  return ok({ ...target, resource: rewritten(target.resource, instead) satisfies Resource })
}

/**
 * What a reference is kept as that names another entry of the bundle, or is written in an entry of another server. One that
 * is told by its type and id alone is of the server whose address its own entry has: somebody who has that id here is
 * somebody else, also where that server does not send along whom it means.
 */
function entriesNamed({ intent }: Target, places: Places, ours: BaseUrls): (text: string) => string | undefined {
  const root = rootOf(intent)
  const isElsewhere = root !== null && !isLocalReference(root, ours) && !isMirrored(intent)
  return (text) => {
    const bare = withoutVersion(text)
    const entry = places.get(text) ?? places.get(bare)
    if (entry !== undefined || root === null || !byTypeAndId.test(bare)) return entry
    return places.get(root + bare) ?? (isElsewhere ? root + text : undefined)
  }
}

/** The address of the server an entry is of, with a slash at its end. What a patch leaves as it was is of this one. */
const rootOf = ({ method, fullUrl }: Intent): string | null =>
  method === 'patch' || fullUrl === undefined ? null : (inServer.exec(withoutVersion(fullUrl))?.[1] ?? null)
// Ids that the standard does not allow, and what stands behind an address, make it no address of ours.
const inServer = /^(https?:\/\/.*\/)[A-Z][A-Za-z]+\/[^/?#]+\/?(?:[?#].*)?$/i
const byTypeAndId = new RegExp(`^[A-Z][A-Za-z]+/${idPattern}$`)

/** Whoever writes it here under the id it has there has one set of ids in both places. */
const isMirrored = (intent: Intent): boolean =>
  intent.method === 'update' &&
  intent.id !== null &&
  withoutVersion(intent.fullUrl ?? '').endsWith(`/${intent.type}/${intent.id}`)
