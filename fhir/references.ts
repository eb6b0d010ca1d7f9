import { isObject, isText, type JsonObject, objectsIn } from './json.ts'

/** A resource and where it stands. `key` is `Type/id` where it has an id. */
export type Item = Readonly<{ resource: JsonObject; type: string; key: string; where: string }>

export type References = Readonly<{
  /** The resource a reference leads to: in the holder itself, or beside it. */
  find: (reference: unknown, holder?: JsonObject) => Item | null
  /** The roles of a practitioner. */
  rolesOf: (practitioner: Item) => readonly Item[]
}>

/** Every address by which the resources may be named: full addresses, and `Type/id`. */
export function referencesAmong(items: readonly Item[], fullUrls: ReadonlyMap<string, Item> = new Map()): References {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const keys = new Map(items.map((item) => [item.resource, item.key]))
  let roles: Map<string, Item[]> | null = null

  const find = (reference: unknown, holder?: JsonObject): Item | null => {
    const text = isObject(reference) ? reference.reference : reference
    if (typeof text !== 'string') return null
    if (text.startsWith('#')) return contained(text.slice(1), holder, keys)
    const bare = withoutVersion(text)
    return fullUrls.get(bare) ?? byKey.get(bare) ?? (bare.includes('://') ? (byKey.get(lastTwo(bare)) ?? null) : null)
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
  return { find, rolesOf }
}

/** A resource inside another. Its key names its holder, for two holders may each have a "#1" of their own. */
function contained(id: string, holder: JsonObject | undefined, keys: ReadonlyMap<JsonObject, string>): Item | null {
  const resource = holder && objectsIn(holder.contained).find((inner) => inner.id === id)
  if (!resource || typeof resource.resourceType !== 'string') return null
  const key = `${(holder && keys.get(holder)) ?? ''}#${id}`
  return { resource, type: resource.resourceType, key, where: key }
}

/** What a reference leads to, says it leads to, or is written like. */
export function typesNamed(link: JsonObject, holder: JsonObject, references: References): readonly string[] {
  const found = references.find(link, holder)?.type
  const named = isText(link.reference) ? link.reference.split(/[/?]/).slice(0, -1) : []
  return [...(found === undefined ? [] : [found]), ...(isText(link.type) ? [link.type] : []), ...named]
}

export const withoutVersion = (reference: string): string => {
  const at = reference.indexOf('/_history/')
  return at < 0 ? reference : reference.slice(0, at)
}

/** `Patient/1` of `https://example.org/fhir/Patient/1`. */
export const lastTwo = (address: string): string => address.split('/').slice(-2).join('/')

export const itemOf = (resource: JsonObject, where: string): Item => {
  const type = String(resource.resourceType)
  return { resource, type, key: typeof resource.id === 'string' ? `${type}/${resource.id}` : where, where }
}
