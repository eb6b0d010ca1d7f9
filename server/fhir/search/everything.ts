import { productLinks } from '@facialis/fhir/read/products.ts'
import type { Present, Resource } from '@facialis/record'
import { notFound, ok, type Result, refuse } from '../../core/refusal.ts'
import { noticeOf } from '../../http/outcome.ts'
import { type SamePerson, samePerson } from '../../patient/same-person.ts'
import { parametersOf, servedTypes } from '../../search-indexing/parameters.ts'
import { referenceKey, valuesAt } from '../../search-indexing/values.ts'
import { hiddenFrom } from '../responses/may-read.ts'
import { nonEmptyLists } from '../responses/non-empty-lists.ts'
import { type AskedByType, aboutTypes, askedByType, type Place, pageByType } from './by-type.ts'
import { isIgnored } from './ignored-parameters.ts'
import { entryOf, type SearchContext } from './search.ts'
import type { Pairs } from './search-request.ts'
import { selfOf } from './self-link.ts'

const usualCount = 1000
const mostCount = 2000

/** What of others a person's resources are read with: who treats them, what they were given. */
const shared = new Set(
  servedTypes.filter((type) =>
    ['Medication', 'Practitioner', 'PractitionerRole', 'Organization', 'Location'].includes(type),
  ),
)

const own = new Set([...aboutTypes, '_page'])

/** Everything that is kept of one person, type by type, of one point of the record, with what it refers to. */
export async function everything(id: string, pairs: Pairs, searching: SearchContext): Promise<Result<Resource>> {
  const { clinic, who, base, requestId } = searching
  const view = clinic.record
  const patient = await view.read('Patient', id)
  if (!patient.ok) return notFound()
  const asked = readAsked(pairs)
  if (!asked.ok) return asked
  const { place = { asOf: await view.position(), type: '', after: '' }, ...byType } = asked.value
  // By whose it is, and not by the published compartment: what is about somebody else is not theirs.
  const page = await pageByType(view, { ...byType, place }, (type) => ({ patientId: id, where: hiddenFrom(who, type) }))
  if (!page.ok) return page
  const { found, next } = page.value
  const beside = await sharedBy(found, searching, place.asOf)
  await view.auditRead({
    actor: { id: who.id },
    what: `everything of Patient/${id}`,
    action: 'fhir-everything',
    patientId: id,
    requestId,
  })
  const elsewhere = saidElsewhere(id, await samePerson(view, patient.value.resource))
  const address = `${base}/Patient/${id}/$everything`
  const same = pairs.filter(([name]) => name !== '_page')
  return ok({
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: selfOf(address, pairs, byType.count) },
      ...(next === null
        ? []
        : [
            { relation: 'next', url: selfOf(address, [...same, ['_page', `${next.asOf}~${next.type}~${next.after}`]]) },
          ]),
    ],
    ...nonEmptyLists({
      entry: [
        ...found.map((one) => entryOf(one, 'match', base)),
        ...beside.map((one) => entryOf(one, 'include', base)),
        ...elsewhere.map((resource) => ({ resource, search: { mode: 'outcome' } })),
      ],
    }),
  } as Resource)
}

/** What stands under one id is not all of a person who has several: nobody shall take it for the whole. */
function saidElsewhere(id: string, { inUse, merged, unread }: SamePerson): readonly Resource[] {
  const others = (ids: readonly string[]): string => ids.map((one) => `Patient/${one}`).join(', ')
  const parts = [
    ...(inUse === id ? [] : [`Patient/${id} was merged into Patient/${inUse}, which is in use instead.`]),
    ...(inUse !== id || merged.length === 0
      ? []
      : [`What was recorded under ${others(merged)} belongs to this person too: ask for everything about each.`]),
    ...(unread.length === 0
      ? []
      : [`This record names ${unread.join(', ')} as the same person, which nobody can follow.`]),
  ]
  return parts.length === 0 ? [] : [noticeOf('warning', parts.join(' '))]
}

function readAsked(pairs: Pairs): Result<AskedByType & Readonly<{ place?: Place }>> {
  for (const [name, value] of pairs)
    if (!own.has(name) && !isIgnored(name, value))
      return refuse(400, 'unknown-parameter', `${JSON.stringify(name)} is not known here.`, { where: `http.${name}` })
  const asked = askedByType(pairs, { types: servedTypes, usualCount, mostCount })
  if (!asked.ok) return asked
  const page = pairs.find(([name]) => name === '_page')?.[1]
  if (page === undefined) return asked
  const [, asOf, type = '', after = ''] = /^(\d{1,15})~([A-Za-z]+)~([A-Za-z0-9.-]*)$/.exec(page) ?? []
  if (asOf === undefined) return refuse(400, 'bad-value', 'This is no page of ours.', { where: 'http._page' })
  return ok({ ...asked.value, place: { asOf: Number(asOf), type, after } })
}

async function sharedBy(
  found: readonly Present[],
  { clinic }: SearchContext,
  asOf: number,
): Promise<readonly Present[]> {
  const wanted = new Map<string, Set<string>>()
  for (const { resource } of found)
    for (const link of linksOf(resource)) {
      const key = typeof link === 'object' && link !== null && 'reference' in link ? String(link.reference) : ''
      const [type = '', id = ''] = referenceKey(key).split('/')
      if (shared.has(type) && id !== '') wanted.set(type, (wanted.get(type) ?? new Set()).add(id))
    }
  const read = await Promise.all([...wanted].map(([type, ids]) => clinic.record.readAsOf(type, [...ids], asOf)))
  return read.flat().flatMap((one) => (one.resource === null ? [] : [{ ...one, resource: one.resource }]))
}

/** What one may be searched by, and what was used, by which nobody searches. */
const linksOf = (resource: Resource): readonly unknown[] => [
  ...(parametersOf[resource.resourceType] ?? []).flatMap(({ kind, paths }) =>
    kind === 'reference' ? paths.flatMap((path) => valuesAt(resource, path)) : [],
  ),
  ...productLinks(resource),
]
