import type { Provenance } from '@facialis/language'
import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { roleExtension } from '../terms/systems.ts'
import type { Item } from './references.ts'

/** Who stands behind a resource: by the members that name a person, in order of responsibility. */
export function provenanceOf({ resource, key }: Item): Provenance {
  return (
    signedBy(resource.asserter, key) ??
    signedBy(resource.resultsInterpreter, key) ??
    signedBy(resource.performer, key) ??
    signedBy(resource.recorder, key) ??
    signedBy(resource.requester, key) ??
    signedBy(resource.author, key) ??
    signedBy(resource.source, key) ?? { source: key }
  )
}

function signedBy(links: unknown, source: string): Provenance | null {
  if (links === undefined) return null
  const json: unknown = Array.isArray(links) ? links[0] : links
  if (!isObject(json)) return null
  const person = isObject(json.actor) ? json.actor : json
  const by = isText(person.display) ? person.display : isText(person.reference) ? person.reference : undefined
  if (by === undefined) return null
  const role = extensionCode(person, roleExtension)
  return role === undefined ? { source, by } : { source, by, role }
}

const none: readonly never[] = []
/** The extensions of something that have this address. */
export const extensionsOf = (holder: JsonObject, url: string): readonly JsonObject[] =>
  holder.extension === undefined ? none : objectsIn(holder.extension).filter((extension) => extension.url === url)

/** The code that the first of them holds. */
export const extensionCode = (holder: JsonObject, url: string): string | undefined => {
  const code = extensionsOf(holder, url)[0]?.valueCode
  return typeof code === 'string' ? code : undefined
}
