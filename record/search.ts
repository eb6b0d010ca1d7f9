import { sha256 } from './canonical.ts'
import type { Ground } from './ground.ts'
import type { Present } from './resource.ts'
import { asVersion, currentVersions, isPresent } from './version-rows.ts'

/** One condition on the values that `index` extracted. Text is compared as it stands: dates only when they share a shape. */
export type Where =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly anyOf: readonly string[] }
  /** `from` is included, `to` is not. */
  | { readonly name: string; readonly from?: string; readonly to?: string }

export type Question = {
  readonly type: string
  readonly patientId?: string
  /** All must hold. */
  readonly where?: readonly Where[]
  /** By id (default), or the most recently written first. */
  readonly order?: 'id' | 'newest'
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string
}

/** One page. `next` is null on the last. */
export type Found = { readonly resources: readonly Present[]; readonly next: string | null }

const longestValue = 400

/** A value as the index holds it: database keys have a length limit, so a long one is kept as its hash. */
export const indexed = (value: string): string =>
  value.length <= longestValue ? value : `${value.slice(0, 100)}#${sha256(value)}`

/** One page of current resources. The cursor names a place in the order, so a page never repeats or skips what stayed put. */
export async function search(ground: Ground, asked: Question): Promise<Found> {
  // "One of none" holds for nothing, and an empty list is not SQL everywhere.
  if (asked.where?.some((one) => 'anyOf' in one && one.anyOf.length === 0)) return { resources: [], next: null }
  const newestFirst = asked.order === 'newest'
  let query = currentVersions(ground)
    .select('c.seq')
    .where('c.type', '=', asked.type)
    .where('c.deleted', '=', 0)
    .limit(asked.limit + 1)
  if (asked.patientId !== undefined) query = query.where('c.patient_id', '=', asked.patientId)
  for (const condition of asked.where ?? []) query = query.where('c.id', 'in', matching(ground, asked, condition))

  if (newestFirst) query = query.orderBy('c.seq', 'desc').orderBy('c.id', 'desc')
  else query = query.orderBy('c.id')
  if (asked.after !== undefined) {
    const place = readCursor(asked.after)
    query = newestFirst
      ? query.where((is) =>
          is.or([is('c.seq', '<', place.seq), is.and([is('c.seq', '=', place.seq), is('c.id', '<', place.id)])]),
        )
      : query.where('c.id', '>', place.id)
  }

  const rows = await query.execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    resources: page.map(asVersion).filter(isPresent),
    next: rows.length > asked.limit && last ? `${last.seq}.${last.id}` : null,
  }
}

function matching({ db, tenantId }: Ground, { type, patientId }: Question, condition: Where) {
  let ids = db
    .selectFrom('resource_index')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('type', '=', type)
    .where('name', '=', condition.name)
  if (patientId !== undefined) ids = ids.where('patient_id', '=', patientId)
  if ('value' in condition) return ids.where('value', '=', indexed(condition.value))
  if ('anyOf' in condition) return ids.where('value', 'in', condition.anyOf.map(indexed))
  if (condition.from !== undefined) ids = ids.where('value', '>=', condition.from)
  if (condition.to !== undefined) ids = ids.where('value', '<', condition.to)
  return ids
}

// A cursor we did not write finds the start of the order or nothing; it can never reach another tenant or type.
function readCursor(after: string): { seq: number; id: string } {
  const dot = after.indexOf('.')
  const seq = Number(after.slice(0, dot))
  return { seq: Number.isSafeInteger(seq) ? seq : 0, id: after.slice(dot + 1) }
}
