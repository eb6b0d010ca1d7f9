import { isObject, isText, type JsonObject } from './json.ts'
import { type References, typesNamed } from './references.ts'

type Around = Readonly<{ references: References }>

const people = new Set(['Patient', 'RelatedPerson'])
const colleagues = new Set(['Practitioner', 'PractitionerRole'])
/** Who or what a reference may name beside them. */
const others = new Set([...people, 'Organization', 'CareTeam', 'Device', 'HealthcareService', 'Group', 'Location'])

/** Whether a reference, or one of a list, names the person or their family: what they tell is no examination. */
export function isByThePerson(links: unknown, holder: JsonObject, { references }: Around): boolean {
  return [links]
    .flat()
    .some((link: unknown) => isObject(link) && typesNamed(link, holder, references).some((type) => people.has(type)))
}

/** Whether one of these is somebody who can answer for a judgement: a colleague, or a name that is nothing else. */
export function isByAColleague(links: unknown, holder: JsonObject, { references }: Around): boolean {
  return [links].flat().some((link: unknown) => {
    if (!isObject(link)) return false
    const types = typesNamed(link, holder, references)
    if (types.some((type) => colleagues.has(type))) return true
    return isText(link.display) && !types.some((type) => others.has(type))
  })
}
