import type { Where } from '@facialis/record'
import { parametersOf } from '../../search-indexing/parameters.ts'
import { keptUnder } from '../../search-indexing/values.ts'
import type { Criterion } from './criterion.ts'
import type { SearchRequest } from './search-request.ts'

/** Members that hold references on which it hangs what a search finds, with their type: `Observation.derivedFrom`. */
export const referencePathsOf = ({ type, criteria }: Pick<SearchRequest, 'type' | 'criteria'>): readonly string[] =>
  criteria.flatMap((criterion) => readBy(type, criterion))

function readBy(type: string, criterion: Criterion): readonly string[] {
  if ('where' in criterion) return readWhere(type, criterion.where)
  if ('from' in criterion) {
    const { from, by, criteria } = criterion
    return [...by.paths.map((path) => `${from}.${path}`), ...referencePathsOf({ type: from, criteria })]
  }
  return [...criterion.through.paths.map((path) => `${type}.${path}`), ...criterion.to.flatMap(referencePathsOf)]
}

function readWhere(type: string, where: Where): readonly string[] {
  if ('not' in where) return readWhere(type, where.not)
  const inside = 'all' in where ? where.all : 'any' in where ? where.any : []
  const own = (parametersOf[type] ?? []).filter(
    (one) => one.kind === 'reference' && 'name' in where && keptUnder(one).values === where.name,
  )
  return [
    ...own.flatMap(({ paths }) => paths.map((path) => `${type}.${path}`)),
    ...inside.flatMap((one) => readWhere(type, one)),
  ]
}
