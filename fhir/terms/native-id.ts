import { type JsonObject, objectsIn } from '../json/json.ts'
import { entryIdSystem } from './systems.ts'

/** What FHIR leaves out of ids, and how long they may be. */
const strange = /[^A-Za-z0-9.-]/
const longest = 64

/**
 * The id of the resource of one type by which other systems know an entry. It follows from the entry alone, so that
 * an amendment is a new version of it, and nothing else can pass for it.
 */
export function nativeIdOf(entryId: string, type: string): string {
  const end = `.${type}`
  if (entryId.length + end.length <= longest && !strange.test(entryId)) return entryId + end
  return `${entryId.replaceAll(new RegExp(strange, 'g'), '-').slice(0, longest - end.length)}${end}`
}

/** The id of the entry that one of our observations records. */
export function entryIdOf(resource: JsonObject): string | null {
  const identifier = objectsIn(resource.identifier).find(({ system }) => system === entryIdSystem)
  return typeof identifier?.value === 'string' ? identifier.value : null
}
