import { hasUniqueNames } from '@facialis/fhir/json/count-members.ts'
import { linkedPeople } from '@facialis/fhir/read/linked-people.ts'
import { withArticle } from '@facialis/fhir/values/indefinite-article.ts'
import { lineFault } from './line-fault.ts'

/** The patient that one line is about. Found in the text by a pattern where that is safe, else in the parsed resource. */
export type LineSubject =
  | Readonly<{ kind: 'person'; key: string; merges?: readonly Merge[] }>
  /** A shared resource, such as a practitioner or a medicine, by its `Type/id`. */
  | Readonly<{ kind: 'beside'; key: string; type: string }>
  /** A Provenance that marks reports as revisions; it belongs to the patient of the report. */
  | Readonly<{ kind: 'revision'; of: readonly string[] }>
  | Readonly<{ kind: 'unused'; why: string; isFault: boolean }>

/** A merged record of a person and the one that replaces it. */
export type Merge = Readonly<{ merged: string; inUse: string }>

/** Types that are read only where a person's resource refers to them. */
const sharedTypes = new Set(['Practitioner', 'PractitionerRole', 'Medication', 'Questionnaire', 'Organization'])

const link = /"(?:subject|patient)"\s*:\s*\{[^{}]*?"reference"\s*:\s*"([^"\\]+)"/g

export function subjectOfLine(line: string): LineSubject {
  const opening = /^\s*\{\s*"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(line)
  const type = opening?.[1]
  // A resource inside another may be about somebody else, and a patient says so elsewhere.
  if (type !== undefined && type !== 'Patient' && type !== 'Bundle' && !line.includes('"contained"')) {
    const named = new Set([...line.matchAll(link)].map(([, reference]) => keyOfPerson(reference as string)))
    const [only] = named
    if (named.size === 1 && only && line.trimEnd().endsWith('}')) return { kind: 'person', key: only }
  }
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return fault('is not JSON')
  }
  if (!hasUniqueNames(line, json)) return fault(lineFault(line))
  return subjectOfResource(json)
}

type Resource = Readonly<Record<string, unknown>>

function subjectOfResource(json: unknown): LineSubject {
  if (!isObject(json) || typeof json.resourceType !== 'string') return fault('is not a FHIR resource')
  const { resourceType: type } = json
  if (type === 'Bundle') return subjectOfBundle(json)
  const id = typeof json.id === 'string' ? `${type}/${json.id}` : null
  if (type === 'Patient')
    return id === null || unsafeCharacter.test(id) ? fault('is a Patient without an id') : personOf(json, id)
  for (const name of ['subject', 'patient']) {
    const to = json[name]
    if (!isObject(to)) continue
    const key = typeof to.reference === 'string' ? keyOfPerson(to.reference) : null
    if (key !== null) return { kind: 'person', key }
    if (typeof to.reference === 'string' && isOfAnother(to.reference))
      return { kind: 'unused', why: 'is about no person', isFault: false }
    if (typeof to.reference === 'string') return fault('has a patient reference that identifies nobody')
    return fault('does not refer to its patient by a reference')
  }
  if (sharedTypes.has(type))
    return id === null ? fault(`is ${withArticle(type)} without an id`) : { kind: 'beside', key: id, type }
  if (type === 'Provenance' && JSON.stringify(json).includes('"revision"')) {
    const targets = Array.isArray(json.target) ? json.target : []
    const of = targets.flatMap((one) =>
      isObject(one) && typeof one.reference === 'string' ? [typeAndIdOf(one.reference)] : [],
    )
    return { kind: 'revision', of }
  }
  // Of a Task or a Provenance, say, that is about somebody nothing is read here, either.
  return { kind: 'unused', why: 'has no subject or patient', isFault: false }
}

function personOf(patient: Resource, key: string): Extract<LineSubject, { kind: 'person' }> {
  if (patient.link === undefined) return { kind: 'person', key }
  const { replacedBy, replaces } = linkedPeople(patient)
  const merges = replaces.flatMap((one) => mergeOf(keyOfPerson(one), key))
  // Of two that are used instead of it, nobody can tell which is.
  if (replacedBy.length === 1) merges.push(...mergeOf(key, keyOfPerson(replacedBy[0] as string)))
  return { kind: 'person', key, merges }
}

const mergeOf = (merged: string | null, inUse: string | null): Merge[] =>
  merged === null || inUse === null ? [] : [{ merged, inUse }]

/** Whoever its first resource that is about somebody is about; that all are about the same one is seen when it is read. */
function subjectOfBundle({ entry }: Resource): LineSubject {
  const resources = (Array.isArray(entry) ? entry : []).flatMap((one) => (isObject(one) ? [one] : []))
  for (const { resource, fullUrl } of resources) {
    if (!isObject(resource)) continue
    const found = subjectOfResource(resource)
    if (found.kind === 'person') return found
    if (resource.resourceType === 'Patient' && typeof fullUrl === 'string')
      return { kind: 'person', key: typeAndIdOf(fullUrl) }
  }
  return fault('is a bundle about nobody')
}

const fault = (why: string): LineSubject => ({ kind: 'unused', why, isFault: true })
const isObject = (json: unknown): json is Resource => typeof json === 'object' && json !== null && !Array.isArray(json)

/** A reference without version and server: `Patient/1`. */
export function typeAndIdOf(reference: string): string {
  const [address = ''] = reference.split('/_history/')
  return address.startsWith('urn:') ? address : address.split('/').slice(-2).join('/')
}

/** How a person is called in rows. */
export const patientIdOf = (key: string): string => (key.startsWith('Patient/') ? key.slice('Patient/'.length) : key)

function keyOfPerson(reference: string): string | null {
  const key = typeAndIdOf(reference)
  return /^(?:Patient\/|urn:)./.test(key) && !unsafeCharacter.test(key) ? key : null
}
/** A group or a device, say. What is neither that nor a patient may be somebody, whom nobody can tell. */
const isOfAnother = (reference: string): boolean => /^(?!Patient\/)[A-Z][A-Za-z]+\/./.test(typeAndIdOf(reference))
/**
 * No id has these: of bytes that are no text the decoder makes one and the same sign, and two people would be one; and a sign that
 * moves about on a terminal would say there what nobody answered.
 */
const unsafeCharacter = /[\s\ufffd\p{Cc}]/u
