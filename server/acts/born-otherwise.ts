import { birthFacts } from '@facialis/fhir'
import { member } from '@facialis/fhir/json/json.ts'
import { type Chart, dateWords, type Pathway, parseDate } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { type Refusal, refuse } from '../ground/problem.ts'

/**
 * The refusal of a birth date that is not the one which stands with the person, or a more exact one: ages would be counted
 * from it, and the other would go on being read aloud, and looked for.
 */
export function bornOtherwise(
  { birthDate }: Resource,
  stated: Pick<Chart, 'observations'>,
  pathway: Pathway,
): Refusal | null {
  const kept = typeof birthDate === 'string' ? parseDate(birthDate) : null
  if (kept === null) return null
  const births = birthFacts(pathway)
  for (const { fact, value } of stated.observations) {
    if (!births.has(fact) || !('date' in value)) continue
    if (value.date.lo >= kept.lo && value.date.hi <= kept.hi) continue
    const sentence = `The birth date on record is ${dateWords(String(birthDate))}. Where that is wrong, correct it on the overview, under “Name and birth date”.`
    return refuse(409, 'born-otherwise', sentence, { where: member('facts', fact) })
  }
  return null
}
