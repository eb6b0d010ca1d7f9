import { ok, type Result, refuse } from '../../core/refusal.ts'
import { asStoredReference, type BaseUrls } from '../search/base-urls.ts'
import { mapReferences, type Searched } from '../search/map-references.ts'
import type { SearchRequest } from '../search/search-request.ts'

/** What each fullUrl of a bundle names: `Patient/1`. */
export type Places = ReadonlyMap<string, string>

/** References that the conditions of a search are about, however far inside. */
export function referencesIn(asked: Searched): readonly string[] {
  const found: string[] = []
  mapReferences(asked, (reference) => {
    found.push(reference)
    return reference
  })
  return found
}

/**
 * The same search, about the resources that the entries of the bundle became. What names no entry, or is a search itself, would
 * find nothing and look as if nothing were there: it is refused.
 */
export function aboutEntries(
  asked: SearchRequest,
  { places, where, ours }: Readonly<{ places: Places; where: string; ours: BaseUrls }>,
): Result<SearchRequest> {
  const kept = asStoredReference(ours)
  for (const reference of referencesIn(asked)) {
    if (places.has(reference)) continue
    if (/^urn:(uuid|oid):/.test(reference))
      return refuse(422, 'unresolved', `No entry of the bundle has the fullUrl ${JSON.stringify(reference)}.`, {
        where,
      })
    if (reference.includes('?'))
      return refuse(
        422,
        'unresolved',
        'A condition holds no other search: write a chain, such as subject:Patient.identifier=….',
        {
          where,
        },
      )
  }
  return ok({ ...asked, criteria: mapReferences(asked, (reference) => places.get(reference) ?? kept(reference)) })
}
