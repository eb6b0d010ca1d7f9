import { birthFacts, whyNotOn } from '@facialis/fhir'
import { parseDate } from '@facialis/language'
import type { Ground } from '../ground/ground.ts'
import { type Refusal, refuse } from '../ground/problem.ts'
import { dayNumber } from '../ground/site-day.ts'

/** The refusal of a day on which nobody of our patients was born; null when somebody may have been, or it is not known. */
export function refusedBirth(
  { pathway, today }: Pick<Ground, 'pathway' | 'today'>,
  date: string | null,
  where: string,
): Refusal | null {
  if (date === null) return null
  const day = parseDate(date)
  if (day === null) return refuse(422, 'bad-date', 'The birth date is no day, month or year.', { where })
  const births = birthFacts(pathway)
  for (const fact of pathway.facts) {
    const why = fact.type === 'date' && births.has(fact.id) ? whyNotOn(fact, day, { today: dayNumber(today()) }) : null
    if (why !== null) return refuse(422, 'bad-date', why, { where })
  }
  return null
}
