import { isObject, isText, type JsonObject } from '../json/json.ts'
import { typeAndId } from '../read/references.ts'
import type { Fetch } from './fetch.ts'
import { type Pages, readPages, withinBase } from './read-pages.ts'
import { type GrantGap, grantGap } from './scopes.ts'

/** Types that are read only where a resource of the record refers to one: what a medicine is, and who somebody is. */
export const referredTypes = ['Medication', 'Practitioner', 'PractitionerRole'] as const
export type Referred = (typeof referredTypes)[number]

export type ReferredRead = Readonly<{
  entries: readonly JsonObject[]
  /** Types of which something was referred to and could not be read. */
  lacking: readonly Readonly<{ type: Referred; why: GrantGap | NonNullable<Pages['short']> }>[]
}>

/** `scopes`: those that were granted; null where the server did not say. */
export type Reading = Readonly<{ get: Fetch; base: string; scopes: string | null }>

/** More people and medicines than these are not looked up for one page. */
const mostReferred = 120

/** Looks up what the resources refer to and did not bring along. */
export async function readReferred(resources: readonly JsonObject[], reading: Reading): Promise<ReferredRead> {
  const brought = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`))
  const named = [...new Set(resources.flatMap((one) => referencesIn(one, reading.base)))]
  const wanted = named.filter((key) => !brought.has(key))
  const lacking = new Map<Referred, ReferredRead['lacking'][number]['why']>()
  // One of another server may bear the id of one that is here, and is not looked up by it.
  if (resources.some((one) => namesMedicineElsewhere(one, reading.base))) lacking.set('Medication', 'not readable')
  const entries: JsonObject[] = []
  const look = async (key: string) => {
    const type = typeOf(key) as Referred
    const lacksGrant = grantGap(reading.scopes, type, 'read')
    if (lacksGrant !== null) lacking.set(type, lacksGrant)
    if (lacksGrant === 'not granted') return
    const got = await reading.get(key)
    if (!got.ok) lacking.set(type, got.why)
    else if (isObject(got.json) && got.json.resourceType === type) entries.push({ resource: got.json })
    else lacking.set(type, 'not readable')
  }
  await Promise.all(wanted.slice(0, mostReferred).map(look))
  for (const key of wanted.slice(mostReferred)) lacking.set(typeOf(key) as Referred, 'too many')

  const people = named.filter((key) => typeOf(key) === 'Practitioner').slice(0, mostReferred)
  if (people.length > 0) {
    const ids = people.map((key) => key.slice('Practitioner/'.length)).join(',')
    const lacksGrant = grantGap(reading.scopes, 'PractitionerRole', 'search')
    const isAsked = lacksGrant !== 'not granted'
    const roles = isAsked ? await readPages(`PractitionerRole?practitioner=${ids}`, reading) : null
    entries.push(...(roles?.entries ?? []))
    const why = roles?.short ?? lacksGrant
    if (why !== null) lacking.set('PractitionerRole', why)
  }
  return { entries, lacking: [...lacking].map(([type, why]) => ({ type, why })) }
}

const typeOf = (key: string): string => key.split('/')[0] ?? ''
const isReferred = (type: string): boolean => referredTypes.some((one) => one === type)

/** Every reference in a resource that leads to one of these types on this server, as `Type/id`. */
function referencesIn(json: unknown, base: string): readonly string[] {
  if (Array.isArray(json)) return json.flatMap((one: unknown) => referencesIn(one, base))
  if (!isObject(json)) return []
  const { reference } = json
  const own = typeof reference === 'string' ? keyOf(reference, base) : null
  return [...(own === null ? [] : [own]), ...Object.values(json).flatMap((one) => referencesIn(one, base))]
}

function keyOf(reference: string, base: string): string | null {
  const key = typeAndId(reference)
  if (!/^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(key) || !isReferred(typeOf(key))) return null
  return withinBase(reference, base) === null ? null : key
}

function namesMedicineElsewhere(json: unknown, base: string): boolean {
  if (Array.isArray(json)) return json.some((one: unknown) => namesMedicineElsewhere(one, base))
  if (!isObject(json)) return false
  const { reference, display } = json
  const isElsewhere =
    isText(reference) &&
    !isText(display) &&
    typeOf(typeAndId(reference)) === 'Medication' &&
    withinBase(reference, base) === null
  return isElsewhere || Object.values(json).some((one) => namesMedicineElsewhere(one, base))
}
