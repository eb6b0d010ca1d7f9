import { isObject, isText, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { withoutVersion } from '@facialis/fhir/read/references.ts'
import type { Resource } from '@facialis/record'
import { referenceTo } from '../../ground/reference-to.ts'
import { personIn, whose } from '../../indexed/knowing.ts'

/**
 * The member by which a resource says whose it is, where nobody here can tell whom it names: by the address of another
 * server, by a number or in words. It would be on nobody's page, and no gate would know of it. Null: it names somebody who
 * is kept here, nobody at all, or what is no person.
 */
export const strangerIn = (resource: Resource): string | null =>
  resource.resourceType === 'Patient' || personIn(resource) !== null
    ? null
    : (whose.find((member) => isStranger(resource[member], resource)) ?? strangerTold(resource))

/** Of whom else something tells: a group has members, and a task or a Provenance may be about a person. */
const tells: Readonly<Record<string, readonly [member: string, inside?: string]>> = {
  Group: ['member', 'entity'],
  Provenance: ['target'],
  Task: ['focus'],
}

/** The same there: only what says that it is a person, for most such links lead to something else. */
function strangerTold(resource: Resource): string | null {
  const [member, inside] = tells[resource.resourceType] ?? []
  if (member === undefined) return null
  const held = resource[member]
  const links = (Array.isArray(held) ? objectsIn(held) : [held]).map((one) =>
    inside === undefined || !isObject(one) ? one : one[inside],
  )
  const isTold = links.some(
    (link) => isObject(link) && !isKeptHere(link) && isStranger(link, resource) && typeOf(link, resource) === 'patient',
  )
  return isTold ? member : null
}

const personShape = referenceTo('Patient')
const isKeptHere = ({ reference }: JsonObject): boolean => isText(reference) && personShape.test(reference)

/** What is not said to be something else may be a person. */
function isStranger(link: unknown, holder: Resource): boolean {
  if (!isObject(link)) return false
  const type = typeOf(link, holder)
  const isNamed = isText(link.reference) || isObject(link.identifier) || isText(link.display)
  return isNamed && (type === null || type === 'patient')
}

/** A type may be told by the address at which it is described. */
const typeOf = (link: JsonObject, holder: Resource): string | null =>
  (isText(link.type) ? (link.type.split('/').at(-1) ?? '') : typeIn(link, holder))?.toLowerCase() ?? null

/** The type of what a reference leads to, as far as it says. */
function typeIn({ reference }: JsonObject, { contained }: Resource): string | null {
  if (!isText(reference)) return null
  if (!reference.startsWith('#')) return written.exec(withoutVersion(reference))?.[1] ?? null
  const type = objectsIn(contained).find(({ id }) => id === reference.slice(1))?.resourceType
  return isText(type) ? type : null
}
const written = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+$/
