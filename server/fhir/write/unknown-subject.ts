import { isObject, isText, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { withoutVersion } from '@facialis/fhir/read/references.ts'
import type { Resource } from '@facialis/record'
import { referencePattern } from '../../core/reference-pattern.ts'
import { patientMembers, personIn } from '../../search-indexing/resource-knowledge.ts'

/**
 * The member by which a resource says whose it is, where nobody here can tell whom it names: by the address of another
 * server, by a number or in words. It would be on nobody's page, and no gate would know of it. Null: it names somebody who
 * is kept here, nobody at all, or what is no person.
 */
export const unknownSubjectIn = (resource: Resource): string | null =>
  resource.resourceType === 'Patient' || personIn(resource) !== null
    ? null
    : (patientMembers.find((member) => isStranger(resource[member], resource)) ?? strangerTold(resource))

/** Of whom else something tells: a group has members, and a task or a Provenance may be about a person. */
const tells: Readonly<Record<string, readonly [member: string, inside?: string]>> = {
  Group: ['member', 'entity'],
  Provenance: ['target'],
  Task: ['focus'],
}

type Told = Readonly<{ member: string; links: readonly Readonly<{ link: unknown; at: string }>[] }>

function toldBy(resource: Resource): Told | null {
  const [member, inside] = tells[resource.resourceType] ?? []
  if (member === undefined) return null
  const held = resource[member]
  const list = Array.isArray(held) ? held : null
  const links = (list ?? [held]).map((one, place) => ({
    link: inside === undefined || !isObject(one) ? one : one[inside],
    at: `${member}${list === null ? '' : `[${place}]`}${inside === undefined ? '' : `.${inside}`}`,
  }))
  return { member, links }
}

/** The same there: only what says that it is a person, for most such links lead to something else. */
function strangerTold(resource: Resource): string | null {
  const told = toldBy(resource)
  const isTold = told?.links.some(
    ({ link }) =>
      isObject(link) &&
      idHere(link) === undefined &&
      isStranger(link, resource) &&
      typeOf(link, resource) === 'patient',
  )
  return told !== null && isTold ? told.member : null
}

/** Of which people of those here something tells, and where in it. */
export const peopleTold = (resource: Resource): readonly Readonly<{ id: string; at: string }>[] =>
  toldBy(resource)?.links.flatMap(({ link, at }) => {
    const id = isObject(link) ? idHere(link) : undefined
    return id === undefined ? [] : [{ id, at: `${at}.reference` }]
  }) ?? []

const personShape = referencePattern('Patient')
const idHere = ({ reference }: JsonObject): string | undefined =>
  isText(reference) ? personShape.exec(reference)?.[1] : undefined

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
