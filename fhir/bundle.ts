import type { Chart, Pathway } from '@facialis/language'
import { isObject, type JsonObject, orList, shown } from './json.ts'
import { type PatientInBundle, patientOf } from './one-patient.ts'
import { collecting, type Outcome, type Report } from './outcome.ts'
import { readResources } from './read-resources.ts'
import type { Counts } from './reading.ts'
import { type Item, itemOf, lastTwo, referencesAmong, withoutVersion } from './references.ts'

export type BundleChart = Readonly<{ chart: Chart; patient: PatientInBundle; counts: Readonly<Counts> }>

const bundleTypes = ['collection', 'searchset', 'document', 'transaction', 'batch'] as const

/**
 * Reads an R4 bundle about one person. Instants become days of `zone` (an IANA name). Codes nobody here knows are
 * counted in `counts`, never a failure; the text of a report is never read.
 *
 * Fails with code `not-a-bundle`, `bundle-type`, `bad-entry`, `two-patients`, `wrong-type`, `bad-date`, `bad-unit`,
 * `out-of-range` or `too-large`; `where` is a path such as `Bundle.entry[3].resource.valueQuantity`.
 */
export function chartFromBundle(
  pathway: Pathway,
  json: unknown,
  { zone }: Readonly<{ zone: string }>,
): Outcome<BundleChart> {
  return collecting((report) => {
    const { items, fullUrls } = itemsOf(json, report)
    const references = referencesAmong(items, fullUrls)
    const patient = patientOf(items, references, report)
    return { ...readResources(pathway, items, { zone, report, references }), patient }
  })
}

type Contents = Readonly<{ items: readonly Item[]; fullUrls: ReadonlyMap<string, Item> }>
/** What is gathered on the way: where a key and a full address stand among the items, and which of those a server named. */
type Gathering = Readonly<{
  items: Item[]
  places: Map<string, number>
  addresses: Map<string, number>
  placed: Set<number>
  report: Report
}>

function itemsOf(json: unknown, report: Report): Contents {
  const gathering: Gathering = { items: [], places: new Map(), addresses: new Map(), placed: new Set(), report }
  gather(json, '', gathering)
  const { items, addresses } = gathering
  return { items, fullUrls: new Map([...addresses].map(([address, at]) => [address, items[at] as Item])) }
}

function gather(json: unknown, inside: string, gathering: Gathering): void {
  const { report } = gathering
  const name = inside === '' ? 'Bundle' : inside
  if (!isObject(json) || json.resourceType !== 'Bundle') {
    const what = isObject(json) && json.resourceType !== undefined ? `a ${shown(json.resourceType)}` : shown(json)
    report('not-a-bundle', `A FHIR bundle is expected, not ${what}.`, '')
    return
  }
  if (!bundleTypes.some((type) => type === json.type)) {
    report(
      'bundle-type',
      `A bundle of type ${orList(bundleTypes)} is read, not of type ${shown(json.type)}.`,
      `${name}.type`,
    )
    return
  }
  if (json.entry !== undefined && !Array.isArray(json.entry)) {
    report('bad-entry', `The entries of a bundle are a list, not ${shown(json.entry)}.`, `${name}.entry`)
    return
  }
  for (const [index, entry] of (json.entry ?? []).entries()) {
    const where = `${name}.entry[${index}]`
    if (!isObject(entry)) {
      report('bad-entry', `${shown(entry)} is not an entry of a bundle.`, where)
      continue
    }
    if (entry.resource === undefined || isAside(entry)) continue
    const place = `${where}.resource`
    if (!isObject(entry.resource) || typeof entry.resource.resourceType !== 'string')
      report('bad-entry', `${shown(entry.resource)} is not a resource.`, place)
    // Answers of several searches, kept in one file.
    else if (entry.resource.resourceType === 'Bundle') gather(entry.resource, place, gathering)
    else add(itemOf(entry.resource, place), entry.fullUrl, gathering)
  }
}

/** One resource sent twice (a page that overlaps, an older version) is one: the newer. Two servers may use one id for two. */
function add(item: Item, fullUrl: unknown, { items, places, addresses, placed }: Gathering): void {
  const address = typeof fullUrl === 'string' ? withoutVersion(fullUrl) : null
  const isPlace = address !== null && /^https?:/.test(address)
  const alike = places.get(item.key)
  const known = isPlace && alike !== undefined && placed.has(alike) ? addresses.get(address) : alike
  const at = known ?? items.length
  const before = items[at]
  if (before === undefined) items.push(alike === undefined || address === null ? item : { ...item, key: address })
  else if (!isOlder(item, before)) items[at] = { ...item, key: before.key }
  if (alike === undefined) places.set(item.key, at)
  if (address === null) return
  addresses.set(address, at)
  if (!isPlace) return
  placed.add(at)
  const short = lastTwo(address)
  if (!addresses.has(short)) addresses.set(short, at)
}

function isOlder(a: Item, b: Item): boolean {
  const [one, other] = [a, b].map(({ resource }) => (isObject(resource.meta) ? resource.meta : {}))
  const [at, before] = [one, other].map((meta) =>
    typeof meta?.lastUpdated === 'string' ? Date.parse(meta.lastUpdated) : Number.NaN,
  )
  if (at !== before && !Number.isNaN(at) && !Number.isNaN(before)) return (at as number) < (before as number)
  const [version, last] = [one, other].map((meta) =>
    /^\d+$/.test(String(meta?.versionId)) ? Number(meta?.versionId) : Number.NaN,
  )
  return (version as number) < (last as number)
}

/** What a search says about itself, and what a transaction takes away. */
const isAside = ({ search, request, resource }: JsonObject): boolean =>
  (isObject(search) && search.mode === 'outcome') ||
  (isObject(request) && request.method === 'DELETE') ||
  (isObject(resource) && resource.resourceType === 'OperationOutcome')
