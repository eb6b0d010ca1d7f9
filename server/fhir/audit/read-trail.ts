import type { AuditEntry, DurableRecord, Resource } from '@facialis/record'
import { notFound, ok, type Result, refuse } from '../../core/refusal.ts'
import { nonEmptyLists } from '../responses/non-empty-lists.ts'
import { existingAmong } from '../search/patients-in-search.ts'
import { type SearchContext, sealOf } from '../search/search.ts'
import type { Pairs } from '../search/search-request.ts'
import { selfOf } from '../search/self-link.ts'
import { auditEventOf } from './audit-event.ts'
import { type AuditSearch, parseAuditSearch } from './audit-search.ts'

/** So many events are looked at for one page; a rare kind is looked for a stretch at a time. */
const mostLookedAt = 10_000
const batch = 500

/** One event of the trail. */
export async function readEvent(id: string, searching: SearchContext): Promise<Result<Resource>> {
  const { record } = searching.clinic
  const seq = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0
  const [entry] = await record.auditEntries({ before: seq + 1, limit: 1 })
  if (entry?.seq !== seq) return notFound()
  await tell(searching, { what: `AuditEvent/${seq}`, patientIds: entry.patientIds })
  return ok(auditEventOf(entry, await names(record)))
}

/** The trail of one person: the part of their compartment that is for whoever watches over privacy. */
export async function trailOf(id: string, pairs: Pairs, searching: SearchContext): Promise<Result<Resource>> {
  if (!(await searching.clinic.record.read('Patient', id)).ok) return notFound()
  return searchTrail([['patient', id], ...pairs], searching)
}

/** A page of the trail, from the newest event back. */
export async function searchTrail(pairs: Pairs, searching: SearchContext): Promise<Result<Resource>> {
  const { clinic, base, who } = searching
  const seal = await sealOf(clinic)
  const page = pairs.find(([name]) => name === '_page')?.[1]
  const place = page === undefined ? { trail: pairs, before: undefined } : seal.open(page, who.id)
  if (!isPlace(place))
    return refuse(400, 'bad-value', 'This is not a page of one of your searches.', { where: 'http._page' })
  const asked = parseAuditSearch(place.trail)
  if (!asked.ok) return asked
  const { entries, before } = await look(clinic.record, asked.value, place.before)
  const patientIds = await existingAmong(asked.value.named, clinic.record)
  await tell(searching, { what: 'the audit trail by FHIR', patientIds })
  const nameOf = await names(clinic.record)
  const address = `${base}/AuditEvent`
  const next = before === null ? null : seal.seal({ ...place, before }, who.id)
  return ok({
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: selfOf(address, place.trail, asked.value.count) },
      ...(next === null ? [] : [{ relation: 'next', url: `${address}?_page=${next}` }]),
    ],
    ...nonEmptyLists({
      entry: entries.map((entry) => ({
        fullUrl: `${address}/${entry.seq}`,
        resource: auditEventOf(entry, nameOf),
        search: { mode: 'match' },
      })),
    }),
  } as Resource)
}

type Place = Readonly<{ trail: Pairs; before: number | undefined }>
const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'trail' in value

type Looked = Readonly<{ entries: readonly AuditEntry[]; before: number | null }>

async function look(record: DurableRecord, asked: AuditSearch, from: number | undefined): Promise<Looked> {
  const { patientId, actorId, isSuch, count } = asked
  const kept = { ...(patientId === undefined ? {} : { patientId }), ...(actorId === undefined ? {} : { actorId }) }
  const entries: AuditEntry[] = []
  let before = from
  for (let looked = 0; looked < mostLookedAt; looked += batch) {
    const some = await record.auditEntries({ ...kept, limit: batch, ...(before === undefined ? {} : { before }) })
    for (const entry of some) {
      before = entry.seq
      if (isSuch(entry)) entries.push(entry)
      if (entries.length === count) return { entries, before }
    }
    if (some.length < batch) return { entries, before: null }
  }
  return { entries, before: before ?? null }
}

const tell = ({ clinic, who, requestId }: SearchContext, read: { what: string; patientIds: readonly string[] }) =>
  clinic.record.auditRead({ actor: { id: who.id }, action: 'audit-read', requestId, ...read })

async function names(record: DurableRecord): Promise<(id: string) => string | null> {
  const known = new Map((await record.accounts.list()).map(({ id, displayName }) => [id, displayName]))
  return (id) => known.get(id) ?? null
}
