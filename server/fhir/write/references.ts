import type { RecordView, Resource } from '@facialis/record'
import type { SignedIn } from '../../identity/account.ts'
import { ok, type Result, refuse } from '../../problem.ts'
import { isServed } from '../served.ts'
import { foundBy } from './found-by.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

type Linking = Readonly<{
  view: RecordView
  who: SignedIn
  /** Where this server is reached: references to it are ours. */
  base: string
}>

/**
 * References as they are kept: what names another entry of the bundle names the resource it became, what names a
 * search names what it finds, and what names this server leaves its address out.
 */
export async function linked(targets: readonly Target[], linking: Linking): Promise<Result<readonly Target[]>> {
  const places = new Map(
    targets.flatMap(({ intent, type, id }) =>
      intent.fullUrl === undefined || !isAddress(intent.fullUrl) ? [] : [[intent.fullUrl, `${type}/${id}`] as const],
    ),
  )
  const done: Target[] = []
  for (const target of targets) {
    const { resource } = target
    const texts: Text[] = []
    if (resource !== null) gather(resource, target.type, { ...linking, places }, texts)
    if (resource === null || texts.length === 0) {
      done.push(target)
      continue
    }
    const kept = new Map<string, string>()
    for (const { text, place } of texts) {
      if (kept.has(text)) continue
      const found = await reference(text, { target, place, rewriting: { ...linking, places } })
      if (!found.ok) return found
      kept.set(text, found.value)
    }
    done.push({ ...target, resource: rewritten(resource, { kept, places }) as Resource })
  }
  return ok(done)
}

const isAddress = (fullUrl: string): boolean => /^(urn:|https?:\/\/)/.test(fullUrl)
/** Besides references, what may name another entry of the bundle; any other text is somebody's word and stays. */
const holdsAddress = new Set(['valueUri', 'valueUrl', 'valueUuid', 'valueCanonical'])
const question = /^([A-Z][A-Za-z]+)\?(.+)$/

type Rewriting = Linking & Readonly<{ places: ReadonlyMap<string, string> }>

type Text = Readonly<{ text: string; place: string }>

/** What is not kept as it stands. Most resources have nothing of the kind, and are then not taken apart. */
function gather(value: object, path: string, rewriting: Rewriting, found: Text[]): void {
  const isList = Array.isArray(value)
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'object' && one !== null)
      gather(one, isList ? `${path}[${name}]` : `${path}.${name}`, rewriting, found)
    else if (typeof one === 'string' && !isList && isFollowed(name, one, rewriting))
      found.push({ text: one, place: `${path}.${name}` })
  }
}

const isFollowed = (name: string, text: string, { places, base }: Rewriting): boolean =>
  name === 'reference'
    ? places.has(text) || /^urn:(uuid|oid):/.test(text) || text.startsWith(`${base}/`) || question.test(text)
    : holdsAddress.has(name) && places.has(text)

type Following = Readonly<{ kept: ReadonlyMap<string, string>; places: Rewriting['places'] }>

function rewritten(value: unknown, following: Following): unknown {
  if (Array.isArray(value)) return value.map((one) => rewritten(one, following))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (typeof one !== 'string') return [name, rewritten(one, following)]
      const instead =
        name === 'reference' ? following.kept.get(one) : holdsAddress.has(name) ? following.places.get(one) : undefined
      return [name, instead ?? one]
    }),
  )
}

type Placed = Readonly<{ target: Target; place: string; rewriting: Rewriting }>

async function reference(text: string, { target, place, rewriting }: Placed): Promise<Result<string>> {
  const { places, base, view, who } = rewriting
  const known = places.get(text)
  if (known !== undefined) return ok(known)
  const where = placeIn(target.intent, place)
  if (text.startsWith('urn:uuid:') || text.startsWith('urn:oid:'))
    return refuse(422, 'unresolved', `No entry of the bundle has the fullUrl ${JSON.stringify(text)}.`, { where })
  if (text.startsWith(`${base}/`)) return ok(text.slice(base.length + 1))
  const asking = question.exec(text)
  if (!asking) return ok(text)
  const [, type = '', query = ''] = asking
  if (!isServed(type)) return refuse(422, 'unresolved', `${type} is not kept here.`, { where })
  const found = await foundBy(type, [...new URLSearchParams(query)], { view, who, where })
  if (!found.ok) return found
  const [one, another] = found.value
  if (one && !another) return ok(`${type}/${one.id}`)
  return refuse(
    412,
    one ? 'several-found' : 'unresolved',
    // What is searched for may be somebody's name.
    `The search for a ${type} in this reference finds ${one ? 'more than one' : 'nothing'}.`,
    { where },
  )
}
