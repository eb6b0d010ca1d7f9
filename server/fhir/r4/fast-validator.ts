import type {
  fhirTypeToJsType,
  InternalSchemaElement,
  InternalTypeSchema,
  isValidCalendarDate,
  tryGetDataType,
  validationRegexes,
} from '@medplum/core'
import type { CodesOf } from './faults.ts'
import { surelyHolds } from './invariants.ts'

/** What of the library says how types are built and primitive values are written. */
type Library = Readonly<{
  tryGetDataType: typeof tryGetDataType
  fhirTypeToJsType: typeof fhirTypeToJsType
  validationRegexes: typeof validationRegexes
  isValidCalendarDate: typeof isValidCalendarDate
}>

type Check = (value: unknown) => boolean
type Member = Readonly<{
  check: Check
  isArray: boolean
  min: number
  max: number
  /** Of which choice of types it is one: an object has one of them at most. */
  choice: string | null
}>

const never: Check = () => false

/**
 * Whether a resource is sure to be one of FHIR R4: every member known and of its type, as many as are asked for, every code
 * one of its set, every invariant kept. Made of the same definitions as the library's own check, once for each type, and
 * some twenty times as fast; it says no of whatever is out of the way (extended primitives, contained resources, an
 * invariant nobody has put here), which the library then looks at. `most` elements are looked at.
 */
export function fastValidator(library: Library, codesOf: CodesOf, most: number): (resource: unknown) => boolean {
  const checks = new Map<string, Check>()
  let left = 0

  const checkOf = (type: string): Check => {
    const known = checks.get(type)
    if (known) return known
    let made: Check | null = null
    // Types hold one another, so each is made when a value of it is first met.
    const check: Check = (value) => {
      made ??= type in library.fhirTypeToJsType ? primitive(type, library) : object(type)
      return made(value)
    }
    checks.set(type, check)
    return check
  }

  const object = (type: string): Check => {
    const schema = type === 'Resource' ? undefined : library.tryGetDataType(type)
    if (schema === undefined) return never
    const members = membersOf(schema, { checkOf, codesOf })
    const required = Object.entries(schema.elements).flatMap(([key, element]) =>
      element.min > 0 ? [namesOf(key, element).map(({ name }) => name)] : [],
    )
    return (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      const holder = value as Readonly<Record<string, unknown>>
      let isEmpty = true
      let chosen: string[] | null = null
      for (const key in holder) {
        const member = members.get(key)
        if (member === undefined || !isMember(holder[key], member)) return false
        isEmpty = false
        if (member.choice === null) continue
        if (chosen?.includes(member.choice)) return false
        chosen = [...(chosen ?? []), member.choice]
      }
      return !isEmpty && hasEach(required, holder)
    }
  }

  const isMember = (value: unknown, { check, isArray, min, max }: Member): boolean => {
    if (--left < 0) return false
    if (!isArray) return check(value)
    if (!Array.isArray(value) || value.length === 0 || value.length < min || value.length > max) return false
    left -= value.length
    if (left < 0) return false
    for (let i = 0; i < value.length; i++) if (!check(value[i])) return false
    return true
  }

  const roots = new Map<string, Check>()
  const rootOf = (type: string): Check => {
    const known = roots.get(type)
    if (known) return known
    const schema = library.tryGetDataType(type)
    const check = schema?.kind === 'resource' ? keeping(schema, checkOf(type)) : never
    roots.set(type, check)
    return check
  }
  return (resource) => {
    if (typeof resource !== 'object' || resource === null || !('resourceType' in resource)) return false
    const type = resource.resourceType
    if (typeof type !== 'string') return false
    left = most
    return rootOf(type)(resource)
  }
}

type Around = Readonly<{ checkOf: (type: string) => Check; codesOf: CodesOf }>

function membersOf(schema: InternalTypeSchema, { checkOf, codesOf }: Around): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>()
  for (const [key, element] of Object.entries(schema.elements)) {
    for (const { name, type } of namesOf(key, element)) {
      const { isArray = false, min, max } = element
      const isPlain = !element.slicing && !element.fixed && !element.pattern
      const check = isPlain ? keeping(element, bound(element, type, checkOf(type), codesOf)) : never
      members.set(name, { check, isArray, min, max, choice: key.endsWith('[x]') ? key : null })
    }
  }
  if (schema.kind === 'resource')
    members.set('resourceType', { check: (name) => name === schema.name, isArray: false, min: 1, max: 1, choice: null })
  return members
}

/** The names by which a member stands in JSON, and the type it has under each. */
function namesOf(key: string, { type }: InternalSchemaElement): readonly Readonly<{ name: string; type: string }>[] {
  if (key.endsWith('[x]'))
    return type.map(({ code }) => ({
      name: `${key.slice(0, -3)}${code[0]?.toUpperCase()}${code.slice(1)}`,
      type: code,
    }))
  const [only, ...others] = type
  return [{ name: key, type: others.length === 0 && only ? only.code : 'Resource' }]
}

/** The check with the invariants that stand at a type or a member. */
function keeping({ constraints = [] }: Pick<InternalSchemaElement, 'constraints'>, check: Check): Check {
  const asked = constraints.filter(({ severity }) => severity === 'error')
  const holds = asked.map(({ expression }) => surelyHolds(expression))
  if (holds.some((one) => one === null)) return never
  if (holds.length === 0) return check
  // Of a value without members they ask nothing that its type does not.
  return (value) => check(value) && (typeof value !== 'object' || areSo(holds, value))
}

// Asked of every member of every resource: what is made for each answer alone would cost more than the answers.
const areSo = (holds: readonly ReturnType<typeof surelyHolds>[], value: unknown): boolean => {
  for (const one of holds) if (!one?.(value as never)) return false
  return true
}
/** Whether of each of these lists of names one is there. */
const hasEach = (lists: readonly (readonly string[])[], holder: Readonly<Record<string, unknown>>): boolean => {
  for (const names of lists) if (!hasOne(names, holder)) return false
  return true
}
const hasOne = (names: readonly string[], holder: Readonly<Record<string, unknown>>): boolean => {
  for (const name of names) if (holder[name] !== undefined) return true
  return false
}

/** The check of a value that has to be a code of a set; what the set holds may not be listed. */
function bound({ binding }: InternalSchemaElement, type: string, check: Check, codesOf: CodesOf): Check {
  if (binding?.strength !== 'required' || !binding.valueSet || !/^(code|string|uri)$/.test(type)) return check
  const codes = codesOf(binding.valueSet.split('|')[0] ?? '')
  return codes === null ? check : (value) => check(value) && codes.has(value as string)
}

const longest = 1024 * 1024
const packed = /^[A-Za-z\d+/]+={0,2}$/
const integers: Readonly<Record<string, number>> = { integer: -(2 ** 31), unsignedInt: 0, positiveInt: 1 }

function primitive(type: string, { fhirTypeToJsType, validationRegexes, isValidCalendarDate }: Library): Check {
  const form = fhirTypeToJsType[type as keyof typeof fhirTypeToJsType]
  if (form === 'boolean') return (value) => typeof value === 'boolean'
  if (form === 'number') {
    const least = integers[type]
    if (least === undefined) return (value) => typeof value === 'number' && Number.isFinite(value)
    return (value) => Number.isInteger(value) && (value as number) >= least && (value as number) < 2 ** 31
  }
  if (type === 'base64Binary')
    return (value) =>
      typeof value === 'string' && value.length <= longest && value.length % 4 === 0 && packed.test(value)
  const shape = validationRegexes[type] ?? /^/
  const isDay = type === 'date' || type === 'dateTime' || type === 'instant'
  return (value) =>
    typeof value === 'string' &&
    value.length <= longest &&
    value.isWellFormed() &&
    (isSign(value.charCodeAt(0)) || /\S/.test(value)) &&
    shape.test(value) &&
    (!isDay || isValidCalendarDate(value))
}

/** Of the alphabet, a digit or the like: nearly every text begins with one, and need not be looked through for another. */
const isSign = (code: number): boolean => code > 0x20 && code < 0x7f
