import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { RecordContext } from '../core/record-context.ts'
import type { Present } from '../core/resource.ts'
import type { Sort } from './sort-keys.ts'
import { type Aliased, condition, type Held, holds, type Slice, type Where } from './where.ts'

export type SearchQuery = {
  readonly type: string
  readonly patientId?: string
  /** All must hold. */
  readonly where?: readonly Where[]
  /** By id (default), the most recently written first, or by values; ties are settled by id. */
  readonly order?: 'id' | 'newest' | readonly Sort[]
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string
}
/** A query of an earlier state of the record: after audit event `asOf` and before any later write. */
export type SearchQueryAsOf = Omit<SearchQuery, 'order'> & { readonly order?: readonly Sort[]; readonly asOf: number }

/** One page. `next` is null on the last. */
export type SearchPage = { readonly resources: readonly Present[]; readonly next: string | null }

/** What a query selects, without order and page. */
export type SearchFilter = Pick<SearchQuery, 'type' | 'patientId' | 'where'> & { readonly asOf?: number }

/** The SQL condition of a filter, within one slice or over all resources. */
export function matches(
  context: RecordContext,
  { type, patientId, where = [], asOf }: SearchFilter,
  slice?: Slice,
): Expression<SqlBool> {
  const is = expressionBuilder<Aliased, 'c' | 'v'>()
  const among = { type, ...(patientId === undefined ? {} : { patientId }), ...(slice === undefined ? {} : { slice }) }
  return is.and([
    is('c.type', '=', type),
    is('c.deleted', '=', 0),
    ...(patientId === undefined ? [] : [is('c.patient_id', '=', patientId)]),
    ...(slice === undefined ? [] : [is(`c.${slice.by}`, '>', slice.above)]),
    ...(slice === undefined || slice.upTo === null ? [] : [is(`c.${slice.by}`, '<=', slice.upTo)]),
    ...(asOf === undefined ? [] : [is('c.seq', '<=', asOf)]),
    ...where.map((one) => condition(context, among, one)),
  ])
}

const heldOf = ({ index }: RecordContext, { id, lastUpdated, resource }: Present): Held => ({
  id,
  lastUpdated,
  values: index(resource),
})

export function fits(context: RecordContext, { patientId, where = [] }: SearchFilter, one: Present): boolean {
  if (patientId !== undefined && one.patientId !== patientId) return false
  if (where.length === 0) return true
  const held = heldOf(context, one)
  return where.every((each) => holds(each, held))
}

export const isSelective = ({ patientId, where = [] }: SearchFilter): boolean =>
  patientId === undefined && where.some(isSelectiveCondition)

/** Whether a condition probably selects few resources. */
function isSelectiveCondition(where: Where): boolean {
  if ('all' in where) return where.all.some(isSelectiveCondition)
  if ('any' in where) return where.any.every((one) => 'ids' in one || isSelectiveCondition(one))
  return 'name' in where
}
