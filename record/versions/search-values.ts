import { sha256 } from '../core/canonical.ts'
import { chunksOf } from '../core/chunks.ts'
import { insertRows } from '../core/insert-rows.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Resource } from '../core/resource.ts'
import type { Db, Schema } from '../core/schema.ts'

type Row = Schema['search_value']

const longestValue = 400

/**
 * A value as the index holds it: database keys have a length limit, so a long one is kept as its hash. Half a sign is no
 * text, and a database would put another in its place without saying so.
 */
export const indexed = (value: string): string =>
  (value.length <= longestValue ? value : `${value.slice(0, 100)}#${sha256(value)}`).toWellFormed()

export const placesOfAnAct = 2 ** 20

/**
 * The number of a version among all of its tenant: those written later have higher ones, and nobody has to look for the
 * next. Values are kept by it, so those of an earlier version are never taken for the present ones.
 */
export function numberOf(seq: number, place: number): number {
  if (place >= placesOfAnAct) throw new Error(`One act writes at most ${placesOfAnAct} resources`)
  return seq * placesOfAnAct + place
}

type Ordered = Pick<RecordContext, 'isOrdered'>

/** By type and name, as those see them who say what is ordered. */
const numbers = new WeakMap<Ordered['isOrdered'], Map<string, Map<string, number>>>()
const words = new Map<number, string>()
// Names are of a closed table; whoever asks by others must not fill the memory.
const mostNames = 1000

/**
 * What one searches by, as a number that is the same in every process: a word would stand in each of a dozen rows of every
 * resource. 48 bits of a hash; two names that met in one would find each other's, so that is told. It is below zero where
 * the values are ordered, by which a database knows the rows of its second tree.
 */
export function parameterNumber({ isOrdered }: Ordered, type: string, name: string): number {
  const known = numbersOf({ isOrdered }, type)
  const found = known.get(name)
  if (found !== undefined) return found
  const hash = hashOf(`${type} ${name}`)
  const number = isOrdered(type, name) ? -hash : hash
  if (known.size < mostNames) known.set(name, number)
  return number
}

function numbersOf({ isOrdered }: Ordered, type: string): Map<string, number> {
  const known = numbers.get(isOrdered) ?? new Map<string, Map<string, number>>()
  numbers.set(isOrdered, known)
  const found = known.get(type) ?? new Map<string, number>()
  if (known.size < mostNames) known.set(type, found)
  return found
}

function hashOf(word: string): number {
  const hash = Number.parseInt(sha256(word).slice(0, 12), 16)
  const other = words.get(hash)
  if (other !== undefined && other !== word) throw new Error(`"${word}" and "${other}" have the same number`)
  if (words.size < 10 * mostNames) words.set(hash, word)
  return hash
}

type Numbered = { readonly type: string; readonly resource: Resource; readonly number: number }

/** The type and name behind a number, of those that were asked for by this process; null of any other. */
export function parameterBehind(number: number): string | null {
  const word = words.get(Math.abs(number))
  return word === undefined ? null : word.slice(word.indexOf(' ') + 1)
}

/** The search values of one resource; one may be there more than once. */
export function valueRows(
  context: Pick<RecordContext, 'tenantId' | 'index' | 'isOrdered'>,
  one: Numbered,
): readonly Row[] {
  const known = numbersOf(context, one.type)
  return context.index(one.resource).map(({ name, value }) => ({
    tenant_id: context.tenantId,
    parameter: known.get(name) ?? parameterNumber(context, one.type, name),
    value: indexed(value),
    number: one.number,
  }))
}

/**
 * Takes the values of one version out of the tree, which is not in the order of resources: each is looked up. What another
 * release put there under another name stays behind, and nobody finds it.
 */
export async function deleteValues(context: RecordContext, one: Numbered): Promise<void> {
  const rows = valueRows(context, one)
  for (const [parameter, ones] of Map.groupBy(rows, (row) => row.parameter)) {
    const values = [...new Set(ones.map(({ value }) => value))]
    for (const some of chunksOf(values))
      await context.db
        .deleteFrom('search_value')
        .where('tenant_id', '=', context.tenantId)
        .where('parameter', '=', parameter)
        .where('value', 'in', some)
        .where('number', '=', one.number)
        .execute()
  }
}

/** Each once, in the order of the tree, so that neighbours are written together. */
export function insertValues(db: Db, rows: readonly Row[]): Promise<void> {
  const found: Row[] = []
  const byParameter = [...Map.groupBy(rows, ({ parameter }) => parameter)].sort(([a], [b]) => a - b)
  for (const [, ones] of byParameter) {
    ones.sort(inOrder)
    for (const [at, one] of ones.entries()) {
      const before = ones[at - 1]
      if (before === undefined || inOrder(before, one) !== 0) found.push(one)
    }
  }
  return insertRows(db, 'search_value', found)
}

/** Among those of one parameter. */
const inOrder = (a: Row, b: Row): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.number - b.number)
