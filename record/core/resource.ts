import type { Problem } from './problem.ts'

/** A FHIR resource as far as this room needs to know one. */
export type Resource = {
  readonly resourceType: string
  readonly id?: string
  readonly meta?: { readonly versionId?: string; readonly lastUpdated?: string; readonly [more: string]: unknown }
  readonly [member: string]: unknown
}

export type Method = 'create' | 'update' | 'delete'

/** One stored version. `resource` is null for a tombstone. */
export type Version = {
  readonly type: string
  readonly id: string
  /** Counts from 1 for each address, without gaps. */
  readonly version: number
  readonly method: Method
  /** UTC instant with milliseconds. */
  readonly lastUpdated: string
  /** Whose record this version belongs to; null when it is nobody's. */
  readonly patientId: string | null
  readonly actId: string
  readonly resource: Resource | null
}

/** A version that can be read: not a tombstone. */
export type Present = Version & { readonly resource: Resource }

const typeShape = /^[A-Z][A-Za-z]{0,63}$/
/** The `id` of FHIR, as part of a pattern. */
export const idPattern = '[A-Za-z0-9.-]{1,64}'
const idShape = new RegExp(`^${idPattern}$`)

/** What is wrong with an address, or null. Shapes as in FHIR R4 (`id` data type). */
export function addressProblem(type: unknown, id: unknown, where: string): Problem | null {
  if (typeof type !== 'string' || !typeShape.test(type)) {
    return {
      code: 'bad-resource',
      sentence: 'A resource type is a word such as "Patient".',
      where: `${where}.resourceType`,
    }
  }
  if (typeof id !== 'string' || !idShape.test(id)) {
    return {
      code: 'bad-resource',
      sentence: 'A resource id has 1 to 64 letters, digits, dots or hyphens.',
      where: `${where}.id`,
    }
  }
  return null
}

export const address = (type: string, id: string): string => `${type}/${id}`

/** The resource as it is stored: address and version first, so that a raw dump reads well. */
export function stamped(resource: Resource, id: string, version: number, lastUpdated: string): Resource {
  const { resourceType, id: _given, meta, ...rest } = resource
  return { resourceType, id, meta: { ...meta, versionId: String(version), lastUpdated }, ...rest }
}
