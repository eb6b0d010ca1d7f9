import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Ground } from '../ground/ground.ts'
import type { Present } from '../ground/resource.ts'
import type { Sort } from './order.ts'
import { type Aliased, condition, type Held, holds, type Slice, type Where } from './where.ts'

export type Question = {
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
/** The same of the record as it was once this audit event was written: what was written later is not seen. */
export type QuestionThen = Omit<Question, 'order'> & { readonly order?: readonly Sort[]; readonly asOf: number }

/** One page. `next` is null on the last. */
export type Found = { readonly resources: readonly Present[]; readonly next: string | null }

/** Which are meant, in whatever order. */
export type Asked = Pick<Question, 'type' | 'patientId' | 'where'> & { readonly asOf?: number }

/** In a slice, or all of them. */
export function matches(
  ground: Ground,
  { type, patientId, where = [], asOf }: Asked,
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
    ...where.map((one) => condition(ground, among, one)),
  ])
}

const heldOf = ({ index }: Ground, { id, lastUpdated, resource }: Present): Held => ({
  id,
  lastUpdated,
  values: index(resource),
})

export function fits(ground: Ground, { patientId, where = [] }: Asked, one: Present): boolean {
  if (patientId !== undefined && one.patientId !== patientId) return false
  if (where.length === 0) return true
  const held = heldOf(ground, one)
  return where.every((each) => holds(each, held))
}

export const narrows = ({ patientId, where = [] }: Asked): boolean => patientId === undefined && where.some(isNarrow)

/** Whether few have what is asked for, as far as one can tell without looking. */
function isNarrow(where: Where): boolean {
  if ('all' in where) return where.all.some(isNarrow)
  if ('any' in where) return where.any.every((one) => 'ids' in one || isNarrow(one))
  return 'name' in where
}
