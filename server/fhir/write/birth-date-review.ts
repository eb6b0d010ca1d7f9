import { earliestIn } from '@facialis/fhir'
import { type Chart, dateWords, formatSpan } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { CoreContext } from '../../core/core-context.ts'
import { dayNumber } from '../../core/site-day.ts'
import { birthsConflict, isAfter } from '../../patient/birth.ts'
import { identityOf, lastBirths, type Said } from '../../patient/identity.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import type { Target } from './targets.ts'

type Writing = Readonly<{
  before: OpenRecord
  after: Chart
  clinic: Pick<CoreContext, 'pathway' | 'today'>
  /** Who wrote it, as the beginning of a sentence: "Another system". */
  by: string
}>

/**
 * What somebody has to look at, as a sentence, where a write leaves one birth date with the person and an answer that is
 * another, or a birth after what is told of them: all came in good faith, and only one of them can be right.
 */
export function birthDateReview(targets: readonly Target[], { before, after, clinic, by }: Writing): string | null {
  const written = targets.find(({ type, id }) => type === 'Patient' && id === before.id)?.resource ?? before.patient
  const [pathway, asOf] = [clinic.pathway, dayNumber(clinic.today())]
  const then: Said = { pathway, chart: before.chart, asOf }
  const now: Said = { pathway, chart: after, asOf }
  const [twiceThen, twice] = [twoOf(before.patient, then), twoOf(written, now)]
  if (twice !== null && twice !== twiceThen)
    return `${by} gave another birth date than was known here: ${twice} Look which is right; ${corrected}`
  const [born, earliest] = [identityOf(written, now).birthDate, earliestIn(pathway, after)]
  if (born === null || earliest === null || !isAfter(born, earliest)) return null
  const [birth, first] = [dateWords(born), dateWords(formatSpan(earliest))]
  if (born !== identityOf(before.patient, then).birthDate)
    return `${by} gave a birth date, ${birth}, and something of ${first} is on record of this person. Look which is right; ${corrected}`
  const earliestThen = earliestIn(pathway, before.chart)
  if (earliestThen !== null && earliestThen.hi <= earliest.hi) return null
  return `${by} told something of ${first}, and the birth date on record is ${birth}. Look which is right; ${corrected}`
}

const corrected = 'a birth date is corrected under “Name and birth date”.'

/** Both of them in words; null where there is one, however exactly it is known. */
function twoOf(patient: Resource, said: Said): string | null {
  const answered = lastBirths(said)
  if (answered.length > 1)
    return `${answered.map(dateWords).join(' and ')} were told on one day, and ages are counted from neither.`
  const [kept, counted] = [identityOf(patient, null).birthDate, identityOf(patient, said).birthDate]
  if (kept === null || counted === null || !birthsConflict(kept, counted)) return null
  return `${dateWords(kept)} stands with the person, and ages are counted from ${dateWords(counted)}.`
}
