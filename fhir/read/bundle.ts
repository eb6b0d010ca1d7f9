import type { Chart, Pathway } from '@facialis/language'
import { IdIndex } from '../json/id-index.ts'
import { isObject, type JsonObject, orList, shown } from '../json/json.ts'
import { at, type Locator, pathOf, within } from '../json/locator.ts'
import { collecting, type Outcome, type Report } from '../json/outcome.ts'
import { withArticle } from '../values/indefinite-article.ts'
import { instantOf } from '../values/when.ts'
import type { Counts } from './counts.ts'
import { isAside } from './incomplete-search.ts'
import { besideInUse } from './linked-people.ts'
import { type PatientInBundle, patientOf } from './one-patient.ts'
import { bearsOnChart, readResources } from './read-resources.ts'
import { type Item, itemOf, lastTwo, referencesAmong, withoutVersion } from './references.ts'

export type BundleChart = Readonly<{ chart: Chart; patient: PatientInBundle; counts: Readonly<Counts> }>

const bundleTypes = ['collection', 'searchset', 'document', 'transaction', 'batch'] as const

/**
 * Reads an R4 bundle about one person. Instants become days of `zone` (an IANA name). Codes nobody here knows are
 * counted in `counts`, never a failure; the text of a report is never read. `base` is the address of the server all of it
 * comes from, where that is known: its `Patient/1` is nobody else's.
 *
 * Fails with code `not-a-bundle`, `bundle-type`, `bad-entry`, `two-patients`, `same-id`, `wrong-type`, `bad-date`, `bad-unit`,
 * `out-of-range` or `too-large`; `where` is a path such as `Bundle.entry[3].resource.valueQuantity`.
 */
export function chartFromBundle(
  pathway: Pathway,
  json: unknown,
  { zone, base }: Readonly<{ zone: string; base?: string | undefined }>,
): Outcome<BundleChart> {
  return collecting((report) => {
    const gathering: Gathering = { items: [], byId: new IdIndex(lengthOf(json)), placed: null, report }
    gather(json, 'Bundle', gathering)
    const { items, byId, placed } = gathering
    const fullUrls = placed && new Map([...placed.addresses].map(([address, place]) => [address, items[place] as Item]))
    const references = referencesAmong(items, fullUrls ? { fullUrls } : { byId })
    const patient = patientOf(items, references, { report, base })
    const { chart, counts } = readResources(pathway, itemsOfOne(items, patient), { zone, report, references })
    counts.recordsElsewhere = patient.elsewhere.length
    return { chart, counts, patient }
  })
}

/** Of several records of one person, only the one in use tells who they are. */
function itemsOfOne(items: readonly Item[], { reference }: PatientInBundle): readonly Item[] {
  const inUse = items.find(({ type, key }) => type === 'Patient' && key === reference)
  if (inUse === undefined || !items.some((item) => item.type === 'Patient' && item !== inUse)) return items
  return items.map((item) =>
    item.type === 'Patient' && item !== inUse
      ? { ...item, resource: besideInUse(inUse.resource, item.resource) }
      : item,
  )
}

const lengthOf = (json: unknown): number => (isObject(json) && Array.isArray(json.entry) ? json.entry.length : 0)

/** What is gathered on the way. */
type Gathering = {
  readonly items: Item[]
  /** Where each id stands, as long as no two resources have the same and none has an address. */
  readonly byId: IdIndex
  placed: Placed | null
  readonly report: Report
}
/** Where a key and a full address stand among the items, and which of those a server named. */
type Placed = Readonly<{ keys: Map<string, number>; addresses: Map<string, number>; servers: Set<number> }>

function gather(json: unknown, name: Locator, gathering: Gathering): void {
  const { report } = gathering
  if (!isObject(json) || json.resourceType !== 'Bundle') {
    const type = isObject(json) ? json.resourceType : undefined
    const what = typeof type === 'string' ? withArticle(type, shown(type)) : shown(type ?? json)
    report('not-a-bundle', `A FHIR bundle is expected, not ${what}.`, '')
    return
  }
  if (!bundleTypes.some((type) => type === json.type)) {
    report(
      'bundle-type',
      `A bundle of type ${orList(bundleTypes)} is read, not of type ${shown(json.type)}.`,
      pathOf(within(name, 'type')),
    )
    return
  }
  const list = json.entry ?? []
  if (!Array.isArray(list) || json.entry === null) {
    report('bad-entry', `The entries of a bundle are a list, not ${shown(json.entry)}.`, pathOf(within(name, 'entry')))
    return
  }
  const entries = within(name, 'entry')
  for (let index = 0; index < list.length; index++) {
    const entry: unknown = list[index]
    if (!isObject(entry)) {
      report('bad-entry', `${shown(entry)} is not an entry of a bundle.`, pathOf(at(entries, index)))
      continue
    }
    const { resource } = entry
    if (resource === undefined || isAside(entry)) continue
    const place = at(entries, index, 'resource')
    if (!isObject(resource) || typeof resource.resourceType !== 'string')
      report('bad-entry', `${shown(resource)} is not a resource.`, pathOf(place))
    // Answers of several searches, kept in one file.
    else if (resource.resourceType === 'Bundle') gather(resource, place, gathering)
    else add(itemOf(resource, place), entry.fullUrl, gathering)
  }
}

function add(item: Item, fullUrl: unknown, gathering: Gathering): void {
  const { items, byId } = gathering
  const { id } = item.resource
  if (gathering.placed === null && typeof fullUrl !== 'string') {
    if (typeof id !== 'string') {
      items.push(item)
      return
    }
    if (byId.add(id, items.length)) {
      items.push(item)
      return
    }
  }
  gathering.placed ??= {
    keys: new Map(items.map(({ key }, place) => [key, place])),
    addresses: new Map(),
    servers: new Set(),
  }
  addPlaced(item, typeof fullUrl === 'string' ? withoutVersion(fullUrl) : null, gathering, gathering.placed)
}

/** One resource sent twice (a page that overlaps, an older version) is one: the newer. Two servers may use one id for two. */
function addPlaced(
  item: Item,
  address: string | null,
  { items, report }: Gathering,
  { keys, addresses, servers }: Placed,
): void {
  const isServer = address !== null && /^https?:/.test(address)
  const alike = keys.get(item.key)
  const known = isServer && alike !== undefined && servers.has(alike) ? addresses.get(address) : alike
  const at = known ?? items.length
  const before = items[at]
  if (before === undefined) items.push(alike === undefined || address === null ? item : { ...item, key: address })
  else {
    const order = ageOf(item, before)
    // Of both: whoever reads on without what cannot be read must not be left with the one that came first.
    if (order === 0 && bearsOnChart(item.type) && !isSame(item.resource, before.resource))
      for (const one of [item, before])
        report(
          'same-id',
          `${shown(before.key)} is here twice with two contents, and neither meta.lastUpdated nor meta.versionId of the two tells which is the newer.`,
          pathOf(one.where),
        )
    if (order >= 0) items[at] = { ...item, key: before.key }
  }
  if (alike === undefined) keys.set(item.key, at)
  if (address === null) return
  addresses.set(address, at)
  if (!isServer) return
  servers.add(at)
  const short = lastTwo(address)
  if (!addresses.has(short)) addresses.set(short, at)
}

/** Below nothing where the first is the older of two versions, above where it is the newer; nothing where nobody can tell. */
function ageOf(a: Item, b: Item): number {
  const [one, other] = [a, b].map(({ resource }) => (isObject(resource.meta) ? resource.meta : {}))
  const apart = (read: (meta: JsonObject | undefined) => number): number => {
    const by = read(one) - read(other)
    return Number.isNaN(by) ? 0 : by
  }
  return (
    apart((meta) => (typeof meta?.lastUpdated === 'string' ? instantOf(meta.lastUpdated) : Number.NaN)) ||
    apart((meta) => (/^\d+$/.test(String(meta?.versionId)) ? Number(meta?.versionId) : Number.NaN))
  )
}

/** Whether two say the same, in whatever order their members stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => isSame(one, b[at]))
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => isSame(a[name], b[name]))
}
