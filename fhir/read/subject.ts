import { isObject } from '../json/json.ts'
import { ignore, type Reading } from './reading.ts'
import { type Item, isNamedAs } from './references.ts'

/** Others that a resource may be about. Whether a Patient is the right one is asked of the whole bundle. */
export const others: ReadonlySet<string> = new Set([
  'Group',
  'Device',
  'Location',
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Specimen',
])

/**
 * Whether a resource tells of the person and means what it says: one about a group, a device or a relative, or one with a
 * modifier that may turn it into its opposite, is left out and listed.
 */
export function isUnfit(item: Item, reading: Reading): boolean {
  const { subject, patient, focus, modifierExtension } = item.resource
  if (patient === undefined && focus === undefined && modifierExtension === undefined && isPerson(subject, reading))
    return false
  if (isOther(subject, item, reading) || isOther(patient, item, reading) || isOther(focus, item, reading)) {
    reading.counts.aboutOthers++
    ignore(reading, item, 'it is about somebody or something else')
    return true
  }
  if (!Array.isArray(modifierExtension) || modifierExtension.length === 0) return false
  reading.counts.modified++
  ignore(reading, item, 'it carries a modifier that nobody here reads, which may turn it into its opposite')
  return true
}

/** Nearly every resource is about the person in the same words as the one before. */
function isPerson(subject: unknown, reading: Reading): boolean {
  if (!isObject(subject) || subject.type !== undefined || typeof subject.reference !== 'string') return false
  const { reference } = subject
  if (reference === reading.subject) return true
  if (reference.startsWith('#') || isNamedAs(others, subject, subject, reading.references)) return false
  reading.subject = reference
  return true
}

function isOther(links: unknown, { resource }: Item, { references }: Reading): boolean {
  if (links === undefined) return false
  if (Array.isArray(links)) return links.some((link) => isObject(link) && isNamedAs(others, link, resource, references))
  return isObject(links) && isNamedAs(others, links, resource, references)
}
