import type { Present, Resource, Version } from '@facialis/record'
import { may } from '@facialis/wire'
import { notFound, ok, type Result, refuse } from '../core/refusal.ts'
import type { Answer } from '../http/route.ts'
import { versionPattern } from '../http/version.ts'
import type { SignedIn } from '../identity/account.ts'
import { isServed } from '../search-indexing/parameters.ts'
import { emptyAnswer, resourceAnswer, versionHeaders } from './responses/answer.ts'
import { mayRead } from './responses/may-read.ts'
import type { SearchContext } from './search/search.ts'

type Reading = SearchContext & Readonly<{ ifNoneMatch: string | undefined; ifModifiedSince: string | undefined }>
const isVersion = new RegExp(`^${versionPattern}$`)

type Which = Readonly<{ type: string; id: string; version?: string }>

/** One resource, or one version of it, as an answer that says which version it is, or that it is known already. */
export async function read(which: Which, reading: Reading): Promise<Answer> {
  const found = await present(which, reading)
  if (!found.ok) return found
  const headers = versionHeaders(found.value)
  return isKnown(found.value, reading) ? emptyAnswer(304, headers) : resourceAnswer(found.value.resource, { headers })
}

/** The resource alone. */
export async function readOne(which: Which, searching: SearchContext): Promise<Result<Resource>> {
  const found = await present(which, searching)
  return found.ok ? ok(found.value.resource) : found
}

/** What may not be read is answered like what is not there. */
async function present(
  { type, id, version }: Which,
  { clinic, who, requestId }: SearchContext,
): Promise<Result<Present>> {
  if (!isServed(type)) return notFound()
  const found =
    version === undefined
      ? await clinic.record.read(type, id)
      : isVersion.test(version)
        ? await clinic.record.readVersion(type, id, Number(version))
        : ({ ok: false, problem: { code: 'absent' } } as const)
  if (!found.ok) {
    if (found.problem.code !== 'deleted' || !mayKnowOf(who, type)) return notFound()
    return refuse(410, 'deleted', `${type}/${id} was deleted.`)
  }
  if (!mayRead(who, found.value.resource)) return notFound()
  await clinic.record.auditRead({
    actor: { id: who.id },
    what: version === undefined ? `${type}/${id}` : `${type}/${id}/_history/${version}`,
    action: 'fhir-read',
    ...(found.value.patientId === null ? {} : { patientId: found.value.patientId }),
    requestId,
  })
  return ok(found.value)
}

/** Whether somebody may know that something of this type was once there, of which nothing is left to look at. */
const mayKnowOf = (who: SignedIn, type: string): boolean => type !== 'Task' || may(who.roles, 'request:triage')

export const mayReadVersion = (who: SignedIn, { type, resource }: Version): boolean =>
  resource === null ? mayKnowOf(who, type) : mayRead(who, resource)

function isKnown({ version, lastUpdated }: Present, { ifNoneMatch, ifModifiedSince }: Reading): boolean {
  if (ifNoneMatch !== undefined)
    return ifNoneMatch.split(',').some((one) => ['*', `"${version}"`].includes(one.trim().replace(/^W\//, '')))
  const since = ifModifiedSince === undefined ? Number.NaN : Date.parse(ifModifiedSince)
  return Math.floor(Date.parse(lastUpdated) / 1000) * 1000 <= since
}
