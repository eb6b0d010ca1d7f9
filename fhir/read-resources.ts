import type { Chart, Observation, Pathway } from '@facialis/language'
import { isUnfit } from './about-the-person.ts'
import { amended } from './add-to-chart.ts'
import { answeredFor } from './answered-for.ts'
import { checkConcepts } from './check-concepts.ts'
import { dictionaryOf } from './dictionary.ts'
import { withListed } from './listed-conclusions.ts'
import { mergedEvents } from './merge-events.ts'
import type { Report } from './outcome.ts'
import { readAnswers } from './read-answers.ts'
import { readCondition } from './read-condition.ts'
import { readDispense } from './read-dispense.ts'
import { eventShapes, readEvent } from './read-event.ts'
import { readObservation } from './read-observation.ts'
import { readAllergy, readConsent, readPatient } from './read-person.ts'
import { readImagingStudy, readReport } from './read-report.ts'
import { type Counts, isAdverse, noCounts, type Reading, type Statement } from './reading.ts'
import type { Item, References } from './references.ts'
import { withReplacedReports } from './replaced-reports.ts'
import { termsOf } from './terminology-index.ts'
import { isTold } from './told.ts'

type Reader = (item: Item, reading: Reading) => void

const events = Object.fromEntries(
  Object.entries(eventShapes).map(([type, shape]): [string, Reader] => [
    type,
    (item, reading) => readEvent(item, reading, shape),
  ]),
)

/** What is read, in the order in which one builds on the other. */
const passes: readonly Readonly<Record<string, Reader>>[] = [
  {
    Patient: readPatient,
    Consent: readConsent,
    AllergyIntolerance: readAllergy,
    Condition: readCondition,
    QuestionnaireResponse: readAnswers,
    ImagingStudy: readImagingStudy,
    MedicationDispense: readDispense,
    ...events,
  },
  { DiagnosticReport: readReport },
  { Observation: readObservation },
]
/** Read only where something refers to them. */
const onlyReferred = new Set(['Practitioner', 'PractitionerRole', 'Medication', 'Questionnaire', 'Organization'])

export type Read = Readonly<{ chart: Chart; counts: Readonly<Counts> }>

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
    withdrawals: [],
    screens: [],
    drafts: [],
    absorbed: new Set(),
    ignored: [],
  }
  reading.counts.resources = items.length
  const byPass: (readonly [Reader, Item])[][] = passes.map(() => [])
  for (const item of items) {
    checkConcepts(item, reading)
    const pass = passes.findIndex((readers) => Object.hasOwn(readers, item.type))
    const reader = passes[pass]?.[item.type]
    if (!reader) {
      if (!onlyReferred.has(item.type)) reading.counts.otherTypes++
    } else if (isUnfit(item, reading)) continue
    else if (isTold(item, reading)) reading.counts.understood++
    else byPass[pass]?.push([reader, item])
  }
  for (const [index, pass] of byPass.entries()) {
    const inOrder = index === byPass.length - 1 ? byTimeOfWriting(pass) : pass
    for (const [reader, item] of inOrder) reader(item, reading)
  }
  const revisions = items.filter(({ type }) => type === 'Provenance')
  const drafts = withReplacedReports(reading.drafts, revisions, reading)
  const entries = answeredFor(amended(mergedEvents({ ...reading, drafts })), reading)
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
function byTimeOfWriting(pass: readonly (readonly [Reader, Item])[]): readonly (readonly [Reader, Item])[] {
  const at = ({ resource }: Item): number =>
    typeof resource.issued === 'string' ? Date.parse(resource.issued) || 0 : 0
  return pass
    .map((entry) => ({ entry, at: at(entry[1]) }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry)
}

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
  const { statements: all, withdrawals, dictionary } = reading
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
