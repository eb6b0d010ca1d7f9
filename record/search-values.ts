import { sha256 } from './canonical.ts'
import type { Ground } from './ground.ts'
import { insertRows } from './insert-rows.ts'
import type { Resource } from './resource.ts'
import type { Db, Schema } from './schema.ts'

type Row = Schema['search_value']

const longestValue = 400

/** A value as the index holds it: database keys have a length limit, so a long one is kept as its hash. */
export const indexed = (value: string): string =>
  value.length <= longestValue ? value : `${value.slice(0, 100)}#${sha256(value)}`

const placesOfAnAct = 2 ** 20

/**
 * The number of a version among all of its tenant: those written later have higher ones, and nobody has to look for the
 * next. Values are kept by it, so those of an earlier version are never taken for the present ones.
 */
export function numberOf(seq: number, place: number): number {
  if (place >= placesOfAnAct) throw new Error(`One act writes at most ${placesOfAnAct} resources`)
  return seq * placesOfAnAct + place
}

const numbers = new Map<string, number>()
const names = new Map<number, string>()

/**
 * What one searches by, as a number that is the same in every process: a word would stand in each of a dozen rows of every
 * resource, twice. 48 bits of a hash; two names that met in one would find each other's, so that is told.
 */
export function parameterNumber(type: string, name: string): number {
  const word = `${type} ${name}`
  const known = numbers.get(word)
  if (known !== undefined) return known
  const number = Number.parseInt(sha256(word).slice(0, 12), 16)
  const other = names.get(number)
  if (other !== undefined) throw new Error(`"${word}" and "${other}" have the same number`)
  // Names are of a closed table; whoever asks by others must not fill the memory.
  if (numbers.size < 10_000) {
    numbers.set(word, number)
    names.set(number, word)
  }
  return number
}

type Numbered = { readonly type: string; readonly resource: Resource; readonly number: number }

/** The search values of one resource; one may be there more than once. */
export function valueRows({ tenantId, index }: Pick<Ground, 'tenantId' | 'index'>, one: Numbered): readonly Row[] {
  return index(one.resource).map(({ name, value }) => ({
    tenant_id: tenantId,
    parameter: parameterNumber(one.type, name),
    value: indexed(value),
    number: one.number,
  }))
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
