import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { ok, type Problem, type Result } from '../core/problem.ts'
import type { Progress } from '../core/progress.ts'
import type { RecordContext } from '../core/record-context.ts'
import { address } from '../core/resource.ts'
import type { Schema } from '../core/schema.ts'
import { builtBy } from './reindex.ts'
import { parameterBehind, placesOfAnAct, valueRows } from './search-values.ts'
import { everyPresent } from './version-rows.ts'

/** `of-another-release`: whoever opens the record next builds it anew, so there is nothing to hold it against. */
export type IndexVerified = { readonly index: { readonly values: number } | 'of-another-release' }

/**
 * Holds what searches go by against what the current version of each resource says, in both directions. Both are gone
 * through once and summed up in some thousand heaps; only a heap whose sums differ is looked into, to name what differs.
 * Trust it only after `verifyVersions`, which says whether the resources are whole.
 * Problem: `index-broken`, `where` is the address of the first resource that is found wrongly.
 */
export async function verifyIndex(
  context: RecordContext,
  indexVersion: string | undefined,
  progress?: Progress,
): Promise<Result<IndexVerified>> {
  if (indexVersion !== undefined && (await builtBy(context)) !== indexVersion)
    return ok({ index: 'of-another-release' })
  const summed = summing()
  const [meant, held] = [sums(), sums()]
  const { resources, values } = await howMany(context)
  const total = resources + values
  let done = 0
  for await (const present of everyPresent(context)) {
    for (const one of present) for (const row of distinct(valueRows(context, one))) summed(meant, row)
    done += present.length
    progress?.(Math.min(done, resources), total)
  }
  done = resources
  for await (const rows of heldValues(context)) {
    for (const row of rows) summed(held, row)
    done += rows.length
    progress?.(done, total)
  }
  const differs = meant.findIndex((sum, at) => sum !== held[at])
  if (differs < 0) return ok({ index: { values } })
  return { ok: false, problem: await faultIn(context, Math.floor(differs / sumsOfAHeap)) }
}

type Row = Pick<Schema['search_value'], 'parameter' | 'value' | 'number'>

async function howMany({ db, tenantId }: RecordContext): Promise<Readonly<{ resources: number; values: number }>> {
  const count = async (table: 'resource_current' | 'search_value'): Promise<number> => {
    const { many } = await db
      .selectFrom(table)
      .select((column) => column.fn.countAll<number>().as('many'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow()
    return Number(many)
  }
  return { resources: await count('resource_current'), values: await count('search_value') }
}

const page = 5000

/** Everything in the index, in the order in which it is kept there. */
async function* heldValues({ db, tenantId }: RecordContext): AsyncGenerator<readonly Row[]> {
  const all = db
    .selectFrom('search_value')
    .select(['parameter', 'value', 'number'])
    .where('tenant_id', '=', tenantId)
    .orderBy('parameter')
    .orderBy('value')
    .orderBy('number')
    .limit(page)
  for (let query = all; ; ) {
    const rows = await query.execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    query = all.where(sql<boolean>`(parameter, value, number) > (${last.parameter}, ${last.value}, ${last.number})`)
  }
}

const keyOf = ({ parameter, value, number }: Row): string => `${parameter} ${number} ${value}`

/** A resource may say the same twice, and is found by it once. */
function* distinct(rows: readonly Row[]): Generator<Row> {
  const said = new Map<number, Set<string>>()
  for (const row of rows) {
    const values = said.get(row.parameter)
    if (values?.has(row.value)) continue
    if (values) values.add(row.value)
    else said.set(row.parameter, new Set([row.value]))
    yield row
  }
}

const heaps = 4096
/** How many, and two sums that do not depend on the order. */
const sumsOfAHeap = 3
const sums = (): Uint32Array => new Uint32Array(heaps * sumsOfAHeap)

/** All values of one resource are in one heap, and those of one act in several. */
const heapOf = (number: number): number => (Math.floor(number / placesOfAnAct) + (number % placesOfAnAct)) % heaps

/** Begins anywhere, each time: whoever meddles cannot reckon out what would leave the sums as they were. */
function summing(): (into: Uint32Array, row: Row) => void {
  const [first, second] = [randomInt(2 ** 32), randomInt(2 ** 32)]
  return (into, { parameter, value, number }) => {
    let one = mixed(mixed(first, parameter), number)
    let other = mixed(mixed(second, number), parameter)
    for (let at = 0; at < value.length; at++) {
      const sign = value.charCodeAt(at)
      one = Math.imul(one ^ sign, 0x9e3779b1)
      one ^= one >>> 15
      other = Math.imul(other ^ sign, 0x85ebca77)
      other ^= other >>> 13
    }
    const heap = heapOf(number) * sumsOfAHeap
    into[heap] = (into[heap] ?? 0) + 1
    into[heap + 1] = (into[heap + 1] ?? 0) + one
    into[heap + 2] = (into[heap + 2] ?? 0) + other
  }
}

/** Both halves of a number that is longer than what is multiplied here. */
function mixed(sum: number, number: number): number {
  const low = Math.imul(sum ^ (number | 0), 0x9e3779b1)
  const high = Math.imul(low ^ (low >>> 15) ^ Math.floor(number / 2 ** 32), 0x85ebca77)
  return high ^ (high >>> 13)
}

/** More that is too much is not needed to say what is wrong, and would fill the memory. */
const mostExtra = 1000

/** What differs in one heap, in words. */
async function faultIn(context: RecordContext, heap: number): Promise<Problem> {
  const owners = new Map<number, string>()
  const missing = new Map<string, Row>()
  for await (const present of everyPresent(context)) {
    for (const one of present.filter(({ number }) => heapOf(number) === heap)) {
      const other = owners.get(one.number)
      const where = address(one.type, one.id)
      if (other !== undefined) return fault(where, `stands in the address book under the number of ${other}`)
      owners.set(one.number, where)
      for (const row of valueRows(context, one)) missing.set(keyOf(row), row)
    }
  }
  const extra: Row[] = []
  for await (const rows of heldValues(context)) {
    for (const row of rows)
      if (heapOf(row.number) === heap && !missing.delete(keyOf(row)) && extra.length < mostExtra) extra.push(row)
  }
  const isOf = (one: Row) => (row: Row) => row.number === one.number && row.parameter === one.parameter
  const [lost] = missing.values()
  if (lost !== undefined) {
    const how = extra.some(isOf(lost)) ? 'by something else than it says' : 'no more by something it says'
    return fault(owners.get(lost.number) ?? '', `is found ${how}, under ${named(lost)}`)
  }
  const [more] = extra
  if (more === undefined) throw new Error('The sums of a heap differ, and nothing in it does')
  const owner = owners.get(more.number)
  return owner === undefined
    ? fault(`search_value/${more.number}`, `is of nothing that is there now, under ${named(more)}`)
    : fault(owner, `is found by something that it does not say, under ${named(more)}`)
}

const named = ({ parameter }: Row): string => {
  const name = parameterBehind(parameter)
  return name === null ? `a name that nothing is searched by (${parameter})` : JSON.stringify(name)
}

const fault = (where: string, what: string): Problem => ({
  code: 'index-broken',
  sentence: `The search index is broken: ${where} ${what}.`,
  where,
})
