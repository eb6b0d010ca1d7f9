import type { Where } from '@facialis/record'
import { ok, type Result, refuse } from '../../problem.ts'
import { keptUnder } from '../index-values.ts'
import { parametersOf } from '../parameters.ts'
import type { Asked, Criterion } from '../search-asked.ts'

/** What each fullUrl of a bundle names: `Patient/1`. */
export type Places = ReadonlyMap<string, string>

type Searched = Pick<Asked, 'type' | 'criteria'>
/** A reference as a condition writes it, as the resource it means. */
type Instead = (reference: string) => string

/** References that the conditions of a search are about, however far inside. */
export function referencesIn(asked: Searched): readonly string[] {
  const found: string[] = []
  inside(asked, (reference) => {
    found.push(reference)
    return reference
  })
  return found
}

/**
 * The same search, about the resources that the entries of the bundle became. What names no entry, or is a search itself, would
 * find nothing and look as if nothing were there: it is refused.
 */
export function aboutEntries(asked: Asked, places: Places, where: string): Result<Asked> {
  for (const reference of referencesIn(asked)) {
    if (places.has(reference)) continue
    if (/^urn:(uuid|oid):/.test(reference))
      return refuse(422, 'unresolved', `No entry of the bundle has the fullUrl ${JSON.stringify(reference)}.`, {
        where,
      })
    if (reference.includes('?'))
      return refuse(
        422,
        'unresolved',
        'A condition holds no other search: write a chain, such as subject:Patient.identifier=….',
        {
          where,
        },
      )
  }
  return ok({ ...asked, criteria: inside(asked, (reference) => places.get(reference) ?? reference) })
}

const inside = ({ type, criteria }: Searched, instead: Instead): readonly Criterion[] =>
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
