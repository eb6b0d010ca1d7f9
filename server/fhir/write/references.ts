import type { RecordView, Resource } from '@facialis/record'
import type { SignedIn } from '../../identity/account.ts'
import { ok, type Result, refuse } from '../../problem.ts'
import { findAll } from '../find.ts'
import { searchAsked } from '../search-asked.ts'
import { isServed } from '../served.ts'
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
    if (target.resource === null) {
      done.push(target)
      continue
    }
    const resource = await rewritten(target.resource, target, { ...linking, places })
    if (!resource.ok) return resource
    done.push({ ...target, resource: resource.value as Resource })
  }
  return ok(done)
}

const isAddress = (fullUrl: string): boolean => /^(urn:|https?:\/\/)/.test(fullUrl)
/** Besides references, what may name another entry of the bundle; any other text is somebody's word and stays. */
const holdsAddress = new Set(['valueUri', 'valueUrl', 'valueUuid', 'valueCanonical'])

type Rewriting = Linking & Readonly<{ places: ReadonlyMap<string, string> }>

async function rewritten(
  value: unknown,
  target: Target,
  rewriting: Rewriting,
  path = target.type,
): Promise<Result<unknown>> {
  if (Array.isArray(value)) {
    const list: unknown[] = []
    for (const [index, one] of value.entries()) {
      const next = await rewritten(one, target, rewriting, `${path}[${index}]`)
      if (!next.ok) return next
      list.push(next.value)
    }
    return ok(list)
  }
  if (typeof value !== 'object' || value === null) return ok(value)
  const members: [string, unknown][] = []
  for (const [name, one] of Object.entries(value)) {
    const place = `${path}.${name}`
    const next: Result<unknown> =
      name === 'reference' && typeof one === 'string'
        ? await reference(one, { target, place, rewriting })
        : typeof one === 'string'
          ? ok(holdsAddress.has(name) ? (rewriting.places.get(one) ?? one) : one)
          : await rewritten(one, target, rewriting, place)
    if (!next.ok) return next
    members.push([name, next.value])
  }
  return ok(Object.fromEntries(members))
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
  const question = /^([A-Z][A-Za-z]+)\?(.+)$/.exec(text)
  if (!question) return ok(text)
  const [, type = '', query = ''] = question
  if (!isServed(type)) return refuse(422, 'unresolved', `${type} is not kept here.`, { where })
  const asked = searchAsked(type, [...new URLSearchParams(query)], { lenient: false })
  if (!asked.ok) return { ...asked, problem: { ...asked.problem, where } }
  const found = await findAll(asked.value, { view, who, limit: 2 })
  if (!found.ok) return found
  const [one, another] = found.value
  if (one && !another) return ok(`${type}/${one.id}`)
  return refuse(
    412,
    one ? 'several-found' : 'unresolved',
    `${JSON.stringify(text)} finds ${one ? 'more than one' : 'nothing'}.`,
    { where },
  )
}
