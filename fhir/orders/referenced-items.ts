import { isObject, type JsonObject } from '../json/json.ts'
import { performerLinks, placeLinks, roleLinks } from '../read/performers.ts'
import { productLinks } from '../read/products.ts'
import { type Item, itemOf, withoutVersion } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'
import type { Recognising } from './gated-treatment.ts'
import { isOrder } from './kinds.ts'

/** What a resource refers to that says what was given, why, by whom and where; and what that refers to. */
export function referencedItems(resource: Resource, { find }: Pick<Recognising, 'find'>): readonly Item[] {
  const links = [
    ...productLinks(resource),
    ...[resource.reasonReference, resource.partOf, resource.authorizingPrescription].flat().filter(isObject),
    ...performerLinks(resource),
    ...placeLinks(resource),
  ]
  return links.flatMap((link) => {
    const items = behind(link, find)
    return [...items, ...items.flatMap(({ resource }) => linksBehind(resource).flatMap((next) => behind(next, find)))]
  })
}

/** By which what is referred to names more of itself: whose a role is, and of an order what is ordered, and why. */
export const linksBehind = (resource: JsonObject): readonly JsonObject[] =>
  isOrder(resource)
    ? [...productLinks(resource), ...[resource.reasonReference].flat().filter(isObject)]
    : roleLinks(resource)

function behind({ reference }: JsonObject, find: Recognising['find']): readonly Item[] {
  const found = typeof reference === 'string' && !reference.startsWith('#') ? find?.(reference) : null
  return found ? [{ ...itemOf(found, String(reference)), key: withoutVersion(String(reference)) }] : []
}
