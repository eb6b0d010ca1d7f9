import { isObject } from '@facialis/fhir/json/json.ts'
import { instantOf } from '@facialis/fhir/values/when.ts'
import type { OperationOutcomeError, validateResource } from '@medplum/core'

/** What is wrong with a resource, and where in it. */
export type Fault = Readonly<{ where: string; sentence: string }>

/** The codes of a value set of FHIR itself; null where they are not listed (languages, media types, units). */
export type CodesOf = (valueSet: string) => ReadonlySet<string> | null

type Core = Readonly<{ validateResource: typeof validateResource; OperationOutcomeError: typeof OperationOutcomeError }>
type Issue = NonNullable<OperationOutcomeError['outcome']['issue']>[number]
type Tokens = Readonly<Record<string, readonly Readonly<{ path: string; value: unknown }>[]>>

/**
 * Whether a resource has only members that are there, of the right types and as many as are asked for, keeps the
 * invariants, and has in every element with a required binding a code of its value set.
 */
export const faultsWith =
  ({ validateResource, OperationOutcomeError }: Core, codesOf: CodesOf) =>
  (resource: unknown): readonly Fault[] => {
    const tokens = {} as { [valueSet: string]: { path: string; value: unknown }[] }
    try {
      const issues = validateResource(inGreenwich(resource) as never, { collect: { tokens: tokens as never } })
      return [...issues.filter(isFault).map(faultOf), ...wrongCodes(tokens, codesOf), ...overlooked(resource)]
    } catch (error) {
      if (error instanceof OperationOutcomeError) return (error.outcome.issue ?? []).filter(isFault).map(faultOf)
      throw error
    }
  }

/** Times of which R4 says, in an invariant, that one is no earlier than the other. */
const ordered: Readonly<Record<string, readonly string[]>> = {
  Task: ['authoredOn', 'lastModified'],
  MedicationDispense: ['whenPrepared', 'whenHandedOver'],
}
/** A time as R4 writes it, with its zone: what is written otherwise is refused as it stands. */
const isWithOffset = /^[-\d]{10}T[:\d]{8}(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))$/

/** The library puts times in order as texts: it is given those of one kind, of one zone and with as many digits. */
function inGreenwich(resource: unknown): unknown {
  const names = isObject(resource) ? ordered[String(resource.resourceType)] : undefined
  if (names === undefined || !isObject(resource)) return resource
  const times = names.flatMap((name): readonly (readonly [string, string])[] => {
    const written = resource[name]
    const at = typeof written === 'string' && isWithOffset.test(written) ? instantOf(written) : Number.NaN
    return Number.isNaN(at) ? [] : [[name, new Date(at).toISOString()]]
  })
  return times.length === names.length ? { ...resource, ...Object.fromEntries(times) } : resource
}

/**
 * What is no error is advice, such as a missing narrative; but of a choice of types that has two values, which the library only
 * warns of, one reader takes the one and another the other.
 */
const isFault = ({ severity, details }: Issue): boolean =>
  severity === 'error' || severity === 'fatal' || /^Conflicting choice of type/.test(details?.text ?? '')

const faultOf = ({ expression, details, diagnostics }: Issue): Fault => ({
  // A choice of types is one member to the standard's path language.
  where: expression?.join(', ').replaceAll('[x]', '') ?? '',
  sentence: details?.text ?? diagnostics ?? 'is not valid',
})

function wrongCodes(tokens: Tokens, codesOf: CodesOf): readonly Fault[] {
  return Object.entries(tokens).flatMap(([valueSet, found]) => {
    const codes = codesOf(valueSet.split('|')[0] ?? '')
    if (codes === null) return []
    return found.flatMap(({ path, value }) =>
      typeof value !== 'string' || codes.has(value)
        ? []
        : [{ where: path, sentence: `"${value}" is no code of ${valueSet}` }],
    )
  })
}

/**
 * The library looks members up in objects of the language, and so takes what each of those has for a member of any type; and it
 * takes half of a letter, and what is empty, for which strict readers refuse everything that is sent with it.
 */
function overlooked(json: unknown, where = ''): readonly Fault[] {
  if (isEmpty(json)) return [{ where, sentence: 'Nothing stands here: R4 leaves out what is empty' }]
  if (typeof json === 'string')
    return json.isWellFormed() ? [] : [{ where, sentence: 'This text contains half a character' }]
  if (Array.isArray(json)) return json.flatMap((one, at) => overlooked(one, `${where}[${at}]`))
  if (typeof json !== 'object' || json === null) return []
  const path = where === '' && 'resourceType' in json ? String(json.resourceType) : where
  return Object.entries(json).flatMap(([key, inner]) =>
    [key, key.replace(/^_/, '')].some((name) => name in Object.prototype)
      ? [{ where: `${path}.${key}`, sentence: `Invalid additional property "${key}"` }]
      : overlooked(inner, `${path}.${key}`),
  )
}

/** Of a text, a list or an object: that there is nothing in it. */
export const isEmpty = (json: unknown): boolean =>
  json === '' || (typeof json === 'object' && json !== null && Object.keys(json).length === 0)
