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

function itemsOf(json: unknown, report: Report): Contents {
  const items: Item[] = []
  const fullUrls = new Map<string, Item>()
  const contents = { items, fullUrls }
  const places = new Map<string, number>()
  if (!isObject(json) || json.resourceType !== 'Bundle') {
    const what = isObject(json) && json.resourceType !== undefined ? `a ${shown(json.resourceType)}` : shown(json)
    report('not-a-bundle', `A FHIR bundle is expected, not ${what}.`, '')
    return contents
  }
  if (!bundleTypes.some((type) => type === json.type)) {
    report(
      'bundle-type',
      `A bundle of type ${orList(bundleTypes)} is read, not of type ${shown(json.type)}.`,
      'Bundle.type',
    )
    return contents
  }
  if (json.entry !== undefined && !Array.isArray(json.entry)) {
    report('bad-entry', `The entries of a bundle are a list, not ${shown(json.entry)}.`, 'Bundle.entry')
    return contents
  }
  for (const [index, entry] of (json.entry ?? []).entries()) {
    const where = `Bundle.entry[${index}]`
    if (!isObject(entry)) {
      report('bad-entry', `${shown(entry)} is not an entry of a bundle.`, where)
      continue
    }
    if (entry.resource === undefined || isAside(entry)) continue
    if (!isObject(entry.resource) || typeof entry.resource.resourceType !== 'string') {
      report('bad-entry', `${shown(entry.resource)} is not a resource.`, `${where}.resource`)
      continue
    }
    const item = itemOf(entry.resource, `${where}.resource`)
    // One resource sent twice (a page that overlaps, an older version) is one resource: the later one.
    const known = places.get(item.key)
    if (known === undefined) places.set(item.key, items.push(item) - 1)
    else items[known] = item
    if (typeof entry.fullUrl !== 'string') continue
    const address = withoutVersion(entry.fullUrl)
    fullUrls.set(address, item)
    if (address.includes('://')) fullUrls.set(lastTwo(address), item)
  }
  return contents
}

/** What a search says about itself, and what a transaction takes away. */
const isAside = ({ search, request, resource }: JsonObject): boolean =>
  (isObject(search) && search.mode === 'outcome') ||
  (isObject(request) && request.method === 'DELETE') ||
  (isObject(resource) && resource.resourceType === 'OperationOutcome')
