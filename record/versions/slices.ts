import type { Ground } from '../ground/ground.ts'
import type { Sort } from './order.ts'
import type { Asked } from './question.ts'
import { areFew, isOfSlices, type Slice } from './where.ts'

/**
 * Whether all that is asked for is gone through slice by slice, so that others are served in between: of a long list without
 * a condition that few fulfil. What is written meanwhile is heard of by whoever asks for a point of the record, and only then.
 */
export async function goesInSlices(ground: Ground, asked: Asked, sorts: readonly Sort[] = []): Promise<boolean> {
  const { type, patientId, where = [], asOf } = asked
  const { atOnce: most } = ground
  if (!Number.isFinite(most) || patientId !== undefined || asOf === undefined) return false
  const isSliced =
    sorts.every(({ by }) => by === 'written' || ground.isOrdered(type, by.name)) &&
    where.every((one) => isOfSlices(ground, type, one))
  if (!isSliced || (await endOf(ground, type, 0)) === null) return false
  for (const one of where) if (await areFew(ground, { type, most }, one)) return false
  return true
}

/** All of a type as it is now, some at a time, in no order that anybody asks for. Others have their turn in between. */
export async function* slicesOf(ground: Ground, type: string): AsyncGenerator<Slice> {
  for (let above = 0; ; ) {
    const end = await endOf(ground, type, above)
    yield { above, upTo: end ?? Number.MAX_SAFE_INTEGER }
    if (end === null) return
    above = end
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Where a slice ends that begins above a number; null where less than a slice is left. */
async function endOf({ db, tenantId, atOnce }: Ground, type: string, above: number): Promise<number | null> {
  const last = await db
    .selectFrom('resource_current')
    .select('number')
    .where('tenant_id', '=', tenantId)
    .where('type', '=', type)
    .where('number', '>', above)
    .orderBy('number')
    .offset(atOnce - 1)
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? null : Number(last.number)
}
