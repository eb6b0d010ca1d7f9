import type { Resource, Where } from '@facialis/record'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { everywhere } from '../../search-indexing/parameters.ts'
import { hiddenFrom } from '../responses/may-read.ts'
import { nonEmptyLists } from '../responses/non-empty-lists.ts'
import { aboutTypes, askedByType, type Place, pageByType } from './by-type.ts'
import { compartmentTypes, inCompartment } from './compartment.ts'
import { isIgnored } from './ignored-parameters.ts'
import { entryOf, noticesOf, type SearchContext, sealOf } from './search.ts'
import { type Pairs, parseSearch } from './search-request.ts'
import { selfOf } from './self-link.ts'

const possible = { types: compartmentTypes, usualCount: 50, mostCount: 500 }

/** What the address of a further page holds. */
type Begun = Readonly<{ whole: string; pairs: Pairs; lenient: boolean; place: Place }>
const isBegun = (value: unknown): value is Begun => typeof value === 'object' && value !== null && 'whole' in value

/** One page of everything in a compartment, type by type; the first page fixes the point of the record that all of them show. */
export async function wholeCompartment(id: string, pairs: Pairs, searching: SearchContext): Promise<Result<Resource>> {
  const { clinic, who, base, requestId, lenient } = searching
  const view = clinic.record
  const seal = await sealOf(clinic)
  const page = pairs.find(([name]) => name === '_page')?.[1]
  const begun: unknown =
    page === undefined
      ? { whole: id, pairs, lenient, place: { asOf: await view.position(), type: '', after: '' } }
      : seal.open(page, who.id)
  if (!isBegun(begun) || begun.whole !== id)
    return refuse(400, 'bad-value', 'This is not a page of one of your searches.', { where: 'http._page' })
  const asked = readAsked(begun)
  if (!asked.ok) return asked
  const { conditions, ...byType } = asked.value
  const found = await pageByType(view, { ...byType, place: begun.place }, (type) => ({
    where: [inCompartment(type, id) ?? { any: [] }, ...conditions, ...hiddenFrom(who, type)],
  }))
  if (!found.ok) return found
  await view.auditRead({
    actor: { id: who.id },
    what: `everything in the compartment of Patient/${id}`,
    action: 'fhir-search',
    // Whose the found ones are, too: they are not all of the person who was asked for.
    patientIds: [...new Set([id, ...found.value.found.flatMap(({ patientId }) => patientId ?? [])])],
    requestId,
  })
  const address = `${base}/Patient/${id}/*`
  const heeded = begun.pairs.filter(([name]) => !byType.unknown.includes(name))
  const next = found.value.next && seal.seal({ ...begun, place: found.value.next } satisfies Begun, who.id)
  return ok({
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: selfOf(address, heeded, byType.count) },
      ...(next === null ? [] : [{ relation: 'next', url: `${address}?_page=${next}` }]),
    ],
    ...nonEmptyLists({
      entry: [
        ...found.value.found.map((one) => entryOf(one, 'match', base)),
        ...noticesOf({ isCut: false }, byType.unknown),
      ],
    }),
  } as Resource)
}

const ofEveryType = ['_id', '_lastUpdated', ...everywhere.map(({ name }) => name)]

/** By what all types share one may search here, and by nothing else. */
function readAsked({ pairs, lenient }: Begun) {
  const conditions: (readonly [string, string])[] = []
  const unknown: string[] = []
  for (const pair of pairs) {
    const [name, value] = pair
    if (isIgnored(name, value) || aboutTypes.includes(name)) continue
    if (ofEveryType.includes(name.split(':', 1)[0] ?? '')) conditions.push(pair)
    else if (lenient) unknown.push(name)
    else
      return refuse(400, 'unknown-parameter', `What is of all types cannot be searched by ${JSON.stringify(name)}.`, {
        where: `http.${name}`,
      })
  }
  const byType = askedByType(pairs, possible)
  if (!byType.ok) return byType
  // They are kept alike of every type.
  const asked = parseSearch('Patient', conditions, { lenient: false })
  if (!asked.ok) return asked
  const wheres: readonly Where[] = asked.value.criteria.flatMap((one) => ('where' in one ? [one.where] : []))
  return ok({ ...byType.value, conditions: wheres, unknown })
}
