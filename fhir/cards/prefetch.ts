import { type Chart, formatDay, memoiseWeak, type Pathway } from '@facialis/language'
import { dictionaryOf } from '../chart/dictionary.ts'
import { isObject, isText, type JsonObject, objectsIn, shown } from '../json/json.ts'
import { collecting, type Outcome, type Report } from '../json/outcome.ts'
import { mentionedIn } from '../orders/problems-mentioned.ts'
import { chartFromBundle } from '../read/bundle.ts'
import { type Counts, noCounts } from '../read/counts.ts'
import { isBeside, isPartial, pageFault } from '../read/incomplete-search.ts'
import type { PatientInBundle } from '../read/one-patient.ts'
import { onlyReferred, typesRead } from '../read/read-resources.ts'
import { lastTwo, typeAndId } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'
import { isName } from '../terms/match-names.ts'
import { entrySystem, factSystem, screenSystem, writtenAs } from '../terms/systems.ts'
import { termsOf } from '../terms/terminology-index.ts'

/** One kind of resource that is asked for beforehand: its key, its query, and its name in a sentence. */
export type AskedFor = Readonly<{ key: string; type: string; query: string; words: string }>

/**
 * What this pathway reads of somebody's record, as prefetch templates: every type in which a code or a name of its
 * terminology is understood, and its own facts wherever they may stand. Narrowed by codes only where nothing but an exact
 * code is understood, so that no query hides what would have been read.
 */
export const prefetchOf = memoiseWeak((pathway: Pathway): readonly AskedFor[] =>
  typesRead.flatMap((type): readonly AskedFor[] => {
    const words = wordsOf(type)
    const key = type.charAt(0).toLowerCase() + type.slice(1)
    if (type === 'Patient') return [{ key, type, words, query: 'Patient/{{context.patientId}}' }]
    if (!isRead(type, pathway)) return []
    const codes = narrowest[type] ? codesIn(type, pathway) : []
    const only = codes.length === 0 ? '' : `&${narrowest[type]}=${codes.join(',')}`
    return [{ key, type, words, query: `${type}?patient={{context.patientId}}${only}` }]
  }),
)

/** `AllergyIntolerance` as "allergy intolerance records". */
const wordsOf = (type: string): string =>
  type === 'Patient' ? 'the patient’s own record' : `${type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()} records`

/** Types of which only what an exact code says is read, and the parameter that finds it, in parts of a resource too. */
const narrowest: Readonly<Record<string, string>> = { Observation: 'combo-code', ServiceRequest: 'code' }
/** Types in which facts stand by the pathway's own names. */
const ownTypes = new Set(['Observation', 'QuestionnaireResponse'])
/** A type whose codes are read by those of another. */
const readAs: Readonly<Record<string, string>> = { MedicationDispense: 'MedicationAdministration' }

const rowsIn = (type: string, pathway: Pathway) => {
  const place = readAs[type] ?? type
  return termsOf(pathway).rows.filter((row) => row.in.some((one) => one === place || one === `active ${place}`))
}

function isRead(type: string, pathway: Pathway): boolean {
  const { facts, entries } = dictionaryOf(pathway)
  return ownTypes.has(type) ? facts.size + entries.size > 0 : rowsIn(type, pathway).length > 0
}

/** Every code that is understood there, in every way it is written. Empty where a name or a family of codes is, too. */
function codesIn(type: string, pathway: Pathway): readonly string[] {
  const rows = rowsIn(type, pathway)
  if (rows.some((row) => isName(row) || row.code.code.endsWith('*'))) return []
  const { facts, fields } = dictionaryOf(pathway)
  const amounts = [...facts.values(), ...[...fields.values()].map(({ fact }) => fact)].flatMap((fact) =>
    fact.type === 'quantity' && type === 'Observation' ? fact.codes : [],
  )
  const written = [...rows.map(({ code }) => code), ...amounts].flatMap((code) =>
    writtenAs(code).flatMap(({ addresses, text }) => addresses.map((address) => token(address, text))),
  )
  const own = ownTypes.has(type) ? [factSystem, entrySystem, screenSystem].map((system) => token(system, '')) : []
  return [...new Set([...own, ...written])]
}

const token = (system: string, code: string): string => `${system}%7C${encodeURIComponent(code)}`

/** Why something that was asked for is not there as a whole. */
export type Lacking = Readonly<{
  asked: Pick<AskedFor, 'type' | 'words'>
  /** `another record`: the same person has it beside this one, and nobody asked for it. */
  why: 'not sent' | 'failed' | 'cut short' | 'not readable' | 'another record'
}>

/** Something was given or ordered, and what it was is told by nothing that came: it may be what a gate asks about. */
const unnamedMedicines: Lacking = { asked: { type: 'Medication', words: 'names of medicines' }, why: 'not readable' }

/** The same person has other records, which were not asked for: what they would say is missing. */
const recordsLacking = ({ elsewhere, replacedBy }: PatientInBundle): readonly Lacking[] =>
  elsewhere.map((reference) => {
    const said = replacedBy.includes(reference)
      ? 'the record that is in use instead of this one'
      : 'a record that was merged into this one'
    const named = /^Patient\/[A-Za-z0-9.-]{1,64}$/.test(reference) ? `, ${reference}` : ''
    return { asked: { type: 'Patient', words: said + named }, why: 'another record' }
  })

/** What was sent beforehand, as the chart of one person. */
export type Sent = Readonly<{
  chart: Chart
  counts: Readonly<Counts>
  /** Whom it is about, as far as it says. */
  patient: PatientInBundle
  /** What was asked for and is not there whole. What it would have said is unknown. */
  lacking: readonly Lacking[]
  /** The newest dated statement, up to the day. */
  newest: string | null
  /**
   * Ids of facts that problems on the list speak of by their codes, whether or not what they say was taken: one that nobody
   * has confirmed is no diagnosis, and still says what the person may have.
   */
  mentioned: ReadonlySet<string>
  /** Follows a reference to a resource that was sent. */
  find: (reference: string) => Resource | null
}>

/** `base`: the address of the server all of it comes from, where that is known. */
export type Receiving = Readonly<{ patientId: string; zone: string; today: number; base?: string }>

/**
 * Reads the `prefetch` of a request. Null is the client's word that there is nothing; what is not sent, failed or was cut
 * short is named, and nothing of it is assumed. Problems: those of a bundle, `bad-prefetch`, and `another-patient`.
 */
export function readPrefetch(pathway: Pathway, prefetch: JsonObject, about: Receiving): Outcome<Sent> {
  return collecting((report) => {
    const lacking: Lacking[] = []
    const came: Readonly<{ key: string; resource: JsonObject }>[] = []
    for (const one of prefetchOf(pathway)) {
      const value = Object.hasOwn(prefetch, one.key) ? prefetch[one.key] : undefined
      const why = whyLacking(value, one)
      if (why !== null) lacking.push({ asked: one, why })
      if (value === null || value === undefined) continue
      if (isObject(value) && value.resourceType === 'Patient' && !isText(value.id))
        report(
          'bad-prefetch',
          'It has no id, so it is not known whether it is the patient in context.',
          `prefetch.${one.key}`,
        )
      else if (isObject(value) && typeof value.resourceType === 'string') came.push({ key: one.key, resource: value })
      else report('bad-prefetch', `A FHIR resource or null is expected, not ${shown(value)}.`, `prefetch.${one.key}`)
    }
    const read = readWhat(pathway, came, about, report)
    const unnamed = read.counts.unnamedMedicines > 0 ? [unnamedMedicines] : []
    return { ...read, lacking: [...lacking, ...unnamed, ...recordsLacking(read.patient)] }
  })
}

type Came = readonly Readonly<{ key: string; resource: JsonObject }>[]

function readWhat(pathway: Pathway, came: Came, about: Receiving, report: Report): Omit<Sent, 'lacking'> {
  const usable = came.filter(({ resource }) => resource.resourceType !== 'OperationOutcome')
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: usable.map(({ resource }) => ({ resource })) }
  const read = chartFromBundle(pathway, bundle, about)
  const inPlace = (where: string): string =>
    where.replace(/^Bundle\.entry\[(\d+)\]\.resource/, (_, at: string) => `prefetch.${usable[Number(at)]?.key}`)
  if (!read.ok) {
    for (const { code, sentence, where } of read.problems) report(code, sentence, inPlace(where) || 'prefetch')
    return nothingRead
  }
  const { chart, counts, patient } = read.value
  const whose = patient.reference === null ? null : lastTwo(patient.reference)
  if (whose !== null && whose !== `Patient/${about.patientId}`)
    report('another-patient', `What was sent is about ${shown(whose)}, not about the patient in context.`, 'prefetch')
  const all = usable.flatMap(({ resource }) => resourcesIn(resource))
  return {
    chart,
    counts,
    patient,
    newest: newestIn(chart, about.today),
    mentioned: mentionedIn(all, pathway),
    find: (reference) => all.find((one) => `${one.resourceType}/${one.id}` === typeAndId(reference)) ?? null,
  }
}

const nothingRead: Omit<Sent, 'lacking'> = {
  chart: { observations: [], screens: [], entries: [] },
  counts: noCounts(),
  patient: { reference: null, resource: null, isInUse: true, elsewhere: [], replacedBy: [] },
  newest: null,
  mentioned: new Set(),
  find: () => null,
}

function whyLacking(value: unknown, { type }: Pick<AskedFor, 'type'>): Lacking['why'] | null {
  // Somebody is in context: that nothing is known of them is no answer.
  if (value === undefined || (value === null && type === 'Patient')) return 'not sent'
  if (!isObject(value)) return null
  if (value.resourceType === 'OperationOutcome') return 'failed'
  if (value.resourceType === 'Bundle') return whyLess(value, type)
  if (value.resourceType !== type) return 'not readable'
  // One of many that were asked for: nobody says that there are no more.
  return type === 'Patient' ? null : 'cut short'
}

/** Why a page is not all that was asked for; pages may stand in one another. */
function whyLess(bundle: JsonObject, type: string): Lacking['why'] | null {
  const { link, total } = bundle
  const unclear = pageFault(bundle)
  const entries = objectsIn(bundle.entry)
  const found = entries.filter((entry) => !isBeside(entry))
  if (isPartial(entries) || objectsIn(link).some(({ relation }) => relation === 'next')) return 'cut short'
  if (unclear !== null) return unclear
  const inside = found.map(({ resource }) => resource).filter(isObject)
  const pages = inside.filter(({ resourceType }) => resourceType === 'Bundle')
  if (pages.length === 0 && Number(total ?? 0) > found.length) return 'cut short'
  // What came was no answer to what was asked.
  const answers = inside.filter(({ resourceType }) => !onlyReferred.has(String(resourceType)))
  if (answers.length > 0 && !answers.some(({ resourceType }) => resourceType === type || resourceType === 'Bundle'))
    return 'not readable'
  return pages.map((page) => whyLess(page, type)).find((why) => why !== null) ?? null
}

function newestIn({ observations, screens, entries }: Chart, today: number): string | null {
  let newest = Number.NEGATIVE_INFINITY
  for (const { date } of [...observations, ...screens, ...entries])
    if (date !== null && date.lo <= today) newest = Math.max(newest, Math.min(date.hi, today))
  return newest === Number.NEGATIVE_INFINITY ? null : formatDay(newest)
}

/** A resource, or those of a page. */
const resourcesIn = (resource: unknown): readonly Resource[] => {
  if (!isObject(resource)) return []
  if (resource.resourceType === 'Bundle') return objectsIn(resource.entry).flatMap((one) => resourcesIn(one.resource))
  return typeof resource.resourceType === 'string' ? [resource as Resource] : []
}

/** Whether resources of this type may tell one of these facts by a code or a name that other systems use. */
export const mayTell = (pathway: Pathway, { type }: Pick<AskedFor, 'type'>, facts: ReadonlySet<string>): boolean =>
  rowsIn(type, pathway).some(({ means }) =>
    means.some((meaning) => meaning.kind !== 'enters' && facts.has(meaning.fact.id)),
  )
