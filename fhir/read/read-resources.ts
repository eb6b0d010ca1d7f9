import type { Chart, Observation, Pathway } from '@facialis/language'
import { amended } from '../chart/add-to-chart.ts'
import { dictionaryOf } from '../chart/dictionary.ts'
import type { Report } from '../json/outcome.ts'
import { termsOf } from '../terms/terminology-index.ts'
import { instantOf } from '../values/when.ts'
import { readAnswers } from './answers.ts'
import { attributedEntries } from './attributed-entries.ts'
import { checkConcepts } from './check-concepts.ts'
import { readCondition } from './condition.ts'
import { type Counts, noCounts } from './counts.ts'
import { readDispense } from './dispense.ts'
import { eventShapes, readEvent } from './event.ts'
import { withListed } from './listed-conclusions.ts'
import { mergedEvents } from './merge-events.ts'
import { readObservation } from './observation.ts'
import { readAllergy, readConsent, readPatient } from './person.ts'
import { isAdverse, type Reading, type Statement } from './reading.ts'
import type { Item, References } from './references.ts'
import { withReplacedReports } from './replaced-reports.ts'
import { readImagingStudy, readReport } from './report.ts'
import { isUnfit, others } from './subject.ts'
import { repeatsOwnObservation } from './told-by.ts'

type Reader = (item: Item, reading: Reading) => void

/** What is read as it comes; reports then build on studies, and observations on both. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Patient', readPatient],
  ['Consent', readConsent],
  ['AllergyIntolerance', readAllergy],
  ['Condition', readCondition],
  ['QuestionnaireResponse', readAnswers],
  ['ImagingStudy', readImagingStudy],
  ['MedicationDispense', readDispense],
  ...Object.entries(eventShapes).map(([type, shape]): [string, Reader] => [
    type,
    (item, reading) => readEvent(item, reading, shape),
  ]),
  ['DiagnosticReport', readReport],
  ['Observation', readObservation],
])
/** Types of which something is read, in the order of the table. */
export const typesRead: readonly string[] = [...readers.keys()]
/** Read only where something refers to them, with which they come along. */
export const onlyReferred: ReadonlySet<string> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Medication',
  'Questionnaire',
  'Organization',
])

/**
 * Whether a resource of this type can change a chart: by what it says, as what another one refers to, or by taking the
 * place of another. What is of no such type is not even found by a reference.
 */
export const bearsOnChart = (type: string): boolean =>
  readers.has(type) || onlyReferred.has(type) || others.has(type) || type === 'Provenance'

export type Read = Readonly<{ chart: Chart; counts: Counts }>

/** Resources of one person as a chart. Problems go to `report`; what they concern is then read as unknown. */
export function readResources(
  pathway: Pathway,
  items: readonly Item[],
  about: Readonly<{ zone: string; report: Report; references: References }>,
): Read {
  const reading: Reading = {
    ...about,
    terms: termsOf(pathway),
    pathway,
    dictionary: dictionaryOf(pathway),
    counts: noCounts(),
    statements: [],
    marks: null,
    subject: null,
    withdrawals: [],
    screens: [],
    drafts: [],
    absorbed: new Set(),
    reported: new Set(),
    ignored: [],
  }
  reading.counts.resources = items.length
  const now: Item[] = []
  const reports: Item[] = []
  const observations: Item[] = []
  const revisions: Item[] = []
  for (const item of items) {
    checkConcepts(item, reading)
    const reader = readers.get(item.type)
    if (!reader) {
      if (item.type === 'Provenance') revisions.push(item)
      if (!onlyReferred.has(item.type)) reading.counts.otherTypes++
    } else if (isUnfit(item, reading)) continue
    else if (repeatsOwnObservation(item, reading)) reading.counts.understood++
    else if (reader === readObservation) observations.push(item)
    else if (reader === readReport) reports.push(item)
    else now.push(item)
  }
  for (const item of now) readers.get(item.type)?.(item, reading)
  for (const item of reports) readReport(item, reading)
  if (reading.reported.size > 0) reading.drafts = reading.drafts.filter(({ from }) => !reading.reported.has(from.key))
  sortByTimeOfWriting(observations)
  for (const item of observations) readObservation(item, reading)
  const drafts = withReplacedReports(reading.drafts, revisions, reading)
  const entries = attributedEntries(amended(mergedEvents(drafts, reading.references)), reading)
  if (reading.counts.unnamedMedicines > 0)
    reading.ignored.push({
      what: `${reading.counts.unnamedMedicines} medicines`,
      why: 'known by codes only that nobody here reads, without a word: ask whether one of them was a toxin',
    })
  const { screens, ignored, counts } = reading
  const chart: Chart = {
    observations: standing(reading),
    screens,
    entries,
    ...(ignored.length > 0 ? { ignored } : {}),
  }
  return { chart, counts }
}

/** Our own observations amend and correct each other in the order in which they were written down. */
function sortByTimeOfWriting(items: Item[]): void {
  const times: number[] = []
  let last: unknown
  let at = 0
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item
    const { issued } = item.resource
    // Much is written down at once.
    if (issued !== last) at = timeOf(issued)
    last = issued
    times.push(at)
    // What is out of order is so by a few places; a file that is all in disorder is for those who sort.
    let to = i
    for (; to > 0 && (times[to - 1] as number) > at; to--) {
      if (i - to === mostPlaces) break
      items[to] = items[to - 1] as Item
      times[to] = times[to - 1] as number
    }
    items[to] = item
    times[to] = at
    if (i - to === mostPlaces) {
      items.sort((a, b) => timeOf(a.resource.issued) - timeOf(b.resource.issued))
      return
    }
  }
}
const mostPlaces = 100

const timeOf = (issued: unknown): number => (typeof issued === 'string' ? instantOf(issued) || 0 : 0)

/** A conclusion taken back no longer stands, and says so where there was one; one made on a later day does. */
function afterWithdrawals(all: readonly Statement[], withdrawals: Reading['withdrawals']): readonly Statement[] {
  if (withdrawals.length === 0) return all
  const concluded = new Set(all.flatMap(({ fact, withdraws }) => (withdraws ? [] : [fact])))
  return all.filter(({ fact, date, provenance, withdraws }) => {
    if (withdraws) return concluded.has(fact)
    return !withdrawals.some(
      ({ facts, until, told }) =>
        facts.has(fact) && (told.has(provenance.source) || date === null || until === null || date.lo <= until.hi),
    )
  })
}

/** Corrections take the place of what they correct; a refuted problem is a no only where nothing else says yes. */
function standing(reading: Reading): readonly Observation[] {
  const { marks, withdrawals, dictionary } = reading
  if (marks === null && withdrawals.length === 0) return reading.statements
  const all = reading.statements.map((said): Statement => ({ ...said, ...marks?.get(said) }))
  const statements = withListed(afterWithdrawals(all, withdrawals), reading)
  const against = new Set<string>()
  for (const { fact, value } of statements) {
    const known = dictionary.facts.get(fact)
    if (known && isAdverse(known, value)) against.add(fact)
  }
  const byPlace = new Map<string, number[]>()
  const kept: (Statement | null)[] = []
  for (const statement of statements) {
    if (statement.refuted && against.has(statement.fact)) continue
    const place = `${statement.fact} ${statement.date?.lo} ${statement.date?.hi}`
    const before = byPlace.get(place) ?? []
    if (statement.corrects) for (const index of before.splice(0)) kept[index] = null
    before.push(kept.push(statement) - 1)
    byPlace.set(place, before)
  }
  return kept.flatMap((statement): readonly Observation[] => {
    if (statement === null) return []
    const { fact, value, date, provenance } = statement
    return [{ fact, value, date, provenance }]
  })
}
