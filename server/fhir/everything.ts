import { productLinks } from '@facialis/fhir/products.ts'
import { compareText, type Present, type Resource } from '@facialis/record'
import { nothingHere, ok, type Result, refuse } from '../problem.ts'
import { referenceKey, valuesAt } from './index-values.ts'
import { hiddenFrom } from './may-read.ts'
import { parametersOf } from './parameters.ts'
import type { Searching } from './search.ts'
import { isServed, servedTypes } from './served.ts'
import { timeSpanOf } from './time-spans.ts'

type Query = Readonly<Record<string, unknown>>
const usualCount = 1000
const mostCount = 2000

/** What of others a person's resources are read with: who treats them, what they were given. */
const shared = new Set(
  servedTypes.filter((type) =>
    ['Medication', 'Practitioner', 'PractitionerRole', 'Organization', 'Location'].includes(type),
  ),
)

type Place = Readonly<{ asOf: number; type: string; after: string }>

/** Everything that is kept of one person, type by type, of one point of the record, with what it refers to. */
export async function everything(id: string, query: Query, searching: Searching): Promise<Result<Resource>> {
  const { clinic, who, base, requestId } = searching
  const view = clinic.record
  if (!(await view.read('Patient', id)).ok) return nothingHere()
  const asked = readAsked(query)
  if (!asked.ok) return asked
  const { types, count, since, place } = asked.value
  const asOf = place?.asOf ?? (await view.position())
  const found: Present[] = []
  let next: Place | null = null
  for (const type of types) {
    if (place && compareText(type, place.type) < 0) continue
    if (found.length === count) {
      next = { asOf, type, after: '' }
      break
    }
    const page = await view.searchThen({
      type,
      patientId: id,
      where: [...(since === null ? [] : [{ written: { from: since } }]), ...hiddenFrom(who, type)],
      limit: count - found.length,
      asOf,
      ...(place?.type === type && place.after !== '' ? { after: place.after } : {}),
    })
    if (page === 'moved-on')
      return refuse(
        410,
        'page-over',
        'So much was written since the first page that the rest cannot be shown as it was. Ask anew.',
      )
    found.push(...page.resources)
    if (page.next !== null) {
      next = { asOf, type, after: page.next }
      break
    }
  }
  const beside = await sharedBy(found, searching, asOf)
  await view.auditRead({
    actor: { id: who.id },
    what: `everything of Patient/${id}`,
    action: 'fhir-everything',
    patientId: id,
    requestId,
  })
  const address = `${base}/Patient/${id}/$everything`
  const same = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (name === '_page' ? [] : [[name, String(value)]])),
  )
  if (next) same.set('_page', `${next.asOf}~${next.type}~${next.after}`)
  return ok({
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: address },
      ...(next === null ? [] : [{ relation: 'next', url: `${address}?${same}` }]),
    ],
    entry: [...found.map((one) => entryOf(one, 'match', base)), ...beside.map((one) => entryOf(one, 'include', base))],
  } as Resource)
}

const entryOf = ({ type, id, resource }: Present, mode: string, base: string): object => ({
  fullUrl: `${base}/${type}/${id}`,
  resource,
  search: { mode },
})

type Asked = Readonly<{ types: readonly string[]; count: number; since: string | null; place: Place | null }>

function readAsked(query: Query): Result<Asked> {
  for (const name of Object.keys(query))
    if (!['_type', '_count', '_since', '_page', '_format'].includes(name))
      return refuse(400, 'unknown-parameter', `${JSON.stringify(name)} is not known here.`, { where: `http.${name}` })
  const types = query._type === undefined ? servedTypes : String(query._type).split(',')
  const unknown = types.find((type) => !isServed(type))
  if (unknown !== undefined)
    return refuse(400, 'bad-value', `${JSON.stringify(unknown)} is not kept here.`, { where: 'http._type' })
  const count = Number(query._count ?? usualCount)
  if (!Number.isInteger(count) || count < 1)
    return refuse(400, 'bad-value', '_count is a whole number from 1.', { where: 'http._count' })
  const since = query._since === undefined ? null : timeSpanOf(String(query._since).replace(' ', '+'))
  if (query._since !== undefined && since === null)
    return refuse(400, 'bad-value', '_since is an instant.', { where: 'http._since' })
  const page = /^(\d{1,15})~([A-Za-z]+)~([A-Za-z0-9.-]*)$/.exec(String(query._page ?? ''))
  if (query._page !== undefined && page === null)
    return refuse(400, 'bad-value', 'This is no page of ours.', { where: 'http._page' })
  return ok({
    types: [...types].sort(compareText),
    count: Math.min(count, mostCount),
    since: since?.from ?? null,
    place: page ? { asOf: Number(page[1]), type: page[2] ?? '', after: page[3] ?? '' } : null,
  })
}

async function sharedBy(found: readonly Present[], { clinic }: Searching, asOf: number): Promise<readonly Present[]> {
  const wanted = new Map<string, Set<string>>()
  for (const { resource } of found)
    for (const link of linksOf(resource)) {
      const key = typeof link === 'object' && link !== null && 'reference' in link ? String(link.reference) : ''
      const [type = '', id = ''] = referenceKey(key).split('/')
      if (shared.has(type) && id !== '') wanted.set(type, (wanted.get(type) ?? new Set()).add(id))
    }
  const read = await Promise.all([...wanted].map(([type, ids]) => clinic.record.readThen(type, [...ids], asOf)))
  return read.flat().flatMap((one) => (one.resource === null ? [] : [{ ...one, resource: one.resource }]))
}

/** What one may be searched by, and what was used, by which nobody searches. */
const linksOf = (resource: Resource): readonly unknown[] => [
  ...(parametersOf[resource.resourceType] ?? []).flatMap(({ kind, paths }) =>
    kind === 'reference' ? paths.flatMap((path) => valuesAt(resource, path)) : [],
  ),
  ...productLinks(resource),
]
