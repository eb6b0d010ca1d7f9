import { isObject, isText, type JsonObject } from '../json/json.ts'
import { isNamedAs, type References } from './references.ts'

type Around = Readonly<{ references: References }>

const people = new Set(['Patient', 'RelatedPerson'])
const colleagues = new Set(['Practitioner', 'PractitionerRole'])
/** Who or what a reference may name beside them. */
const others = new Set([...people, 'Organization', 'CareTeam', 'Device', 'HealthcareService', 'Group', 'Location'])

/** Whether a reference, or one of a list, names the patient or their family: what they report is no examination. */
export function isSelfReported(links: unknown, holder: JsonObject, { references }: Around): boolean {
  if (!Array.isArray(links)) return isObject(links) && isNamedAs(people, links, holder, references)
  for (let i = 0; i < links.length; i++) {
    const link: unknown = links[i]
    if (isObject(link) && isNamedAs(people, link, holder, references)) return true
  }
  return false
}

/** Whether one of these is somebody who can answer for a judgement: a colleague, or a name that is nothing else. */
export function isByAColleague(links: unknown, holder: JsonObject, { references }: Around): boolean {
  return [links]
    .flat()
    .some(
      (link: unknown) =>
        isObject(link) &&
        (isNamedAs(colleagues, link, holder, references) ||
          (isText(link.display) && !isNamedAs(others, link, holder, references))),
    )
}
