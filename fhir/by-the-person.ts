import { isObject, isText, type JsonObject } from './json.ts'
import type { References } from './references.ts'

type Around = Readonly<{ references: References }>

const people = new Set(['Patient', 'RelatedPerson'])
const colleagues = new Set(['Practitioner', 'PractitionerRole'])
/** Who or what a reference may name beside them. */
const others = new Set([...people, 'Organization', 'CareTeam', 'Device', 'HealthcareService', 'Group', 'Location'])

/** Whether a reference, or one of a list, names the person or their family: what they tell is no examination. */
export function isByThePerson(links: unknown, holder: JsonObject, around: Around): boolean {
  return [links]
    .flat()
    .some((link: unknown) => isObject(link) && typesOf(link, holder, around).some((type) => people.has(type)))
}

/** Whether one of these is somebody who can answer for a judgement: a colleague, or a name that is nothing else. */
export function isByAColleague(links: unknown, holder: JsonObject, around: Around): boolean {
  return [links].flat().some((link: unknown) => {
    if (!isObject(link)) return false
    const types = typesOf(link, holder, around)
    if (types.some((type) => colleagues.has(type))) return true
    return isText(link.display) && !types.some((type) => others.has(type))
  })
}

/** What a reference leads to, says it leads to, or is written like. */
function typesOf(link: JsonObject, holder: JsonObject, { references }: Around): readonly string[] {
  const found = references.find(link, holder)?.type
  const named = isText(link.reference) ? link.reference.split(/[/?]/).slice(0, -1) : []
  return [...(found === undefined ? [] : [found]), String(link.type), ...named]
}
