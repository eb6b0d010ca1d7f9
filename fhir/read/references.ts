import type { IdIndex } from '../json/id-index.ts'
import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { type Locator, pathOf } from '../json/locator.ts'

/** A resource and where it stands. `key` is `Type/id` where it has an id. */
export type Item = Readonly<{ resource: JsonObject; type: string; key: string; where: Locator }>

export type References = Readonly<{
  /** The resource a reference leads to: in the holder itself, or beside it. */
  find: (reference: unknown, holder?: JsonObject) => Item | null
  /** What stands before the last part of a reference: the type, behind the address of a server. */
  partsOf: (reference: string) => readonly string[]
  /** The roles of a practitioner. */
  rolesOf: (practitioner: Item) => readonly Item[]
}>

/** What is known of how resources may be named, beside `Type/id`. */
export type Named = Readonly<{
  fullUrls?: ReadonlyMap<string, Item>
  /** Where a resource stands whose id no other one has. */
  byId?: IdIndex
}>

/** Every address by which the resources may be named: full addresses, and `Type/id`. */
export function referencesAmong(items: readonly Item[], { fullUrls, byId }: Named = {}): References {
  let keys: ReadonlyMap<JsonObject, string> | null = null
  let roles: Map<string, Item[]> | null = null
  let byKey: ReadonlyMap<string, Item> | null = null
  // Nearly every resource of a bundle names the same person.
  let last: string | null = null
  let lastFound: Item | null = null
  let lastSplit: string | null = null
  let lastParts: string[] = []

  const beside = (text: string): Item | null => {
    const bare = withoutVersion(text)
    if (byId) {
      const item = items[byId.find(bare, bare.lastIndexOf('/') + 1)]
      if (item?.key === bare) return item
    }
    return fullUrls?.get(bare) ?? named(bare) ?? (bare.includes('://') ? named(lastTwo(bare)) : null)
  }

  const named = (key: string): Item | null => {
    // What is read alone has nothing beside it.
    if (items.length === 1) return items[0]?.key === key ? items[0] : null
    byKey ??= new Map(items.map((item) => [item.key, item]))
    return byKey.get(key) ?? null
  }

  const find = (reference: unknown, holder?: JsonObject): Item | null => {
    const text = isObject(reference) ? reference.reference : reference
    if (typeof text !== 'string') return null
    if (text.startsWith('#')) {
      keys ??= new Map(items.map((item) => [item.resource, item.key]))
      return contained(text.slice(1), holder, keys)
    }
    if (text !== last) {
      lastFound = beside(text)
      last = text
    }
    return lastFound
  }

  const partsOf = (reference: string): readonly string[] => {
    if (reference !== lastSplit) {
      lastParts = []
      for (let from = 0, at = 0; at < reference.length; at++) {
        const letter = reference.charCodeAt(at)
        if (letter !== slash && letter !== questionMark) continue
        lastParts.push(reference.slice(from, at))
        from = at + 1
      }
      lastSplit = reference
    }
    return lastParts
  }

  const rolesOf = (practitioner: Item): readonly Item[] => {
    if (roles === null) {
      roles = new Map()
      for (const item of items) {
        const person = item.type === 'PractitionerRole' ? find(item.resource.practitioner) : null
        if (person) roles.set(person.key, [...(roles.get(person.key) ?? []), item])
      }
    }
    return roles.get(practitioner.key) ?? []
  }
  return { find, partsOf, rolesOf }
}

/** A resource inside another. Its key names its holder, for two holders may each have a "#1" of their own. */
function contained(id: string, holder: JsonObject | undefined, keys: ReadonlyMap<JsonObject, string>): Item | null {
  const resource = holder && objectsIn(holder.contained).find((inner) => inner.id === id)
  if (!resource || typeof resource.resourceType !== 'string') return null
  const key = `${(holder && keys.get(holder)) ?? ''}#${id}`
  return { resource, type: resource.resourceType, key, where: key }
}

/** Whether what a reference leads to, says it leads to, or is written like, is one of these types. */
export function isNamedAs(
  types: ReadonlySet<string>,
  link: JsonObject,
  holder: JsonObject,
  among: References,
): boolean {
  const { reference, type } = link
  if (type !== undefined && isText(type) && types.has(type)) return true
  const found = among.find(link, holder)
  if (found !== null && types.has(found.type)) return true
  if (typeof reference !== 'string') return false
  const parts = among.partsOf(reference)
  for (let i = 0; i < parts.length; i++) if (types.has(parts[i] as string)) return true
  return false
}

const slash = 47
const questionMark = 63

export const withoutVersion = (reference: string): string => {
  const at = reference.indexOf('/_history/')
  return at < 0 ? reference : reference.slice(0, at)
}

/** `Patient/1` of `https://example.org/fhir/Patient/1`. */
export const lastTwo = (address: string): string => address.split('/').slice(-2).join('/')
/** The same of a reference that may name a version. */
export const typeAndId = (reference: string): string => lastTwo(withoutVersion(reference))

export const itemOf = (resource: JsonObject, where: Locator): Item => {
  const type = String(resource.resourceType)
  return { resource, type, key: typeof resource.id === 'string' ? `${type}/${resource.id}` : pathOf(where), where }
}
