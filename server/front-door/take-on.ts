import { episodeResource, resourcesOfAct } from '@facialis/fhir'
import { isInUse } from '@facialis/fhir/read/linked-people.ts'
import type { Change, Resource } from '@facialis/record'
import { fields, type PatientIdentity } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result, refusalOf } from '../core/refusal.ts'
import { identityFields, identityOf, identityText, type NewPatient, patientResource } from '../patient/identity.ts'
import type { Request } from '../patient/kept-request.ts'
import { provenanceOf } from '../patient/provenance.ts'
import { readReferral } from './referral-content.ts'

type Taking = Readonly<{
  request: Request
  patientId: string
  /** Whose record it joins, as it is kept; null when the person is new. */
  known: Resource | null
  received: string
  at: string
}>

/** What is written when a request becomes a person's: the person, what was told of them, and who told it. */
export function changesOfTaking(
  clinic: Clinic,
  { request, patientId, known, received, at }: Taking,
): Result<readonly Change[]> {
  const by = request.kind === 'referral' ? request.sent.referrer.name : request.sent.name
  const role = request.kind === 'referral' ? 'referrer' : 'patient'
  const content = contentOf(clinic, request, received)
  if (!content.ok) return content
  const { facts } = content.value
  const note = [content.value.note, ...(known === null ? [] : otherwiseIn(request, identityOf(known, null)))]
    .filter(Boolean)
    .join('\n')
  const { newId } = clinic.record
  const written = resourcesOfAct(
    clinic.pathway,
    { kind: 'referral', date: received, facts, note },
    { patientId, actor: { id: role, name: by, role }, at, newId },
  )
  if (!written.ok) return refusalOf(written.problem)
  const provenance = provenanceOf({
    id: newId(),
    patientId,
    accountId: role,
    kind: request.kind === 'referral' ? 'referral' : 'appointment-request',
    date: received,
    recordedAt: at,
    by,
    role,
    act: { facts, note },
  })
  const episode = episodeResource({ id: newId(), patientId, began: received, pathway: clinic.versions.newest })
  const created = [...written.value.map((resource) => resource as Resource), provenance]
  return ok([
    ...(known === null
      ? [patientResource(patientId, personOf(request)), episode].map(
          (resource) => ({ method: 'create', resource: resource as Resource }) as const,
        )
      : inUseAgain(known)),
    ...created.map((resource) => ({ method: 'create', resource }) as const),
  ])
}

/** Whoever is referred anew is cared for again: a record that nobody looks at would be the wrong place. */
const inUseAgain = (known: Resource): readonly Change[] =>
  isInUse(known)
    ? []
    : [
        {
          method: 'update',
          resource: { ...known, id: String(known.id), active: true },
          expectedVersion: Number(known.meta?.versionId),
        },
      ]

function contentOf(
  clinic: Clinic,
  request: Request,
  received: string,
): Result<Readonly<{ facts: Readonly<Record<string, unknown>>; note: string }>> {
  if (request.kind === 'appointment') {
    const { reason, preferred } = request.sent
    return ok({ facts: { 'referral.received': received }, note: preferred ? `${reason}\n${preferred}` : reason })
  }
  const read = readReferral(clinic, request.sent)
  return read.ok ? ok({ facts: read.value.facts, note: request.sent.message ?? '' }) : read
}

/** What the request says of the person and their record does not: the record stays as it is, and nothing told is lost. */
function otherwiseIn(request: Request, known: PatientIdentity): readonly string[] {
  const told = personOf(request)
  return identityFields.flatMap((field) => {
    const said = identityText(told, field)
    return said === null || said === identityText(known, field) ? [] : [`${fields[field].label} as told: ${said}`]
  })
}

function personOf(request: Request): NewPatient {
  if (request.kind === 'appointment') {
    const { name, birthDate, phone, email, interpreter } = request.sent
    return { name, birthDate: birthDate ?? null, phone, email, interpreter }
  }
  const { patient, referrer } = request.sent
  return { ...patient, referrer: referrer.practice ? `${referrer.name}, ${referrer.practice}` : referrer.name }
}
