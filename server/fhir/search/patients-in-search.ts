import type { RecordView, Where } from '@facialis/record'
import type { Criterion } from './criterion.ts'
import type { SearchRequest } from './search-request.ts'

/**
 * Ids of people that a search names, however far inside: `subject=Patient/1`, `Patient?_id=1`, `encounter.patient=1`,
 * `_has:Observation:performer:patient=1`. A count alone tells of them, too.
 */
export const patientIdsIn = ({ type, criteria }: Pick<SearchRequest, 'type' | 'criteria'>): readonly string[] =>
  criteria.flatMap((criterion) => namedIn(type, criterion))

function namedIn(type: string, criterion: Criterion): readonly string[] {
  if ('where' in criterion) return namedWhere(type, criterion.where)
  if ('from' in criterion) return patientIdsIn({ type: criterion.from, criteria: criterion.criteria })
  return criterion.to.flatMap(patientIdsIn)
}

function namedWhere(type: string, where: Where): readonly string[] {
  if ('ids' in where) return type === 'Patient' ? where.ids : []
  if ('anyOf' in where) return where.anyOf.flatMap(personIn)
  if ('value' in where) return personIn(where.value)
  if ('not' in where) return namedWhere(type, where.not)
  const inside = 'all' in where ? where.all : 'any' in where ? where.any : []
  return inside.flatMap((one) => namedWhere(type, one))
}

const personShape = /(?:^|\/)Patient\/([^/]+)$/
const personIn = (value: string): readonly string[] => personShape.exec(value)?.slice(1) ?? []

/** The ids that exist or existed. Any other text in the place of an id is kept nowhere: it may be somebody's name. */
export const existingAmong = async (
  ids: readonly string[],
  { everExisted }: Pick<RecordView, 'everExisted'>,
): Promise<readonly string[]> => [...(await everExisted('Patient', [...new Set(ids)]))]
