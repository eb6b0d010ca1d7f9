import { expressionBuilder, sql } from 'kysely'
import type { RecordContext } from '../core/record-context.ts'
import { changedSince, type SnapshotExpired } from './point-in-time.ts'
import { fits, isSelective, matches, type SearchFilter, type SearchPage, type SearchQuery } from './search-query.ts'
import { goesInSlices, slicesById, slicesByNumber } from './slices.ts'
import {
  comparePlaces,
  cursorAt,
  directionsOf,
  keysOf,
  type Place,
  placeOf,
  placeOfCursor,
  type Sort,
  withKeys,
} from './sort-keys.ts'
import { asVersion, currentAddresses, isPresent, textsOf } from './version-rows.ts'
import type { Aliased, Slice } from './where.ts'

type Ordered = SearchFilter & Pick<SearchQuery, 'limit'> & Readonly<{ sorts: readonly Sort[]; after: Place | null }>

/** One page of a query, sorted by its keys. */
export async function sortedPage(
  context: RecordContext,
  question: SearchFilter & SearchQuery,
  sorts: readonly Sort[],
): Promise<SearchPage | SnapshotExpired> {
  const after = question.after === undefined ? null : placeOfCursor(question.after, sorts.length + 1)
  const asked: Ordered = { ...question, sorts, after }
  const numbers = await numbersInSlices(context, asked)
  const found = firstOf(context, asked, numbers === null ? {} : { numbers })
  const now = (await inTheirOrder(textsOf(context, found), sorts).execute()).map(asVersion).filter(isPresent)
  // Asked second: what is written between the two questions is then in both answers, as it was, and counts once.
  const moved = await changedSince(context, asked)
  if (moved === 'moved-on') return moved
  const known = new Set(now.map(({ id }) => id))
  const compare = comparePlaces(directionsOf(sorts))
  const placed = (one: (typeof now)[number]) => ({ one, place: placeOf(context, one, sorts) })
  const then = moved
    .filter((one) => !known.has(one.id) && fits(context, asked, one))
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
    next: all.length > asked.limit && last ? cursorAt(placeOf(context, last, sorts)) : null,
  }
}

/** The first of what is there now, and one more, slice by slice; null where one look at everything does as well. */
async function numbersInSlices(context: RecordContext, asked: Ordered): Promise<readonly number[] | null> {
  const { type, sorts, after, where = [], limit } = asked
  // By ids alone the first are found at once.
  const isSliced = sorts.length + where.length > 0 && (await goesInSlices(context, asked, sorts))
  if (!isSliced) return null
  const found: { number: number; place: Place }[] = []
  const compare = comparePlaces(directionsOf(sorts))
  const slices = sorts.length > 0 ? slicesByNumber(context, type) : slicesById(context, type, after?.[0] ?? '')
  for await (const slice of slices) {
    for (const row of await firstOf(context, asked, { slice }).execute())
      found.push({ number: Number(row.number), place: [...sorts.map((_, at) => row[keyName(at)] ?? ''), row.id] })
    found.sort((a, b) => compare(a.place, b.place)).splice(limit + 1)
    if (slice.by === 'id' && found.length > limit) break
  }
  return found.map(({ number }) => number)
}

/** Among all, or in a slice; or just those of these numbers, which have been found already. */
type Among = Readonly<{ slice?: Slice; numbers?: readonly number[] }>

function firstOf(context: RecordContext, asked: Ordered, { slice, numbers }: Among = {}) {
  const { type, sorts, after, limit } = asked
  const is = expressionBuilder<Aliased, 'c' | 'v'>()
  // In the order of ids a database would rather walk through everything of a type than look for the few with a value.
  const isFree = slice?.by === 'id' || (slice === undefined && numbers === undefined && !isSelective(asked))
  const values = keysOf(context, type, sorts)
  const keys = [...values, isFree ? is.ref('c.id') : sql<string>`c.id || ''`]
  const downs = directionsOf(sorts)
  let query = withKeys(currentAddresses(context), context, { type, sorts })
    .select(values.map((key, at) => key.as(keyName(at))))
    .where(numbers === undefined ? matches(context, asked, slice) : isOneOf(type, numbers))
    .limit(limit + 1)
  // By their names, as what a key is is then looked up once.
  for (const at of values.keys()) query = query.orderBy(sql.ref(keyName(at)), downs[at] ? 'desc' : 'asc')
  query = query.orderBy(keys[values.length] as (typeof keys)[number])
  if (after === null || numbers !== undefined) return query
  const beyond = keys.map((key, at) =>
    is.and([
      ...keys.slice(0, at).map((earlier, before) => is(earlier, '=', after[before] as string)),
      is(key, downs[at] ? '<' : '>', after[at] as string),
    ]),
  )
  return query.where(is.or(beyond))
}

function isOneOf(type: string, numbers: readonly number[]) {
  const is = expressionBuilder<Aliased, 'c' | 'v'>()
  return numbers.length === 0 ? is.or([]) : is.and([is('c.type', '=', type), is('c.number', 'in', numbers)])
}

const keyName = (at: number): `key${number}` => `key${at}`

/** What is joined to a list need not come in the order of the list. */
function inTheirOrder(texts: ReturnType<typeof textsOf>, sorts: readonly Sort[]) {
  let query = texts
  for (const [at, { descending = false }] of sorts.entries())
    query = query.orderBy(sql.ref(`found.${keyName(at)}`), descending ? 'desc' : 'asc')
  return query.orderBy('found.id')
}
