import { isObject, isText, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { withoutVersion } from '@facialis/fhir/read/references.ts'
import type { Resource } from '@facialis/record'
import { personIn, whose } from '../../indexed/knowing.ts'

/**
 * The member by which a resource says whose it is, where nobody here can tell whom it names: by the address of another
 * server, by a number or in words. It would be on nobody's page, and no gate would know of it. Null: it names somebody who
 * is kept here, nobody at all, or what is no person.
 */
export const strangerIn = (resource: Resource): string | null =>
  resource.resourceType === 'Patient' || personIn(resource) !== null
    ? null
    : (whose.find((member) => isStranger(resource[member], resource)) ?? null)

/** What is not said to be something else may be a person. */
function isStranger(link: unknown, holder: Resource): boolean {
  if (!isObject(link)) return false
  // A type may be told by the address at which it is described.
  const type = isText(link.type) ? (link.type.split('/').at(-1) ?? '') : typeIn(link, holder)
  const isNamed = isText(link.reference) || isObject(link.identifier) || isText(link.display)
  return isNamed && (type === null || type.toLowerCase() === 'patient')
}

/** The type of what a reference leads to, as far as it says. */
function typeIn({ reference }: JsonObject, { contained }: Resource): string | null {
  if (!isText(reference)) return null
  if (!reference.startsWith('#')) return written.exec(withoutVersion(reference))?.[1] ?? null
  const type = objectsIn(contained).find(({ id }) => id === reference.slice(1))?.resourceType
  return isText(type) ? type : null
}
const written = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+$/
