import type { Day, EntryRecord } from '@facialis/language'
import { atLeast, atMost, before, daysSince, lessThan, onOrAfter } from './days.ts'
import type { Decompression } from './decompression.ts'
import type { Diagnosis, Phenotype } from './diagnosis.ts'
import { type Entries, word } from './entries.ts'
import { allCleared, anyIs, anyUnjudged, type FourReads } from './lesions.ts'
import type { Numbers } from './numbers.ts'
import type { Person } from './person.ts'
import type { RedFlags } from './red-flags.ts'
import type { Study } from './studies.ts'
import type { Treatments } from './treatments.ts'
import { all, no, type Truth, yes } from './truth.ts'

export type Stage =
  | 'closed'
  | 'other-pathway'
  | 'after-surgery'
  | 'ruling-out'
  | 'surgical-work-up'
  | 'toxin-series'
  | 'follow-up'
  | 'choosing-treatment'
  | 'evaluating'
  | 'referred'

type Sources = Readonly<{
  person: Person
  entries: Entries
  studies: readonly Study[]
  diagnosis: Diagnosis
  phenotype: Phenotype
  redFlags: RedFlags
  emergencyComplaint: Truth
  reads: FourReads
  ruleOuts: FourReads
  treatments: Treatments
  decompression: Decompression
  numbers: Numbers
  asOf: Day
}>

/** The first that holds for sure: what is not known moves nobody on. */
export function stageOf(sources: Sources): Stage {
  const { person, entries, diagnosis, treatments, numbers } = sources
  const { closed } = person
  if (closed === 'discharged' || closed === 'transferred' || closed === 'deceased' || closed === 'withdrawn')
    return 'closed'
  if (isElsewhere(sources)) return 'other-pathway'
  if (lessThan(treatments.sinceDecompression, numbers.afterSurgeryStage) === yes) return 'after-surgery'
  if (isReopened(sources)) return 'ruling-out'
  if (isBeforeSurgery(sources)) return 'surgical-work-up'
  if (seriesRuns(treatments)) return 'toxin-series'
  if (treatments.anyDecompression === yes && atLeast(treatments.sinceDecompression, numbers.afterSurgeryStage) === yes)
    return 'follow-up'
  if (diagnosis.signedDiagnosis === yes && allCleared(sources.ruleOuts)) return 'choosing-treatment'
  if (entries.orders.length > 0 || entries.studies.length > 0) return 'ruling-out'
  const begun =
    entries.visits.length > 0 ||
    person.triaged !== null ||
    person.unilateral !== null ||
    person.conclusion.word !== null
  return begun ? 'evaluating' : 'referred'
}

/** An emergency, or another condition: somebody else owns the next step. */
const isElsewhere = ({ person, diagnosis, phenotype, redFlags, emergencyComplaint }: Sources): boolean =>
  person.closed === 'other-pathway' ||
  redFlags.emergency === yes ||
  emergencyComplaint === yes ||
  (phenotype === 'mimic' && (diagnosis.opposed === yes || person.conclusion.word === 'unlikely'))

/** A lesion waits to be judged, or a flag was raised after something was ruled out. */
const isReopened = ({ person, studies, reads, redFlags }: Sources): boolean =>
  (redFlags.open === yes && anyIs(reads, 'cleared')) || anyUnjudged(person, studies) === yes

function isBeforeSurgery({ person, entries, treatments, decompression, asOf }: Sources): boolean {
  const isDone = treatments.operations.some(
    ({ decompression, date }) => all(decompression, onOrAfter(date, person.theatreDate)) === yes,
  )
  const theatreAhead = atMost(daysSince(person.theatreDate, asOf), 0) === yes && !isDone
  if (theatreAhead) return true
  const isPreOp = (visit: EntryRecord): boolean => word(visit, 'visit.kind') === 'pre-op'
  return treatments.anyDecompression === no && (decompression === 'candidate' || entries.visits.some(isPreOp))
}

/** Injections go on: none has been overtaken by an operation. */
const seriesRuns = ({ anyHfsToxin, anyDecompression, lastDecompression, lastHfsToxin }: Treatments): boolean =>
  anyHfsToxin === yes && (anyDecompression === no || before(lastDecompression, lastHfsToxin) === yes)
