import type { Where } from '@facialis/record'
import { parametersOf } from '../../indexed/parameters.ts'
import { keptUnder } from '../../indexed/values.ts'
import type { Asked } from './asked.ts'
import type { Criterion } from './criterion.ts'

export type Searched = Pick<Asked, 'type' | 'criteria'>
/** A reference as a search writes it, as the resource it means. */
export type Instead = (reference: string) => string

/** The conditions of a search, however far inside, about other references. */
export const inside = ({ type, criteria }: Searched, instead: Instead): readonly Criterion[] =>
  criteria.map((criterion) => {
    if ('where' in criterion) return { where: insideWhere(type, criterion.where, instead) }
    if ('from' in criterion)
      return { ...criterion, criteria: inside({ type: criterion.from, criteria: criterion.criteria }, instead) }
    return { ...criterion, to: criterion.to.map((one) => ({ ...one, criteria: inside(one, instead) })) }
  })

function insideWhere(type: string, where: Where, instead: Instead): Where {
  if ('not' in where) return { not: insideWhere(type, where.not, instead) }
  if ('all' in where) return { all: where.all.map((one) => insideWhere(type, one, instead)) }
  if ('any' in where) return { any: where.any.map((one) => insideWhere(type, one, instead)) }
  const isReference = (name: string) =>
    (parametersOf[type] ?? []).some((one) => one.kind === 'reference' && keptUnder(one).values === name)
  return 'anyOf' in where && isReference(where.name) ? { ...where, anyOf: where.anyOf.map(instead) } : where
}
