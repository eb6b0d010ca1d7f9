import { withoutVersion } from '@facialis/fhir/read/references.ts'
import { idPattern, type Resource } from '@facialis/record'
import { openBreath } from '../../ground/breath.ts'
import { ok, type Result, refuse } from '../../ground/problem.ts'
import { asKept, leadsHere, type Ours } from '../search/own-address.ts'
import { placeIn } from './intent.ts'
import type { Places } from './named-in-condition.ts'
import { rewritten, textsIn } from './reference-texts.ts'
import { type Asking, answeredAmong } from './search-references.ts'
import { placesOf, type Target } from './targets.ts'

/**
 * References as they are kept: what names another entry of the bundle names the resource it became, what names this server
 * leaves its address out, and what names a search names what it finds once everything else is written.
 */
export async function linked(targets: readonly Target[], linking: Asking): Promise<Result<readonly Target[]>> {
  const places: Places = placesOf(targets)
  if (places.size === 0 && !targets.some(({ resource }) => resource !== null && mayLead(resource, linking.ours)))
    return ok(targets)
  const named: Target[] = []
  const breath = openBreath()
  for (const target of targets) {
    await breath()
    const found = namedIn(target, places, linking.ours)
    if (!found.ok) return found
    named.push(found.value)
  }
  return answeredAmong(named, { ...linking, places })
}

/** Whether anything refers to what has to be found first. Most of what comes in does not, and is gone through only once. */
function mayLead(value: unknown, ours: Ours): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) if (mayLead(value[at], ours)) return true
    return false
  }
  // What came as JSON has no members but its own, and a list of them is not made for each.
  for (const name in value) if (mayLead(value[name as keyof typeof value], ours)) return true
  const text = 'reference' in value ? value.reference : undefined
  return typeof text === 'string' && (text.startsWith('urn:') || text.includes('?') || leadsHere(text, ours))
}

/** Besides references, what may name another entry of the bundle; any other text is somebody's word and stays. */
const holdsAddress = new Set(['valueUri', 'valueUrl', 'valueUuid', 'valueCanonical'])

function namedIn(target: Target, places: Places, ours: Ours): Result<Target> {
  if (target.resource === null) return ok(target)
  const entryBy = entriesNamed(target, places)
  const isNamed = (name: string, text: string): boolean =>
    name === 'reference'
      ? entryBy(text) !== undefined || /^urn:(uuid|oid):/.test(text) || leadsHere(text, ours)
      : holdsAddress.has(name) && places.has(text)
  const texts = textsIn(target.resource, isNamed)
  const isNowhere = texts.find(({ text }) => entryBy(text) === undefined && !leadsHere(text, ours))
  if (isNowhere)
    return refuse(422, 'unresolved', `No entry of the bundle has the fullUrl ${JSON.stringify(isNowhere.text)}.`, {
      where: placeIn(target.intent, isNowhere.place),
    })
  if (texts.length === 0) return ok(target)
  const kept = asKept(ours)
  const instead = (name: string, text: string): string | undefined =>
    isNamed(name, text) ? (entryBy(text) ?? kept(text)) : undefined
  return ok({ ...target, resource: rewritten(target.resource, instead) satisfies Resource })
}

/**
 * What another entry became that a reference names. One that is told by its type and id alone is of the server whose
 * address its own entry has: somebody who has that id here is somebody else.
 */
function entriesNamed({ intent: { fullUrl = '' } }: Target, places: Places): (text: string) => string | undefined {
  const root = inServer.exec(fullUrl)?.[1]
  return (text) => places.get(text) ?? (root === undefined ? undefined : places.get(root + withoutVersion(text)))
}
const inServer = new RegExp(`^(https?://.*/)[A-Z][A-Za-z]+/${idPattern}$`)
