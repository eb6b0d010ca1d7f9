import type { Resource } from '@facialis/record'
import { notFound, type Result, refuse } from '../../core/refusal.ts'
import { compartmentTypes } from './compartment.ts'
import { type SearchContext, search } from './search.ts'
import type { Pairs } from './search-request.ts'
import { wholeCompartment } from './whole-compartment.ts'

type Compartment = Readonly<{ compartment: string; id: string; type: string }>

const none = (sentence: string, where: string) =>
  refuse(404, 'not-in-compartment', sentence, { where: `http.${where}` })

/**
 * `Patient/[id]/[type]?…`, and of all types `Patient/[id]/*?…`: the search among what is in the compartment of a patient,
 * with everything that a search minds and tells. What was typed is not repeated: it may be somebody's name.
 */
export async function searchIn(
  { compartment, id, type }: Compartment,
  pairs: Pairs,
  searching: SearchContext,
): Promise<Result<Resource>> {
  if (compartment !== 'Patient') return none('Only a Patient has a compartment here.', 'compartment')
  const isWhole = type === '*'
  if (!isWhole && !compartmentTypes.includes(type))
    return none('Nothing of this type is in the compartment of a patient here.', 'type')
  // Who is not here and who may not be seen are answered alike, and before anything that was asked of them.
  if (!(await searching.clinic.record.read('Patient', id)).ok) return notFound()
  return isWhole ? wholeCompartment(id, pairs, searching) : search(type, pairs, searching, id)
}
