import { isObject, type JsonObject } from '@facialis/fhir/json/json.ts'
import { memoise } from '@facialis/language'
import type { InternalSchemaElement, tryGetDataType } from '@medplum/core'
import { fieldPath } from '../../core/field-path.ts'
import type { Fault } from './faults.ts'

type Library = Readonly<{ tryGetDataType: typeof tryGetDataType }>

/** What may stand in a member: a reference to some types (null: to any), or what holds references further inside. */
type Member = Readonly<{ type: string; to: ReadonlySet<string> | null }>

const profiles = 'http://hl7.org/fhir/StructureDefinition/'
const anything = 'Resource'

/**
 * The references of a resource that lead, by how they are written, to a type that R4 does not allow in their place: an
 * Observation is of no Observation; and those that name a type that there is not. `known` are the names of all types; the
 * address of another server may end in anything.
 */
export function referenceTargetCheck({ tryGetDataType }: Library, known: ReadonlySet<string>) {
  const membersOf = memoise((type: string): ReadonlyMap<string, Member> => {
    const found = new Map<string, Member>()
    for (const [key, element] of Object.entries(tryGetDataType(type)?.elements ?? {}))
      for (const [name, member] of inElement(key, element)) if (holdsAny(member)) found.set(name, member)
    return found
  })
  const holdsAny = ({ type }: Member): boolean => type === 'Reference' || type === anything || holds(type)
  /** Whether it is worth looking inside; types hold one another. */
  const holds = memoise((type: string): boolean => {
    const open = [type]
    const seen = new Set(open)
    for (let one = open.pop(); one !== undefined; one = open.pop())
      for (const [key, element] of Object.entries(tryGetDataType(one)?.elements ?? {}))
        for (const [, member] of inElement(key, element)) {
          if (member.type === 'Reference') return true
          if (!seen.has(member.type)) open.push(member.type)
          seen.add(member.type)
        }
    return false
  })

  return (resource: unknown): readonly Fault[] => {
    if (!isObject(resource)) return none
    const faults: Fault[] = []
    // Where it is, put together only for what is wrong.
    const path: (string | number)[] = [String(resource.resourceType)]
    const look = (value: unknown, member: Member): void => {
      if (Array.isArray(value)) {
        for (let at = 0; at < value.length; at++) {
          path.push(at)
          look(value[at], member)
          path.pop()
        }
      }
      if (!isObject(value)) return
      if (member.type === 'Reference') {
        const wrong = wrongIn(value, { to: member.to, root: resource, known })
        if (wrong !== null) faults.push({ ...wrong, where: `${fieldPath(path)}.${wrong.where}` })
      }
      const type = member.type === anything ? value.resourceType : member.type
      if (typeof type !== 'string') return
      const members = membersOf(type)
      for (const name in value) {
        const inside = members.get(name)
        if (inside === undefined) continue
        path.push(name)
        look(value[name], inside)
        path.pop()
      }
    }
    look(resource, { type: anything, to: null })
    return faults
  }
}
const none: readonly Fault[] = []

/** The members by which an element stands in JSON. What an extension holds is for whoever made it. */
const inElement = (key: string, { type }: InternalSchemaElement): readonly (readonly [string, Member])[] =>
  type
    .filter(({ code }) => code !== 'Extension')
    .map(({ code, targetProfile = [] }) => {
      const name = key.endsWith('[x]') ? `${key.slice(0, -3)}${code[0]?.toUpperCase()}${code.slice(1)}` : key
      const to = targetProfile.filter((one) => one.startsWith(profiles)).map((one) => one.slice(profiles.length))
      return [
        name,
        { type: code, to: code !== 'Reference' || to.length === 0 || to.includes(anything) ? null : new Set(to) },
      ]
    })

type In = Readonly<{ to: ReadonlySet<string> | null; root: JsonObject; known: ReadonlySet<string> }>

/** What is wrong with one reference, and in which of its members; null of most. */
function wrongIn({ reference, type }: JsonObject, { to, root, known }: In): Fault | null {
  if (typeof type === 'string' && !known.has(type) && !describedElsewhere.test(type))
    return { where: 'type', sentence: `There is no type of resource ${JSON.stringify(type)}.` }
  const named = typeof reference === 'string' ? typeIn(reference, root, known) : null
  if (to !== null && named !== null && !to.has(named)) return notTo('reference', to, named)
  const said = typeof type === 'string' && known.has(type) ? type : null
  if (to !== null && said !== null && !to.has(said)) return notTo('type', to, said)
  return named !== null && said !== null && named !== said
    ? { where: 'type', sentence: `The reference is to ${named}, and its type says ${said}.` }
    : null
}

const notTo = (where: string, to: ReadonlySet<string>, instead: string): Fault => ({
  where,
  sentence: `This refers to ${listed([...to])}, not to ${instead}.`,
})

/** What is no resource of R4 may be described anywhere. */
const describedElsewhere = /^[a-z][a-z0-9+.-]*:/i

const relative = /^([A-Za-z]+)(?:\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[^/]+)?|\?.*)$/
const absolute = /^https?:\/\/.*\/([A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[^/]+)?$/

/** The type that a reference is written to lead to; null where nobody can tell. */
function typeIn(reference: string, root: JsonObject, known: ReadonlySet<string>): string | null {
  if (reference === '#') return String(root.resourceType)
  if (reference.startsWith('#')) {
    const contained: readonly unknown[] = Array.isArray(root.contained) ? root.contained : []
    const found = contained.find((one) => isObject(one) && one.id === reference.slice(1))
    return isObject(found) && typeof found.resourceType === 'string' ? found.resourceType : null
  }
  const near = relative.exec(reference)?.[1]
  if (near !== undefined) return near
  const far = absolute.exec(reference)?.[1]
  return far !== undefined && known.has(far) ? far : null
}

const listed = (types: readonly string[]): string =>
  types.length < 2 ? types.join('') : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`
