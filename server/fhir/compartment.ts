import type { Resource } from '@facialis/record'
import { nothingHere, type Result } from '../problem.ts'
import { type Searching, search } from './search.ts'
import { type Pairs, parameterOf } from './search-asked.ts'
import { isServed } from './served.ts'

type Compartment = Readonly<{ compartment: string; id: string; type: string }>

/**
 * `Patient/[id]/[type]?…`: the search of the type by whose it is, with everything that search minds and tells. Of who is not
 * here nothing is searched, nor of a type that is nobody's.
 */
export async function searchOf(
  { compartment, id, type }: Compartment,
  pairs: Pairs,
  searching: Searching,
): Promise<Result<Resource>> {
  const by = ownedBy(type)
  if (compartment !== 'Patient' || by === null) return nothingHere()
  if (!(await searching.clinic.record.read('Patient', id)).ok) return nothingHere()
  return search(type, [[by, `Patient/${id}`], ...pairs], searching)
}

/** By what somebody's own of a type is found; null: it is nobody's. */
const ownedBy = (type: string): string | null =>
  isServed(type)
    ? (['patient', 'member'].find((name) => parameterOf(type, name)?.targets?.includes('Patient')) ?? null)
    : null
