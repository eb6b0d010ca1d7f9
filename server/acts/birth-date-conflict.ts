import { birthFacts } from '@facialis/fhir'
import { member } from '@facialis/fhir/json/json.ts'
import { type Chart, dateWords, formatSpan, isWithin, type Pathway } from '@facialis/language'
import { type Refusal, refuse } from '../core/refusal.ts'
import { isKeptWithThem } from '../patient/birth.ts'

/**
 * The refusal of a birth date that is not the one which stands with the person, or a more exact one, and of one that is said
 * not to be known: ages would be counted from it, or from none, and the other would go on being read aloud, and looked for.
 */
export function birthDateConflict(
  before: Pick<Chart, 'observations'>,
  stated: Pick<Chart, 'observations'>,
  pathway: Pathway,
): Refusal | null {
  const births = birthFacts(pathway)
  const known = before.observations.find((one) => births.has(one.fact) && isKeptWithThem(one))?.value
  if (known === undefined || !('date' in known)) return null
  const { date: kept } = known
  for (const { fact, value } of stated.observations) {
    if (!births.has(fact)) continue
    if ('date' in value && isWithin(value.date, kept)) continue
    const sentence = `The birth date on record is ${dateWords(formatSpan(kept))}. Where that is wrong, correct it on the overview, under “Name and birth date”.`
    return refuse(409, 'born-otherwise', sentence, { where: member('facts', fact) })
  }
  return null
}
