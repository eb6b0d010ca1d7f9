import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import type { References } from './references.ts'

type Among = Readonly<{ references: References }>

/** The references by which a resource names who did it, or tells of it. */
export const performerLinks = ({ performer, informationSource }: JsonObject): readonly JsonObject[] => [
  ...objectsIn(performer).map((one) => (isObject(one.actor) ? one.actor : one)),
  ...[informationSource].filter(isObject),
]

/** By which it names for whom they did it, and where. */
export const placeLinks = ({ performer, location }: JsonObject): readonly JsonObject[] =>
  [...objectsIn(performer).map(({ onBehalfOf }) => onBehalfOf), location].filter(isObject)

/** By which a role names whose it is, and where. */
export const roleLinks = ({ resourceType, practitioner, organization }: JsonObject): readonly JsonObject[] =>
  resourceType === 'PractitionerRole' ? [practitioner, organization].filter(isObject) : []

/**
 * All that is known of somebody who is named, each with a name as its `display`. What a reference leads to is who it is,
 * under whatever name somebody wrote beside it; that name is believed where it leads nowhere.
 */
export function knownOf(link: JsonObject, holder: JsonObject, among: Among): readonly JsonObject[] {
  const found = foundBy(link, holder, among)
  if (found?.resourceType !== 'PractitionerRole') return known(link, found)
  const isInside = String(link.reference).startsWith('#')
  const people = roleLinks(found).flatMap((role) => known(role, foundBy(role, isInside ? holder : found, among)))
  return people.length === 0 ? [nobody] : people
}
const nobody: JsonObject = { display: '' }

const foundBy = (link: JsonObject, holder: JsonObject, { references }: Among): JsonObject | null =>
  references.find(link, holder)?.resource ?? null

function known(link: JsonObject, found: JsonObject | null): readonly JsonObject[] {
  if (found === null) return [link]
  const { reference } = link
  const names = namesOf(found.name)
  return (names.length === 0 ? [''] : names).map((display) => ({ reference, display, identifier: found.identifier }))
}

/** As people read them: an organization has one, a person some, each in parts or whole. */
const namesOf = (name: unknown): readonly string[] =>
  isText(name)
    ? [name]
    : objectsIn(name).flatMap(({ text, given, family }) => [
        ...[text].filter(isText),
        ...[[given, family].flat().filter(isText).join(' ')].filter((parts) => parts !== ''),
      ])
