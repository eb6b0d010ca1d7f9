import type { Resource, Version } from '@facialis/record'
import { notFound, ok, type Result, refuse } from '../core/refusal.ts'
import { servedTypes } from '../search-indexing/parameters.ts'
import { mayReadVersion } from './read.ts'
import { etagOf } from './responses/answer.ts'
import { nonEmptyLists } from './responses/non-empty-lists.ts'
import { countIn, sinceIn } from './search/count-and-since.ts'
import { isIgnored } from './search/ignored-parameters.ts'
import type { SearchContext } from './search/search.ts'

type Query = Readonly<Record<string, unknown>>
const mostCount = 500
// What is not known is not left out: who asks for one moment of the past (`_at`) would be shown all of it.
const known = new Set(['_count', '_since', '_page'])

/** The versions of one resource, of a type or of all types, newest first, some at a time; later pages show nothing written since the first. */
export async function history(
  { type, id }: Readonly<{ type: string; id: string | null }> | Readonly<{ type: null; id: null }>,
  query: Query,
  { clinic, who, base, requestId }: SearchContext,
): Promise<Result<Resource>> {
  for (const [name, value] of Object.entries(query))
    if (!known.has(name) && !isIgnored(name, value))
      return refuse(400, 'unknown-parameter', `${JSON.stringify(name)} is not known for a history here.`, {
        where: `http.${name}`,
      })
  const count = countIn(query._count, 100)
  if (!count.ok) return count
  const since = sinceIn(query._since)
  if (!since.ok) return since
  const place = /^(\d{1,15})~(\d{1,15}\.[A-Za-z]+\.[A-Za-z0-9.-]+)?$/.exec(String(query._page ?? ''))
  if (query._page !== undefined && place === null)
    return refuse(400, 'bad-value', 'This is not a page of a history.', { where: 'http._page' })
  const of = [type, id].filter((one) => one !== null).join('/')
  const asOf = place ? Number(place[1]) : await clinic.record.position()
  const asked = {
    asOf,
    limit: Math.min(count.value, mostCount),
    ...(since.value === null ? {} : { since: since.value }),
  }
  const { versions, next } = await clinic.record.versionsOf({
    types: type === null ? servedTypes : [type],
    ...(id === null ? {} : { id }),
    ...asked,
    ...(place?.[2] ? { after: place[2] } : {}),
  })
  const shown = versions.filter((version) => mayReadVersion(who, version))
  if (id !== null && shown.length === 0 && place === null && since.value === null) return notFound()
  await clinic.record.auditRead({
    actor: { id: who.id },
    what: `the history of ${of === '' ? 'everything' : of}`,
    action: 'fhir-history',
    patientIds: [...new Set(shown.flatMap(({ patientId }) => patientId ?? []))],
    requestId,
  })
  const address = `${[base, ...(of === '' ? [] : [of]), '_history'].join('/')}`
  const more = `_count=${asked.limit}${since.value === null ? '' : `&_since=${encodeURIComponent(since.value)}`}`
  return ok({
    resourceType: 'Bundle',
    type: 'history',
    link: [
      { relation: 'self', url: `${address}?${more}` },
      ...(next === null ? [] : [{ relation: 'next', url: `${address}?${more}&_page=${asOf}~${next}` }]),
    ],
    ...nonEmptyLists({ entry: shown.map((version) => entryOf(version, base)) }),
  } as Resource)
}

const methods = { create: 'POST', update: 'PUT', delete: 'DELETE' } as const

const entryOf = ({ type, id, version, method, lastUpdated, resource }: Version, base: string): object => ({
  fullUrl: `${base}/${type}/${id}`,
  ...(resource === null ? {} : { resource }),
  request: { method: methods[method], url: method === 'create' ? type : `${type}/${id}` },
  response: {
    status: method === 'create' ? '201 Created' : method === 'delete' ? '204 No Content' : '200 OK',
    etag: etagOf(version),
    lastModified: lastUpdated,
  },
})
