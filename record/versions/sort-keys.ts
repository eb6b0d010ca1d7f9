import { type RawBuilder, sql } from 'kysely'
import type { RecordContext } from '../core/record-context.ts'
import type { Present } from '../core/resource.ts'
import { indexed, parameterNumber } from './search-values.ts'
import type { currentAddresses } from './version-rows.ts'
import { compareText, inOrder } from './where.ts'

/** The values that `index` extracted under a name, or `written`: when it was last written. What has none comes first. */
export type Sort = { readonly by: { readonly name: string } | 'written'; readonly descending?: boolean }

/** Where something stands in an order: its values, and last its id. */
export type Place = readonly string[]

export type Addresses = ReturnType<typeof currentAddresses>
type PlacedSort = Sort & { readonly at: number }

/** What a resource is put in order by, one after the other, without its id. */
export const keysOf = (context: RecordContext, type: string, sorts: readonly Sort[]): readonly RawBuilder<string>[] =>
  sorts.map((sort, at) => keyOf(context, type, { ...sort, at }))

function keyOf(context: RecordContext, type: string, { by, descending, at }: PlacedSort): RawBuilder<string> {
  if (by === 'written') return sql.ref<string>('v.last_updated')
  if (!context.isOrdered(type, by.name)) return sql<string>`coalesce(${sql.ref(`k${at}.key`)}, '')`
  const own = valuesBy(context, type, { by, descending }).where(inOrder('k')).where(sql<boolean>`k.number = c.number`)
  return sql<string>`coalesce((${own}), '')`
}

/** What `keysOf` looks at. What is in no order cannot be looked up one by one: it is gone through once, for all together. */
export function withKeys(
  query: Addresses,
  context: RecordContext,
  { type, sorts }: { type: string; sorts: readonly Sort[] },
): Addresses {
  let joined = query
  for (const [at, { by, descending }] of sorts.entries()) {
    if (by === 'written' || context.isOrdered(type, by.name)) continue
    const keys = valuesBy(context, type, { by, descending }).select('k.number').groupBy('k.number')
    const named = keys.as(`k${at}`)
    // Only `keyOf` knows of this table, by its place: for all else the query is the one it was.
    joined = joined.leftJoin(named, (join) =>
      join.on(sql<boolean>`${sql.ref(`k${at}.number`)} = c.number`),
    ) as Addresses
  }
  return joined
}

const valuesBy = (
  context: RecordContext,
  type: string,
  { by, descending }: { by: { readonly name: string }; descending: boolean | undefined },
) =>
  context.db
    .selectFrom('search_value as k')
    .select(({ fn }) => (descending ? fn.max('k.value') : fn.min('k.value')).as('key'))
    .where('k.tenant_id', '=', context.tenantId)
    .where('k.parameter', '=', parameterNumber(context, type, by.name))

export function placeOf(
  { index }: RecordContext,
  { id, lastUpdated, resource }: Present,
  sorts: readonly Sort[],
): Place {
  // To find the values of a resource takes longer than to read it.
  const values = sorts.some(({ by }) => by !== 'written') ? index(resource) : []
  const keys = sorts.map(({ by, descending }) => {
    if (by === 'written') return lastUpdated
    const own = values
      .filter(({ name }) => name === by.name)
      .map(({ value }) => indexed(value))
      .sort(compareText)
    return (descending ? own.at(-1) : own[0]) ?? ''
  })
  return [...keys, id]
}

/** How two places of one order stand to each other. */
export const comparePlaces =
  (downs: readonly boolean[]) =>
  (a: Place, b: Place): number => {
    for (const [at, down] of downs.entries()) {
      const order = compareText(a[at] as string, b[at] as string)
      if (order !== 0) return down ? -order : order
    }
    return 0
  }

/** Which way each part of a place goes; ids go up. */
export const directionsOf = (sorts: readonly Sort[]): readonly boolean[] => [
  ...sorts.map(({ descending = false }) => descending),
  false,
]

export const cursorAt = (place: Place): string => (place.length === 1 ? String(place[0]) : JSON.stringify(place))

/** A cursor we did not write finds the start of the order, or nothing. */
export function placeOfCursor(after: string, length: number): Place {
  if (length === 1) return [after]
  try {
    const read: unknown = JSON.parse(after)
    if (Array.isArray(read) && read.length === length && read.every((part) => typeof part === 'string')) return read
  } catch {
    // Not of ours: from the start.
  }
  return Array.from({ length }, () => '')
}
