import type { Day, EntryRecord } from '@facialis/language'
import { ctInstead } from './adequacy.ts'
import { type Amount, atLeast, atMost, yearsBetween } from './days.ts'
import type { Diagnosis } from './diagnosis.ts'
import { number, recent, word } from './entries.ts'
import { allCleared, anyIs, type FourReads, noLesionListed } from './lesions.ts'
import type { Numbers } from './numbers.ts'
import type { Person } from './person.ts'
import type { Study } from './studies.ts'
import { exact, operatedOnItsSide, type Treatments } from './treatments.ts'
import { anyOf, is, no, type Truth, type Word, yes } from './truth.ts'

export type Decompression = 'not-candidate' | 'treat-cause-first' | 'consider' | 'candidate'

type Score = Readonly<{ date: EntryRecord['date']; grade: Word; hfs7: Amount; disability: Amount }>

export const scoreOf = (entry: EntryRecord): Score => ({
  date: entry.date,
  grade: word(entry, 'score.smc'),
  hfs7: exact(number(entry, 'score.hfs7')),
  disability: exact(number(entry, 'score.disability')),
})

type Sources = Readonly<{
  person: Person
  studies: readonly Study[]
  scores: readonly Score[]
  diagnosis: Diagnosis
  ruleOuts: FourReads
  openFlag: Truth
  emergencyComplaint: Truth
  treatments: Treatments
  child: Truth
  twoPoorSessions: boolean
  spasmAfterAll: boolean
  numbers: Numbers
  asOf: Day
}>

export function decompressionOf(sources: Sources): Decompression {
  const { person, diagnosis, ruleOuts, treatments } = sources
  if (person.closed === null || person.closed === 'deceased') return 'not-candidate'
  // This side was operated on, or may have been, and nothing says that it has failed.
  if (!sources.spasmAfterAll && operatedOnItsSide(treatments, person.side.word) !== no) return 'not-candidate'
  if (ruleOuts.demyelination === 'positive' || diagnosis.palsyCameFirst !== no) return 'not-candidate'
  if (anyIs(ruleOuts, 'positive')) return 'treat-cause-first'
  if (!stands(sources)) return 'not-candidate'
  if (!allCleared(ruleOuts)) return mayDoWithoutMri(sources) ? 'consider' : 'not-candidate'
  return isCandidate(sources) ? 'candidate' : 'consider'
}

/** What an operation rests on besides the lesions ruled out, and nothing that bars it. */
const stands = ({ person, diagnosis, openFlag, emergencyComplaint, child }: Sources): boolean =>
  diagnosis.signedDiagnosis === yes &&
  diagnosis.opposed === no &&
  diagnosis.oneSided === yes &&
  diagnosis.examined === yes &&
  openFlag === no &&
  emergencyComplaint === no &&
  diagnosis.noPalsyCameFirst === yes &&
  child === no &&
  (person.surgeryBar === 'none-recorded' || person.surgeryBar === 'no')

/** Where MRI is impossible CT lets an operation be talked about; no lesion was found is known by now. */
const mayDoWithoutMri = ({ person, studies }: Sources): boolean =>
  person.mriImpossible === 'yes' && noLesionListed(person) === yes && ctInstead(studies) === yes

const isCandidate = (sources: Sources): boolean =>
  sources.person.wishSurgery === 'yes' && hasNoNamedRisk(sources) && hasReason(sources)

/** Severe, disabling, or toxin failed or is not wanted. */
function hasReason({ person, scores, twoPoorSessions, numbers }: Sources): boolean {
  if (person.disability === 'yes' || person.wishToxin === 'no' || twoPoorSessions) return true
  if (scores.length === 0) return false
  const graded = ({ grade }: Score): Truth => is(grade, 'I', 'II', 'III', 'IV')
  const severe = ({ grade }: Score): Truth => is(grade, 'III', 'IV')
  return (
    recent(scores, { where: graded, holds: severe }) === yes ||
    recent(scores, {
      where: ({ hfs7 }) => atLeast(hfs7, 0),
      holds: ({ hfs7 }) => atLeast(hfs7, numbers.severeHfs7),
    }) === yes ||
    recent(scores, {
      where: ({ disability }) => atLeast(disability, 0),
      holds: ({ disability }) => atLeast(disability, numbers.severeDisability),
    }) === yes
  )
}

const hasNoNamedRisk = ({ person, studies, numbers, asOf }: Sources): boolean =>
  person.onlyHearingEar === 'no' &&
  (person.asa === 'I' || person.asa === 'II') &&
  atMost(yearsBetween(person.birthDate, { lo: asOf, hi: asOf }), numbers.namedRiskAge) === yes &&
  anyOf(studies, ({ dolichoectasia }) => is(dolichoectasia, 'yes')) === no
