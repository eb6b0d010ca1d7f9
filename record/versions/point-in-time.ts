import { chunksOf } from '../core/chunks.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Present, Version } from '../core/resource.ts'
import { asVersion, isPresent, versionColumns } from './version-rows.ts'

/** Too much was written since the requested state: the search has to start again. */
export type SnapshotExpired = 'moved-on'

const mostMoved = 10_000

/**
 * What of a type was there at an earlier point and has been written since, as it was then. The address book and the index
 * know the present only; together with this they know the past, at a cost that grows with what was written meanwhile.
 */
export async function changedSince(
  context: RecordContext,
  { type, asOf }: { readonly type: string; readonly asOf?: number },
): Promise<readonly Present[] | SnapshotExpired> {
  if (asOf === undefined) return []
  const { db, tenantId } = context
  const moved = await db
    .selectFrom('resource_version')
    .select('id')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('type', '=', type)
    .where('seq', '>', asOf)
    .limit(mostMoved + 1)
    .execute()
  if (moved.length > mostMoved) return 'moved-on'
  const then = await versionsAt(
    context,
    type,
    moved.map(({ id }) => id),
    asOf,
  )
  return then.filter(isPresent)
}

/** The number of what was last written of a type; 0 when nothing ever was. */
export async function newestOf({ db, tenantId }: RecordContext, type: string): Promise<number> {
  const row = await db
    .selectFrom('resource_current')
    .select((column) => column.fn.max('number').as('number'))
    .where('tenant_id', '=', tenantId)
    .where('type', '=', type)
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}

/** Each of these as it was at a point of the record, tombstones included; what was not there yet is left out. */
export async function versionsAt(
  { db, tenantId }: RecordContext,
  type: string,
  ids: readonly string[],
  asOf: number,
): Promise<readonly Version[]> {
  const found: Version[] = []
  for (const some of chunksOf(ids)) {
    const rows = await db
      .selectFrom('resource_version as v')
      .innerJoin(
        (inner) =>
          inner
            .selectFrom('resource_version')
            .select((column) => ['id', column.fn.max('version').as('version')])
            .where('tenant_id', '=', tenantId)
            .where('type', '=', type)
            .where('id', 'in', some)
            .where('seq', '<=', asOf)
            .groupBy('id')
            .as('newest'),
        (join) => join.onRef('newest.id', '=', 'v.id').onRef('newest.version', '=', 'v.version'),
      )
      .select(versionColumns)
      .where('v.tenant_id', '=', tenantId)
      .where('v.type', '=', type)
      .where('v.id', 'in', some)
      .execute()
    found.push(...rows.map(asVersion))
  }
  return found
}

export type HistoryQuery = {
  readonly types: readonly string[]
  /** One resource; default: all of these types. */
  readonly id?: string
  readonly asOf: number
  /** Written at this instant or later. */
  readonly since?: string
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string
}

export type HistoryPage = { readonly versions: readonly Version[]; readonly next: string | null }

/** Every version of some types, or of one resource, up to a point, the newest first. */
export async function versionsOf({ db, tenantId }: RecordContext, asked: HistoryQuery): Promise<HistoryPage> {
  let query = db
    .selectFrom('resource_version as v')
    .select([...versionColumns, 'v.seq'])
    .where('v.tenant_id', '=', tenantId)
    .where('v.type', 'in', asked.types)
    .where('v.seq', '<=', asked.asOf)
    .orderBy('v.seq', 'desc')
    .orderBy('v.type', 'desc')
    .orderBy('v.id', 'desc')
    .limit(asked.limit + 1)
  if (asked.id !== undefined) query = query.where('v.id', '=', asked.id)
  if (asked.since !== undefined) query = query.where('v.last_updated', '>=', asked.since)
  if (asked.after !== undefined) {
    const [first = '', type = '', ...id] = asked.after.split('.')
    // A cursor we did not write finds nothing: what is no number no database compares with one.
    const seq = Number.isSafeInteger(Number(first)) ? Number(first) : 0
    query = query.where((is) =>
      is.or([
        is('v.seq', '<', seq),
        is.and([is('v.seq', '=', seq), is('v.type', '<', type)]),
        is.and([is('v.seq', '=', seq), is('v.type', '=', type), is('v.id', '<', id.join('.'))]),
      ]),
    )
  }
  const rows = await query.execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    versions: page.map(asVersion),
    next: rows.length > asked.limit && last ? `${last.seq}.${last.type}.${last.id}` : null,
  }
}
