import type { Clinic } from '../../clinic/clinic.ts'
import { referencePattern } from '../../core/reference-pattern.ts'
import { notFound, ok, type Result, refuse } from '../../core/refusal.ts'
import type { Answer } from '../../http/route.ts'
import type { SignedIn } from '../../identity/account.ts'
import { samePerson } from '../../patient/same-person.ts'
import { isServed, parametersOf, servedTypes } from '../../search-indexing/parameters.ts'
import { emptyAnswer } from '../responses/answer.ts'
import { sinceIn } from '../search/count-and-since.ts'
import { type Extent, jobsIn } from './job.ts'

export type Exporting = Readonly<{
  clinic: Clinic
  who: SignedIn
  base: string
  requestId: string
  prefer: unknown
  request: string
  query: Readonly<Record<string, unknown>>
}>

const formats = ['application/fhir+ndjson', 'application/ndjson', 'ndjson']

/** Begins an export of everything, of all people, or of a group of them; answers where to ask how far it is. */
export async function kickOff(
  level: 'system' | 'Patient' | Readonly<{ group: string }>,
  exporting: Exporting,
): Promise<Answer> {
  const { clinic, who, base, requestId, prefer, request } = exporting
  if (!/respond-async/.test(String(prefer ?? '')))
    return refuse(400, 'bad-value', 'An export takes time: ask for it with "Prefer: respond-async".', {
      where: 'http.Prefer',
    })
  const extent = await extentOf(level, exporting)
  if (!extent.ok) return extent
  const job = await jobsIn(clinic).start(clinic, who, { request, extent: extent.value })
  if (job === 'too-many')
    return {
      ...refuse(429, 'too-many', 'Several of your exports are still being prepared: ask again in a minute.'),
      retryAfterSeconds: 60,
    }
  await clinic.record.auditRead({
    actor: { id: who.id },
    what:
      typeof level === 'object'
        ? `an export of Group/${level.group}`
        : `an export of ${level === 'system' ? 'everything' : 'everybody'}`,
    action: 'bulk-export',
    patientIds: extent.value.people ?? [],
    requestId,
  })
  return emptyAnswer(202, { 'Content-Location': `${base}/$export-status/${job.id}` })
}

async function extentOf(level: Parameters<typeof kickOff>[0], { clinic, query }: Exporting): Promise<Result<Extent>> {
  for (const name of Object.keys(query))
    if (!['_outputFormat', '_type', '_since', '_format'].includes(name))
      return refuse(400, 'unknown-parameter', `${JSON.stringify(name)} is not known for an export here.`, {
        where: `http.${name}`,
      })
  const format = query._outputFormat
  if (format !== undefined && !formats.includes(String(format).replace(' ', '+')))
    return refuse(400, 'bad-value', `An export is written as ${formats[0]}.`, { where: 'http._outputFormat' })
  const since = sinceIn(query._since)
  if (!since.ok) return since
  const asked = query._type === undefined ? servedTypes : [...new Set(String(query._type).split(','))]
  const unknown = asked.find((type) => !isServed(type))
  if (unknown !== undefined)
    return refuse(400, 'bad-value', `${JSON.stringify(unknown)} is not kept here.`, { where: 'http._type' })
  const people = typeof level === 'object' ? await membersOf(clinic, level.group) : null
  if (people === 'absent') return notFound()
  const ofPeople = level !== 'system'
  return ok({
    types: ofPeople ? asked.filter(belongsToPeople) : asked,
    since: since.value,
    people,
    ofPeople,
  })
}

/** Whether resources of a type are somebody's. */
const belongsToPeople = (type: string): boolean =>
  type === 'Patient' || (parametersOf[type] ?? []).some(({ name }) => name === 'patient')

const personShape = referencePattern('Patient')

async function membersOf({ record }: Clinic, id: string): Promise<readonly string[] | 'absent'> {
  const group = await record.read('Group', id)
  if (!group.ok) return 'absent'
  const { member = [] } = group.value.resource as { member?: unknown }
  const references = (Array.isArray(member) ? member : []).map(
    (one: { inactive?: unknown; entity?: { reference?: unknown } }) =>
      one.inactive === true ? '' : String(one.entity?.reference ?? ''),
  )
  const people = new Set<string>()
  for (const id of new Set(references.flatMap((text) => personShape.exec(text)?.[1] ?? []))) {
    people.add(id)
    const patient = await record.read('Patient', id)
    if (!patient.ok) continue
    // Whoever is in a group is in it with all their records: one alone would be half a person.
    const { inUse, merged } = await samePerson(record, patient.value.resource)
    for (const other of [inUse, ...merged]) people.add(other)
  }
  return [...people]
}
