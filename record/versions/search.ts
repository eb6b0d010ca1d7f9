import { type AliasableExpression, type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Ground } from '../ground/ground.ts'
import type { Present } from '../ground/resource.ts'
import { changedSince, type MovedOn, newestOf } from './past.ts'
import { indexed, parameterNumber } from './search-values.ts'
import { asVersion, currentAddresses, currentVersions, isPresent, textsOf } from './version-rows.ts'
import { type Aliased, compareText, condition, type Held, holds, inOrder, type Where } from './where.ts'

/** The values that `index` extracted under a name, or `written`: when it was last written. What has none comes first. */
export type Sort = { readonly by: { readonly name: string } | 'written'; readonly descending?: boolean }

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

/** One page of current resources. The cursor names a place in the order, so a page never repeats or skips what stayed put. */
export async function search(ground: Ground, asked: Question): Promise<Found> {
  const { order } = asked
  if (order === 'newest') return newestFirst(ground, asked)
  const found = await ordered(ground, asked, order === undefined || order === 'id' ? [] : order)
  if (found === 'moved-on') throw new Error('The present does not move on')
  return found
}

/** The same of an earlier point of the record. */
export const searchThen = (ground: Ground, asked: QuestionThen): Promise<Found | MovedOn> =>
  ordered(ground, asked, asked.order ?? [])

const mostTries = 20

/** How many there are in all pages together. */
export async function count(ground: Ground, asked: Asked & { readonly asOf: number }): Promise<number | MovedOn> {
  // What is written between two questions would be counted in both answers, or in none: then they are asked again.
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await newestOf(ground, asked.type)
    const moved = await changedSince(ground, asked)
    if (moved === 'moved-on') return moved
    const { many } = await currentVersions(ground)
      .clearSelect()
      .select((column) => column.fn.countAll<number>().as('many'))
      .where(matches(ground, asked))
      .executeTakeFirstOrThrow()
    if ((await newestOf(ground, asked.type)) === before)
      return Number(many) + moved.filter((one) => fits(ground, asked, one)).length
  }
  return 'moved-on'
}

type Asked = Pick<Question, 'type' | 'patientId' | 'where'> & { readonly asOf?: number }

function matches(ground: Ground, { type, patientId, where = [], asOf }: Asked): Expression<SqlBool> {
  const is = expressionBuilder<Aliased, 'c' | 'v'>()
  const among = { type, ...(patientId === undefined ? {} : { patientId }) }
  return is.and([
    is('c.type', '=', type),
    is('c.deleted', '=', 0),
    ...(patientId === undefined ? [] : [is('c.patient_id', '=', patientId)]),
    ...(asOf === undefined ? [] : [is('c.seq', '<=', asOf)]),
    ...where.map((one) => condition(ground, among, one)),
  ])
}

const heldOf = ({ index }: Ground, { id, lastUpdated, resource }: Present): Held => ({
  id,
  lastUpdated,
  values: index(resource),
})

function fits(ground: Ground, { patientId, where = [] }: Asked, one: Present): boolean {
  if (patientId !== undefined && one.patientId !== patientId) return false
  if (where.length === 0) return true
  const held = heldOf(ground, one)
  return where.every((each) => holds(each, held))
}

async function newestFirst(ground: Ground, asked: Question): Promise<Found> {
  let query = currentVersions(ground)
    .select('c.number')
    .where(matches(ground, asked))
    .orderBy('c.number', 'desc')
    .limit(asked.limit + 1)
  if (asked.after !== undefined) query = query.where('c.number', '<', readCursor(asked.after))
  const rows = await query.execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    resources: page.map(asVersion).filter(isPresent),
    next: rows.length > asked.limit && last ? String(last.number) : null,
  }
}

// A cursor we did not write finds the start of the order or nothing; it can never reach another tenant or type.
function readCursor(after: string): number {
  const number = Number(after)
  return Number.isSafeInteger(number) ? number : 0
}

/** Where something stands in an order: its values, and last its id. */
type Place = readonly string[]
/** The column that holds one of them. */
const keyAt = (at: number): string => `place_${at}`

async function ordered(ground: Ground, asked: Asked & Question, sorts: readonly Sort[]): Promise<Found | MovedOn> {
  const after = asked.after === undefined ? null : readPlace(asked.after, sorts.length + 1)
  const is = expressionBuilder<Aliased, 'c' | 'v'>()
  // In the order of ids a database would rather walk through everything of a type than look for the few with a value.
  const id = narrows(asked) ? sql<string>`c.id || ''` : is.ref('c.id')
  const keys = [...sorts.map((sort, at) => keyOf(ground, asked.type, { ...sort, at })), id]
  const downs = [...sorts.map(({ descending = false }) => descending), false]

  let query = withKeys(currentAddresses(ground), ground, { type: asked.type, sorts })
    .where(matches(ground, asked))
    .limit(asked.limit + 1)
  for (const [at, key] of keys.entries())
    query = query.select(key.as(keyAt(at))).orderBy(sql.ref(keyAt(at)), downs[at] ? 'desc' : 'asc') as Addresses
  if (after !== null) {
    const beyond = keys.map((key, at) =>
      is.and([
        ...keys.slice(0, at).map((earlier, before) => is(earlier, '=', after[before] as string)),
        is(key, downs[at] ? '<' : '>', after[at] as string),
      ]),
    )
    query = query.where(is.or(beyond))
  }
  let texts = textsOf(ground, query)
  // What is looked up beside an order need not come in it.
  for (const [at, down] of downs.entries()) texts = texts.orderBy(sql.ref(`found.${keyAt(at)}`), down ? 'desc' : 'asc')
  const now = (await texts.execute()).map(asVersion).filter(isPresent)
  // Asked second: what is written between the two questions is then in both answers, as it was, and counts once.
  const moved = await changedSince(ground, asked)
  if (moved === 'moved-on') return moved
  const known = new Set(now.map(({ id }) => id))
  const compare = (a: Place, b: Place): number => {
    for (const [at, down] of downs.entries()) {
      const order = compareText(a[at] as string, b[at] as string)
      if (order !== 0) return down ? -order : order
    }
    return 0
  }
  const placed = (one: Present) => ({ one, place: placeOf(ground, one, sorts) })
  const then = moved
    .filter((one) => !known.has(one.id) && fits(ground, asked, one))
    .map(placed)
    .filter(({ place }) => after === null || compare(place, after) > 0)
  // The database gives what is there now in its order; only what was there then has to be put in between.
  const all =
    then.length === 0
      ? now
      : [...now.map(placed), ...then].sort((a, b) => compare(a.place, b.place)).map(({ one }) => one)
  const page = all.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    resources: page,
    next: all.length > asked.limit && last ? cursorAt(placeOf(ground, last, sorts)) : null,
  }
}

const narrows = ({ patientId, where = [] }: Asked): boolean => patientId === undefined && where.some(isNarrow)

/** Whether few have what is asked for, as far as one can tell without looking. */
function isNarrow(where: Where): boolean {
  if ('all' in where) return where.all.some(isNarrow)
  if ('any' in where) return where.any.every((one) => 'ids' in one || isNarrow(one))
  return 'name' in where
}

type Addresses = ReturnType<typeof currentAddresses>
type PlacedSort = Sort & { readonly at: number }

function keyOf(ground: Ground, type: string, { by, descending, at }: PlacedSort): AliasableExpression<string> {
  if (by === 'written') return sql.ref<string>('v.last_updated')
  if (!ground.isOrdered(type, by.name)) return sql<string>`coalesce(${sql.ref(`k${at}.key`)}, '')`
  const own = valuesBy(ground, type, { by, descending }).where(inOrder('k')).where(sql<boolean>`k.number = c.number`)
  return sql<string>`coalesce((${own}), '')`
}

/** What is in no order cannot be looked up one by one: it is gone through once, for all together. */
function withKeys(
  query: Addresses,
  ground: Ground,
  { type, sorts }: { type: string; sorts: readonly Sort[] },
): Addresses {
  let joined = query
  for (const [at, { by, descending }] of sorts.entries()) {
    if (by === 'written' || ground.isOrdered(type, by.name)) continue
    const keys = valuesBy(ground, type, { by, descending }).select('k.number').groupBy('k.number')
    const named = keys.as(`k${at}`)
    // Only `keyOf` knows of this table, by its place: for all else the query is the one it was.
    joined = joined.leftJoin(named, (join) =>
      join.on(sql<boolean>`${sql.ref(`k${at}.number`)} = c.number`),
    ) as Addresses
  }
  return joined
}

const valuesBy = (
  ground: Ground,
  type: string,
  { by, descending }: { by: { readonly name: string }; descending: boolean | undefined },
) =>
  ground.db
    .selectFrom('search_value as k')
    .select(({ fn }) => (descending ? fn.max('k.value') : fn.min('k.value')).as('key'))
    .where('k.tenant_id', '=', ground.tenantId)
    .where('k.parameter', '=', parameterNumber(ground, type, by.name))

function placeOf({ index }: Ground, { id, lastUpdated, resource }: Present, sorts: readonly Sort[]): Place {
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

const cursorAt = (place: Place): string => (place.length === 1 ? String(place[0]) : JSON.stringify(place))

/** A cursor we did not write finds the start of the order, or nothing. */
function readPlace(after: string, length: number): Place {
  if (length === 1) return [after]
  try {
    const read: unknown = JSON.parse(after)
    if (Array.isArray(read) && read.length === length && read.every((part) => typeof part === 'string')) return read
  } catch {
    // Not of ours: from the start.
  }
  return Array.from({ length }, () => '')
}
