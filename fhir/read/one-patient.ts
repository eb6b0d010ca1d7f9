import { IdIndex } from '../json/id-index.ts'
import { isObject, isText, type JsonObject, objectsIn, shown } from '../json/json.ts'
import { type Locator, pathOf, within } from '../json/locator.ts'
import type { Report } from '../json/outcome.ts'
import { isInUse, recordsInBundle } from './linked-people.ts'
import { personName } from './person-name.ts'
import { type Item, lastTwo, type References, withoutVersion } from './references.ts'

/** Whom a bundle is about, as far as it says. */
export type PatientInBundle = Readonly<{
  reference: string | null
  /** Their Patient; null when none came. */
  resource: JsonObject | null
  /** Whether the record is in use, as far as it says. */
  isInUse: boolean
  /** References to other records of the same person, which did not come with it. */
  elsewhere: readonly string[]
  /** Those of them that are in use instead of what came. */
  replacedBy: readonly string[]
}>

/** What they are called and when they were born, as far as their Patient says. */
export const identityIn = ({
  resource,
}: PatientInBundle): Readonly<{ name: string | null; birthDate: string | null }> => ({
  name: resource && personName(resource),
  birthDate: isText(resource?.birthDate) ? resource.birthDate : null,
})

export type Telling = Readonly<{
  report: Report
  /** The base of the server all of it comes from, where that is known: by another base, another person is meant. */
  base?: string | undefined
}>

/** Whom all resources are about; two different people are a problem that names both. */
export function patientOf(items: readonly Item[], references: References, { report, base }: Telling): PatientInBundle {
  const home = base === undefined ? null : asWritten(`${base}/`)
  const people: Item[] = []
  for (const item of items) if (item.type === 'Patient') people.push(item)
  const byIdentifier = keysByIdentifier(people)
  const records = recordsInBundle(people)
  const seen: Subject[] = []
  let places: IdIndex | null = null
  const seenAt = (key: string): number => (seen[0]?.key === key ? 0 : (places?.find(key, 0) ?? -1))
  const add = (subject: Subject): void => {
    const at = seen.push(subject) - 1
    if (at === 0) return
    places ??= new IdIndex(items.length)
    places.add(subject.key, at)
  }
  const isOther = (subject: Subject, key: string): boolean => {
    const before = seen[seenAt(key)]
    const bases = [home, before?.base ?? null].filter((one) => one !== null)
    const isElsewhere = subject.base !== null && bases.some((one) => one !== subject.base)
    if (!isElsewhere && (before !== undefined || seen.length !== 1)) return false
    const others = seen.length === 0 ? [`${home}${key}`] : seen.map((one) => one.key)
    const names = [...others, isElsewhere ? `${subject.base}${key}` : key].map(shown)
    const sentence = `The bundle is about two patients, ${names.join(' and ')}; give one at a time.`
    report('two-patients', sentence, pathOf(subject.where))
    return true
  }
  // Nearly every resource names the same person in the same words.
  let settled: unknown = null
  for (const item of items) {
    const { subject, patient } = item.resource
    const isPatient = item.type === 'Patient'
    const link = isPatient ? null : isObject(subject) ? subject : isObject(patient) ? patient : null
    const isAlone = subject === undefined || patient === undefined
    if (settled !== null && isAlone && link?.reference === settled) continue
    checkLinks(item, report)
    const found = isPatient ? { key: item.key, base: null, where: item.where } : subjectOf(item, references, home)
    if (found === null) continue
    const key = records.inUse(byIdentifier?.get(found.key) ?? found.key)
    const isRight = !isOther(found, key)
    if (seenAt(key) < 0) add({ ...found, key })
    settled = isAlone && isRight && isPlainReference(link?.reference) ? link?.reference : null
  }
  const [first] = seen
  const person = people.find(({ key }) => key === first?.key) ?? people[0] ?? null
  const { elsewhere, replacedBy } = records
  return {
    reference: first?.key ?? null,
    resource: person?.resource ?? null,
    isInUse: person === null || isInUse(person.resource),
    elsewhere,
    replacedBy,
  }
}

/** Whom it is about was told in a way that nobody can read: it may be anybody. */
function checkLinks({ resource: { subject, patient }, where }: Item, report: Report): void {
  if (subject !== undefined && !isLink(subject)) reportLink(subject, within(where, 'subject'), report)
  if (patient !== undefined && !isLink(patient)) reportLink(patient, within(where, 'patient'), report)
}

/** Some types are about several. */
const isLink = (json: unknown): boolean =>
  json === null ||
  (Array.isArray(json)
    ? json.every(isObject)
    : isObject(json) && (json.reference === undefined || typeof json.reference === 'string'))

const reportLink = (json: unknown, where: Locator, report: Report): void =>
  report('wrong-type', `${shown(json)} is not a Reference.`, pathOf(where))

/** `base` is the server a reference leads to, where it names one. */
type Subject = Readonly<{ key: string; base: string | null; where: Locator }>

/** One that means the same wherever it stands. */
const isPlainReference = (reference: unknown): boolean => isText(reference) && !reference.startsWith('#')

function keysByIdentifier(people: readonly Item[]): ReadonlyMap<string, string> | null {
  let keys: Map<string, string> | null = null
  for (const { resource, key } of people)
    for (const identifier of objectsIn(resource.identifier)) {
      keys ??= new Map()
      keys.set(identifierKey(identifier), key)
    }
  return keys
}

const identifierKey = ({ system, value }: JsonObject): string => `identifier ${String(system ?? '')}|${String(value)}`

function subjectOf({ resource, where }: Item, references: References, home: string | null): Subject | null {
  for (const name of ['subject', 'patient']) {
    const link = resource[name]
    if (!isObject(link)) continue
    const found = references.find(link, resource)
    if (found && found.type !== 'Patient') return null
    const place = within(where, name)
    // Where nobody knows which server it comes from, what lies beside it is what was meant.
    if (found) return { key: found.key, base: home === null ? null : baseOf(link.reference), where: place }
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
  return /^https?:/i.test(text) ? asWritten(text.slice(0, -lastTwo(text).length)) : null
}

/** As every browser writes it, so that one server is one server. */
const asWritten = (address: string): string => (URL.parse(address)?.href ?? address).replace(/\/+$/, '/')
