import type { Where } from '@facialis/record'
import { parametersOf } from '../../search-indexing/parameters.ts'
import { keptUnder } from '../../search-indexing/values.ts'
import type { Criterion } from './criterion.ts'
import type { SearchRequest } from './search-request.ts'

export type Searched = Pick<SearchRequest, 'type' | 'criteria'>
/** Maps a reference in a search to the one that replaces it. */
export type Instead = (reference: string) => string

/** The criteria of a search with every reference mapped, at any depth. */
export const mapReferences = ({ type, criteria }: Searched, instead: Instead): readonly Criterion[] =>
  criteria.map((criterion) => {
    if ('where' in criterion) return { where: insideWhere(type, criterion.where, instead) }
    if ('from' in criterion)
      return { ...criterion, criteria: mapReferences({ type: criterion.from, criteria: criterion.criteria }, instead) }
    return { ...criterion, to: criterion.to.map((one) => ({ ...one, criteria: mapReferences(one, instead) })) }
  })

function insideWhere(type: string, where: Where, instead: Instead): Where {
  if ('not' in where) return { not: insideWhere(type, where.not, instead) }
  if ('all' in where) return { all: where.all.map((one) => insideWhere(type, one, instead)) }
  if ('any' in where) return { any: where.any.map((one) => insideWhere(type, one, instead)) }
  const isReference = (name: string) =>
    (parametersOf[type] ?? []).some((one) => one.kind === 'reference' && keptUnder(one).values === name)
  return 'anyOf' in where && isReference(where.name) ? { ...where, anyOf: where.anyOf.map(instead) } : where
}
