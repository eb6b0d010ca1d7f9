import { isObject, isText, type JsonObject } from './json.ts'
import type { Reading } from './reading.ts'

const people = new Set(['Patient', 'RelatedPerson'])

/** Whether a reference, or one of a list, names the person or their family: what they tell is no examination. */
export function isByThePerson(
  links: unknown,
  holder: JsonObject,
  { references }: Pick<Reading, 'references'>,
): boolean {
  return [links].flat().some((link: unknown) => {
    if (!isObject(link)) return false
    const found = references.find(link, holder)
    const named = isText(link.reference) ? link.reference.split('/').slice(0, -1) : []
    return people.has(found?.type ?? '') || people.has(String(link.type)) || named.some((part) => people.has(part))
  })
}
