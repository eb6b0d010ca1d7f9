import type { RecordContext } from '../core/record-context.ts'
import type { SearchFilter } from './search-query.ts'
import type { Sort } from './sort-keys.ts'
import { areFew, isOfSlices, type Slice } from './where.ts'

/**
 * Whether all that is asked for is gone through slice by slice, so that others are served in between: of a long list without
 * a condition that few fulfil. What is written meanwhile is heard of by whoever asks for a point of the record, and only then.
 */
export async function goesInSlices(
  context: RecordContext,
  asked: SearchFilter,
  sorts: readonly Sort[] = [],
): Promise<boolean> {
  const { type, patientId, where = [], asOf } = asked
  const { batchSize: most } = context
  if (!Number.isFinite(most) || patientId !== undefined || asOf === undefined) return false
  const isSliced =
    sorts.every(({ by }) => by === 'written' || context.isOrdered(type, by.name)) &&
    where.every((one) => isOfSlices(context, type, one))
  if (!isSliced) return false
  for (const one of where) if (await areFew(context, { type, most }, one)) return false
  return (await endOf(context, { type, by: 'number', above: 0 })) !== null
}

/** All of a type as it is now, some at a time, in no order that anybody asks for. Others have their turn in between. */
export async function* slicesByNumber(context: RecordContext, type: string): AsyncGenerator<Slice> {
  for (let above = 0; ; await turnOfOthers()) {
    const last = await endOf(context, { type, by: 'number', above })
    const upTo = last === null ? null : Number(last.number)
    yield { by: 'number', above, upTo }
    if (upTo === null) return
    above = upTo
  }
}

/** The same in the order of ids, from one on. */
export async function* slicesById(context: RecordContext, type: string, after: string): AsyncGenerator<Slice> {
  for (let above = after; ; await turnOfOthers()) {
    const last = await endOf(context, { type, by: 'id', above })
    const upTo = last === null ? null : last.id
    yield { by: 'id', above, upTo }
    if (upTo === null) return
    above = upTo
  }
}

const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve))

type Beginning = Readonly<{ type: string; by: 'number' | 'id'; above: number | string }>

/** What a slice ends with; null where less than a slice is left. */
async function endOf({ db, tenantId, batchSize }: RecordContext, { type, by, above }: Beginning) {
  const last = await db
    .selectFrom('resource_current')
    .select(['number', 'id'])
    .where('tenant_id', '=', tenantId)
    .where('type', '=', type)
    .where(by, '>', above)
    .orderBy(by)
    .offset(batchSize - 1)
    .limit(1)
    .executeTakeFirst()
  return last ?? null
}
