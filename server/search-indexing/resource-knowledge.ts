import { isObject, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { namesOf } from '@facialis/fhir/read/person-name.ts'
import type { IndexValue, Resource } from '@facialis/record'
import { dialled } from '@facialis/wire'
import { referencePattern } from '../core/reference-pattern.ts'
import { lettersKey } from './name-key.ts'
import { parametersOf } from './parameters.ts'
import { indexValuesOf, isInOrder, referenceKey, tableDigest } from './values.ts'

/**
 * Changes whenever `index` extracts something else, so that the search index is built anew. The number is raised by hand, for
 * what is otherwise in how a value is read; another table of parameters is another version by itself.
 */
export const indexVersion = `server-19 ${tableDigest(parametersOf)}`

/** The last seven digits of what is dialled: enough to tell people apart, and the same with or without a country code. */
export const phoneKey = (phone: string): string => dialled(phone).slice(-7).replace('+', '')

/** A lot as it is printed, read off or typed: case, spaces and dashes do not matter. */
export const lotKey = (lot: string): string => lot.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

const textOf = (value: unknown): readonly string[] => (typeof value === 'string' && value !== '' ? [value] : [])

/** What our own screens search by. */
function ownValuesOf(resource: Resource): readonly IndexValue[] {
  if (resource.resourceType === 'Patient') {
    return [
      ...[...new Set(namesOf(resource).map(lettersKey))]
        .filter((value) => value !== '')
        .map((value) => ({ name: 'name', value })),
      ...textOf(resource.birthDate).map((value) => ({ name: 'birthdate', value })),
      ...objectsIn(resource.telecom)
        .filter((one) => one.system === 'phone')
        .flatMap((one) => textOf(one.value))
        .map((value) => ({ name: 'phone', value: phoneKey(value) })),
    ]
  }
  if (resource.resourceType === 'Task') {
    const codes = isObject(resource.code) ? objectsIn(resource.code.coding) : []
    return [
      ...textOf(resource.status).map((value) => ({ name: 'status', value })),
      ...codes.flatMap((code) => textOf(code.code)).map((value) => ({ name: 'code', value })),
    ]
  }
  // Every session tells its lot in our own Observation, whatever else was written for other systems.
  if (resource.resourceType === 'Observation') {
    return [
      ...objectsIn(resource.component)
        .filter(({ code }) => isAbout(code, 'session.lot'))
        .flatMap(({ valueString }) => textOf(valueString))
        .map((lot) => ({ name: 'lot', value: lotKey(lot) })),
      ...(isAbout(resource.code, bornFact) ? textOf(resource.valueDateTime) : []).map((value) => ({
        name: 'birthdate',
        value,
      })),
    ]
  }
  return [
    // Other systems tell it with the medicine, which stands inside what was given or by itself.
    ...(resource.resourceType === 'Medication' ? [resource] : containedIn(resource))
      .flatMap(({ batch, lotNumber }) => textOf(isObject(batch) ? batch.lotNumber : lotNumber))
      .map((lot) => ({ name: 'lot', value: lotKey(lot) })),
    ...medicinesUsedIn(resource).map((value) => ({ name: usedName, value })),
  ]
}

const isAbout = (code: unknown, fact: string): boolean =>
  isObject(code) && objectsIn(code.coding).some((one) => one.code === fact)

/** The birth date that was asked at a visit. */
export const bornFact = 'person.birthDate'

const givenIn = new Set(['MedicationAdministration', 'Procedure'])
const containedIn = ({ resourceType, contained }: Resource): readonly JsonObject[] =>
  givenIn.has(resourceType) ? objectsIn(contained) : []

/** FHIR has no parameter to look for a procedure by what was used in it. */
export const usedName = 'used'
const medicinesUsedIn = ({ resourceType, usedReference }: Resource): readonly string[] =>
  resourceType === 'Procedure'
    ? objectsIn(usedReference)
        .flatMap(({ reference }) => textOf(reference))
        .filter((reference) => medicineShape.test(reference))
        .map(referenceKey)
    : []
const medicineShape = referencePattern('Medication')
const personShape = referencePattern('Patient')

/** What the record needs to know about resources: their index values, sort keys and patient. */
export const resourceKnowledge = {
  index: (resource: Resource): readonly IndexValue[] => [...ownValuesOf(resource), ...indexValuesOf(resource)],
  isOrdered: isInOrder,
  patientOf: (resource: Resource): string | null =>
    resource.resourceType === 'Patient' ? (resource.id ?? null) : (personIn(resource)?.id ?? null),
}

/** The members that reference a resource's patient. */
export const patientMembers = ['subject', 'patient', 'for'] as const

/** The patient a resource belongs to, and the path of that reference. */
export function personIn(resource: Resource): Readonly<{ id: string; at: string }> | null {
  for (const member of patientMembers) {
    const id = personNamed(resource[member])
    if (id !== null) return { id, at: `${member}.reference` }
  }
  // Provenance says of whom it tells by what it targets.
  for (const [at, target] of objectsIn(resource.target).entries()) {
    const id = personNamed(target)
    if (id !== null) return { id, at: `target[${at}].reference` }
  }
  return null
}

const personNamed = (link: unknown): string | null =>
  (isObject(link) && typeof link.reference === 'string' ? personShape.exec(link.reference)?.[1] : null) ?? null
