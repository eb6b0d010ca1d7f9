import { type Expression, expressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { IndexValue, RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'
import { indexed, parameterNumber } from './search-values.ts'

/** One condition on the values that `index` extracted. Text is compared as it stands: dates only when they share a shape. */
export type Where =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly anyOf: readonly string[] }
  /** `from` is included, `to` is not. */
  | { readonly name: string; readonly from?: string; readonly to?: string }
  /** One of these ids. */
  | { readonly ids: readonly string[] }
  /** When it was last written, as an instant; `to` is not included. */
  | { readonly written: { readonly from?: string; readonly to?: string } }
  | { readonly all: readonly Where[] }
  | { readonly any: readonly Where[] }
  | { readonly not: Where }

export type Aliased = Schema & { c: Schema['resource_current']; v: Schema['resource_version'] }
/** A part of all that is there: above the one number, or id, up to the other, or to the end. */
export type Slice =
  | { readonly by: 'number'; readonly above: number; readonly upTo: number | null }
  | { readonly by: 'id'; readonly above: string; readonly upTo: string | null }
/** Of what a condition is asked: a type, or what of it is one person's, or in a slice. */
export type Among = { readonly type: string; readonly patientId?: string; readonly slice?: Slice }

/** The condition over `resource_current` as `c` and its version as `v`. */
export function condition(context: RecordContext, among: Among, where: Where): Expression<SqlBool> {
  const is = expressionBuilder<Aliased, 'c' | 'v'>()
  const part = (one: Where) => condition(context, among, one)
  // "One of none" holds for nothing, and an empty list is not SQL everywhere.
  if ('anyOf' in where && where.anyOf.length === 0) return is.or([])
  if ('ids' in where) return where.ids.length === 0 ? is.or([]) : is('c.id', 'in', where.ids)
  if ('all' in where) return is.and(where.all.map(part))
  if ('any' in where) {
    const [first, ...more] = among.patientId === undefined ? numbersOf(context, among, where) : []
    // Asked for this or that, a database walks through everything of the type: it is asked for what has one of the numbers.
    if (first !== undefined)
      return is(
        'c.number',
        'in',
        more.reduce((all, one) => all.unionAll(one), first),
      )
    return is.or(where.any.map(part))
  }
  if ('not' in where) return is.not(part(where.not))
  if ('written' in where) {
    const { from, to } = where.written
    return is.and([
      ...(from === undefined ? [] : [is('v.last_updated', '>=', from)]),
      ...(to === undefined ? [] : [is('v.last_updated', '<', to)]),
    ])
  }
  const { type, patientId, slice } = among
  const having = valuesOf(context, among, where)
  const isRange = isRangeOf(where)
  // Of one person there are few, and of everybody few have the value: each is looked for from its narrow side. A range of what
  // is in no order has one side only. Beside a value stand the numbers of a slice in a row, and
  // nothing else of one does.
  const isLookedFor = patientId !== undefined || slice?.by === 'id' || (slice?.by === 'number' && isRange)
  if (!isLookedFor || (isRange && !context.isOrdered(type, where.name)))
    return is('c.number', 'in', having.select('s.number'))
  const own = having.select('s.number').where(sql<boolean>`s.number = c.number`)
  return is.exists(isRange ? own.where(inOrder('s')) : own)
}

/** As the second tree says of itself which rows are in it: told by the number alone, no database would think of it. */
export const inOrder = (alias: string): Expression<SqlBool> => sql<boolean>`${sql.ref(`${alias}.parameter`)} < 0`

/** Where more is looked for, or by one name only, a database does as well or better without. */
const mostLookups = 20

/** What leads to the numbers of all that one of these is true of; none where it takes more than looking up a few values. */
function numbersOf(context: RecordContext, among: Among, where: Where): readonly Numbers[] {
  const lookups = (lookupsIn(where) ?? []).filter((one) => ('ids' in one ? one.ids : one.anyOf).length > 0)
  const names = new Set(lookups.map((one) => ('ids' in one ? null : one.name)))
  if (names.size < 2 || lookups.length > mostLookups) return []
  return lookups.map((one) =>
    'ids' in one ? numbersById(context, among.type, one.ids) : valuesOf(context, among, one).select('s.number'),
  )
}

type Numbers = SelectQueryBuilder<never, never, { number: number }>
type Lookup = Extract<Where, { readonly ids: readonly string[] } | { readonly anyOf: readonly string[] }>

/** Null: it is more than looking values up. */
function lookupsIn(where: Where): readonly Lookup[] | null {
  if ('ids' in where || 'anyOf' in where) return [where]
  if ('value' in where) return [{ name: where.name, anyOf: [where.value] }]
  if (!('any' in where)) return null
  const found = where.any.map(lookupsIn)
  return found.every((one) => one !== null) ? found.flat() : null
}

const numbersById = ({ db, tenantId }: RecordContext, type: string, ids: readonly string[]) =>
  db
    .selectFrom('resource_current as s')
    .select('s.number')
    .where('s.tenant_id', '=', tenantId)
    .where('s.type', '=', type)
    .where('s.id', 'in', ids)

type OfIndex = Extract<Where, { readonly name: string }>

const isRangeOf = (where: OfIndex): boolean => !('value' in where || 'anyOf' in where)

/** Whether a condition can be asked of one slice without looking at all that is outside of it. */
export function isOfSlices(context: RecordContext, type: string, where: Where): boolean {
  if ('all' in where) return where.all.every((one) => isOfSlices(context, type, one))
  if ('any' in where) return where.any.every((one) => isOfSlices(context, type, one))
  if ('not' in where) return isOfSlices(context, type, where.not)
  return !('name' in where && isRangeOf(where)) || context.isOrdered(type, where.name)
}

/** Whether no more than so many fulfil a condition, as far as the values that lead to them tell. */
export async function areFew(
  context: RecordContext,
  among: Among & { readonly most: number },
  where: Where,
): Promise<boolean> {
  if ('ids' in where) return true
  if ('not' in where || 'written' in where) return false
  if ('all' in where) return someAsync(where.all, (one) => areFew(context, among, one))
  if ('any' in where) return !(await someAsync(where.any, async (one) => !(await areFew(context, among, one))))
  if ('anyOf' in where && where.anyOf.length === 0) return true
  const some = valuesOf(context, among, where)
    .select('s.number')
    .limit(among.most + 1)
  return (await some.execute()).length <= among.most
}

async function someAsync<T>(all: readonly T[], is: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of all) if (await is(one)) return true
  return false
}

function valuesOf(context: RecordContext, { type, slice }: Among, where: OfIndex) {
  const all = context.db
    .selectFrom('search_value as s')
    .where('s.tenant_id', '=', context.tenantId)
    .where('s.parameter', '=', parameterNumber(context, type, where.name))
  const above = slice?.by === 'number' ? all.where('s.number', '>', slice.above) : all
  const values = slice?.by === 'number' && slice.upTo !== null ? above.where('s.number', '<=', slice.upTo) : above
  if ('value' in where) return values.where('s.value', '=', indexed(where.value))
  if ('anyOf' in where) return values.where('s.value', 'in', where.anyOf.map(indexed))
  const { from, to } = where
  const since = from === undefined ? values : values.where('s.value', '>=', from)
  return to === undefined ? since : since.where('s.value', '<', to)
}

/** What a condition is held against when it is not asked of the database. */
export type Held = { readonly id: string; readonly lastUpdated: string; readonly values: readonly IndexValue[] }

/** The same condition on one version, whatever the index holds now. */
export function holds(where: Where, held: Held): boolean {
  if ('ids' in where) return where.ids.includes(held.id)
  if ('all' in where) return where.all.every((one) => holds(one, held))
  if ('any' in where) return where.any.some((one) => holds(one, held))
  if ('not' in where) return !holds(where.not, held)
  if ('written' in where) return isWithin(held.lastUpdated, where.written)
  return held.values.some(({ name, value }) => {
    if (name !== where.name) return false
    const kept = indexed(value)
    if ('value' in where) return kept === indexed(where.value)
    if ('anyOf' in where) return where.anyOf.some((one) => kept === indexed(one))
    return isWithin(kept, where)
  })
}

const isWithin = (value: string, { from, to }: { readonly from?: string; readonly to?: string }): boolean =>
  (from === undefined || compareText(value, from) >= 0) && (to === undefined || compareText(value, to) < 0)

/** As a database compares text: by code points. `<` compares half signs, and differs beyond U+FFFF. */
export const compareText = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))
