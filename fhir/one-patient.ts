import { isObject, isText, type JsonObject, objectsIn, shown } from './json.ts'
import type { Report } from './outcome.ts'
import { type Item, lastTwo, type References, withoutVersion } from './references.ts'

/** Whom a bundle is about, as far as it says. */
export type PatientInBundle = Readonly<{ reference: string | null; name: string | null; birthDate: string | null }>

/** Whom all resources are about; two different people are a problem that names both. */
export function patientOf(items: readonly Item[], references: References, report: Report): PatientInBundle {
  const people = items.filter((item) => item.type === 'Patient')
  const byIdentifier = new Map(
    people.flatMap((item) => objectsIn(item.resource.identifier).map((one) => [identifierKey(one), item.key] as const)),
  )
  const seen = new Map<string, Subject>()
  for (const item of items) {
    const found =
      item.type === 'Patient' ? { key: item.key, base: null, where: item.where } : subjectOf(item, references)
    if (found === null) continue
    const key = byIdentifier.get(found.key) ?? found.key
    const before = seen.get(key)
    const isOther = before ? before.base !== null && found.base !== null && before.base !== found.base : seen.size === 1
    if (isOther) {
      const names = [...seen.keys(), ...(before ? [`${found.base}${key}`] : [key])].map(shown)
      report(
        'two-patients',
        `The bundle is about two patients, ${names.join(' and ')}; give one at a time.`,
        found.where,
      )
    }
    if (!before) seen.set(key, found)
  }
  const [reference] = seen.keys()
  const [person = null] = people
  return {
    reference: reference ?? null,
    name: person && nameOf(person.resource),
    birthDate: person && text(person.resource.birthDate),
  }
}

/** `base` is the server a reference leads to, where it names one. */
type Subject = Readonly<{ key: string; base: string | null; where: string }>

const identifierKey = ({ system, value }: JsonObject): string => `identifier ${String(system ?? '')}|${String(value)}`

const text = (json: unknown): string | null => (isText(json) ? json : null)

function subjectOf({ resource, where }: Item, references: References): Subject | null {
  for (const name of ['subject', 'patient']) {
    const link = resource[name]
    if (!isObject(link)) continue
    const found = references.find(link, resource)
    if (found && found.type !== 'Patient') return null
    const place = `${where}.${name}`
    if (found) return { key: found.key, base: null, where: place }
    const key = nameOfLink(link)
    if (key !== null) return { key, base: baseOf(link.reference), where: place }
  }
  return null
}

/** A reference that leads out of the bundle still names somebody. */
function nameOfLink({ reference, type, identifier }: JsonObject): string | null {
  if (isText(reference)) {
    const bare = withoutVersion(reference)
    if (bare.startsWith('urn:')) return bare
    const asked = /(?:^|\/)Patient\?identifier=([^&|]*)\|([^&]+)$/.exec(bare)
    if (asked) return identifierKey({ system: asked[1], value: asked[2] })
    const short = lastTwo(bare)
    return short.startsWith('Patient/') ? short : null
  }
  if (!isObject(identifier) || (type !== undefined && type !== 'Patient') || !isText(identifier.value)) return null
  return identifierKey(identifier)
}

const baseOf = (reference: unknown): string | null => {
  const text = typeof reference === 'string' ? withoutVersion(reference) : ''
  return /^https?:/.test(text) ? text.slice(0, -lastTwo(text).length) : null
}

function nameOf(resource: JsonObject): string | null {
  const [name] = objectsIn(resource.name)
  if (!name) return null
  if (isText(name.text)) return name.text
  const given = Array.isArray(name.given) ? name.given.filter(isText) : []
  return text([...given, ...(isText(name.family) ? [name.family] : [])].join(' '))
}
