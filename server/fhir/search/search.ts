import type { Present, Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { noticeOf } from '../../http/outcome.ts'
import type { SignedIn } from '../../identity/account.ts'
import { nonEmptyLists } from '../responses/non-empty-lists.ts'
import { asStoredReference, type BaseUrls } from './base-urls.ts'
import { inCompartment } from './compartment.ts'
import { mapReferences } from './map-references.ts'
import { openPageSeal, type PageSeal } from './page-seal.ts'
import { existingAmong, patientIdsIn } from './patients-in-search.ts'
import { type Page, runSearch } from './run-search.ts'
import { type Pairs, parseSearch } from './search-request.ts'
import { selfOf } from './self-link.ts'

export type SearchContext = Readonly<{
  clinic: Clinic
  who: SignedIn
  /** With what links begin, without a slash at the end. */
  base: string
  ours: BaseUrls
  requestId: string
  lenient: boolean
}>

/** What the address of a further page holds. */
type Place = Readonly<{ type: string; of?: string; pairs: Pairs; asOf: number; after: string; lenient: boolean }>

/**
 * One page of a search as a Bundle; the first of its pages fixes the point of the record that all of them show.
 * `of`: only among what is in the compartment of this patient.
 */
export async function search(
  type: string,
  pairs: Pairs,
  searching: SearchContext,
  of?: string,
): Promise<Result<Resource>> {
  const page = pairs.find(([name]) => name === '_page')?.[1]
  const seal = await sealOf(searching.clinic)
  if (page === undefined) {
    const asOf = await searching.clinic.record.position()
    const among = of === undefined ? {} : { of }
    return onePage({ type, ...among, pairs, asOf, after: '', lenient: searching.lenient }, searching, seal)
  }
  const place = seal.open(page, searching.who.id)
  if (!isPlace(place) || place.type !== type || place.of !== of)
    return refuse(400, 'bad-value', 'This is not a page of one of your searches.', { where: 'http._page' })
  return onePage(place, searching, seal)
}

const seals = new WeakMap<Clinic['record'], Promise<PageSeal>>()
export function sealOf({ record }: Clinic): Promise<PageSeal> {
  const known = seals.get(record) ?? openPageSeal(record)
  seals.set(record, known)
  return known
}

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'asOf' in value

async function onePage(place: Place, searching: SearchContext, seal: PageSeal): Promise<Result<Resource>> {
  const { type, of, pairs, asOf, after, lenient } = place
  const { clinic, who, base, ours, requestId } = searching
  const read = parseSearch(type, pairs, { lenient })
  if (!read.ok) return read
  const meant = { ...read.value, criteria: mapReferences(read.value, asStoredReference(ours)) }
  const within = of === undefined ? null : inCompartment(type, of)
  const asked = within === null ? meant : { ...meant, criteria: [{ where: within }, ...meant.criteria] }
  const found = await runSearch(asked, { view: clinic.record, who, asOf, after: after === '' ? undefined : after })
  if (!found.ok) return found
  const { matches, included, next, total } = found.value
  const names = new Set([
    ...(of === undefined ? [] : ['compartment']),
    ...pairs.map(([name]) => name.split(/[:.]/, 1)[0]),
  ])
  await clinic.record.auditRead({
    actor: { id: who.id },
    // Names of parameters only: their values may name a person.
    what: `${type}, searched by ${[...names].join(', ') || 'nothing'}`,
    action: 'fhir-search',
    // A count alone tells of a person too: whoever is named by id was looked for.
    patientIds: [
      ...new Set([
        ...[...matches, ...included].flatMap(({ patientId }) => patientId ?? []),
        ...(await existingAmong(patientIdsIn(asked), clinic.record)),
      ]),
    ],
    requestId,
  })
  const address = of === undefined ? `${base}/${type}` : `${base}/Patient/${of}/${type}`
  const sealed = next === null ? null : seal.seal({ ...place, after: next } satisfies Place, who.id)
  return ok({
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total === null ? {} : { total }),
    link: [
      { relation: 'self', url: selfOf(address, asked.heeded, asked.count) },
      ...(sealed === null ? [] : [{ relation: 'next', url: `${address}?_page=${sealed}` }]),
    ],
    ...nonEmptyLists({ entry: [...entriesOf(found.value, base), ...noticesOf(found.value, asked.unknown)] }),
  } as Resource)
}

const entriesOf = ({ matches, included }: Page, base: string): readonly object[] => [
  ...matches.map((one) => entryOf(one, 'match', base)),
  ...included.map((one) => entryOf(one, 'include', base)),
]

export const entryOf = ({ type, id, resource }: Present, mode: 'match' | 'include', base: string): object => ({
  fullUrl: `${base}/${type}/${id}`,
  resource,
  search: { mode },
})

export function noticesOf({ isCut }: Pick<Page, 'isCut'>, unknown: readonly string[]): readonly object[] {
  const said = [
    ...(isCut ? ['Not everything that refers to these is here: search for it by itself.'] : []),
    ...(unknown.length === 0 ? [] : [`Left out, because they are not known here: ${unknown.join(', ')}.`]),
  ]
  return said.map((text) => ({ resource: noticeOf('warning', text), search: { mode: 'outcome' } }))
}
