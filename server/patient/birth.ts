import { birthFacts, earliestIn, whyNotOn } from '@facialis/fhir'
import { type Chart, dateWords, formatSpan, parseDate, type Span } from '@facialis/language'
import { fields } from '@facialis/wire'
import type { CoreContext } from '../core/core-context.ts'
import { type Refusal, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'

/** The refusal of a day on which nobody of our patients was born; null when somebody may have been, or it is not known. */
export function impossibleBirthRefusal(
  { pathway, today }: Pick<CoreContext, 'pathway' | 'today'>,
  date: string | null,
  where: string,
): Refusal | null {
  if (date === null) return null
  const day = parseDate(date)
  if (day === null) return refuse(422, 'bad-date', 'The birth date is not a day, month or year.', { where })
  const births = birthFacts(pathway)
  for (const fact of pathway.facts) {
    if (fact.type !== 'date' || !births.has(fact.id)) continue
    const why = whyNotOn({ ...fact, label: fields.birthDate.label }, day, { today: dayNumber(today()) })
    if (why !== null) return refuse(422, 'bad-date', why, { where })
  }
  return null
}

/** The refusal of a birth date after something that is on record of the person; null where there is nothing before it. */
export function birthAfterRecordRefusal(
  { pathway }: Pick<CoreContext, 'pathway'>,
  chart: Chart,
  { date, where }: Readonly<{ date: string; where: string }>,
): Refusal | null {
  const earliest = earliestIn(pathway, chart)
  if (earliest === null || !isAfter(date, earliest)) return null
  const sentence = `This person’s record has something dated ${dateWords(formatSpan(earliest))}, before this birth date. Check both.`
  return refuse(422, 'bad-date', sentence, { where })
}

/** Whether a birth date, or what is known of one, lies wholly after a day. */
export function isAfter(birthDate: string, day: Span): boolean {
  const born = parseDate(birthDate)
  return born !== null && born.lo > day.hi
}

/** Whether two birth dates cannot be one, however exactly each is known; of one that is not known nobody can tell. */
export function birthsConflict(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((date) => (date === null ? null : parseDate(date)))
  return a != null && b != null && (a.hi < b.lo || b.hi < a.lo)
}

/** Whether something stands with the person, and was not answered at a visit or in a form. */
export const isKeptWithThem = ({ provenance }: Chart['observations'][number]): boolean =>
  provenance.source.startsWith('Patient/')
