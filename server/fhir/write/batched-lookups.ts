import { compareText, indexed, type Present, type SearchPage, type SearchQuery, type Where } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { fits } from '../../search-indexing/fits.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import type { Searched } from '../search/run-search.ts'
import { parseSearch } from '../search/search-request.ts'
import { conditionOf, type Intent } from './intent.ts'

/** Values under one name, of which something has at least one. */
type Lookup = Readonly<{ name: string; values: readonly string[] }>

const fewest = 4
const mostAtOnce = 200
/** Where more is found, each is asked by itself: most of them would find several, which says no more than two do. */
const mostFound = 500

/**
 * The record as the conditions of a bundle ask it. Whether there is one with this identifier, or with that, or with a third,
 * is one question to the database and not hundreds; what it finds is what each by itself would find.
 */
export async function batchedLookups(intents: readonly Intent[], view: Searched): Promise<Searched> {
  const known = new Map<string, readonly Present[]>()
  const yieldNow = openPeriodicYield()
  for (const { type, name, values } of alike(intents))
    for (let at = 0; at < values.length; at += mostAtOnce) {
      await yieldNow()
      const some = values.slice(at, at + mostAtOnce)
      const found = await view.search({ type, where: [{ name, anyOf: some }], limit: mostFound })
      if (found.next !== null) continue
      const having = byValue(found.resources, name)
      for (const value of some) known.set(keyOf(type, name, value), having.get(indexed(value)) ?? [])
    }
  if (known.size === 0) return view
  const search = async (asked: SearchQuery): Promise<SearchPage> => answered(asked, known) ?? view.search(asked)
  return { search, searchAsOf: view.searchAsOf, position: view.position }
}

const keyOf = (type: string, name: string, value: string): string => JSON.stringify([type, name, value])

/** What is looked up of one type under one name by several conditions. */
function alike(intents: readonly Intent[]): readonly (Lookup & Readonly<{ type: string }>)[] {
  const found = new Map<string, { type: string; name: string; values: Set<string>; many: number }>()
  for (const intent of intents) {
    const pairs = conditionOf(intent)
    const asked = pairs && parseSearch(intent.type, pairs, { lenient: false })
    const [first] = asked?.ok ? asked.value.criteria : []
    const lookup = first !== undefined && 'where' in first ? lookupIn(first.where) : null
    if (lookup === null) continue
    const { type } = intent
    const key = `${type} ${lookup.name}`
    const group = found.get(key) ?? { type, name: lookup.name, values: new Set<string>(), many: 0 }
    found.set(key, group)
    for (const value of lookup.values) group.values.add(value)
    group.many += 1
  }
  return [...found.values()]
    .filter(({ many }) => many >= fewest)
    .map(({ type, name, values }) => ({ type, name, values: [...values] }))
}

function lookupIn(where: Where): Lookup | null {
  if ('value' in where) return { name: where.name, values: [where.value] }
  if ('anyOf' in where) return { name: where.name, values: where.anyOf }
  if (!('any' in where)) return null
  const parts = where.any.map(lookupIn)
  const [first] = parts
  if (!first || parts.some((one) => one?.name !== first.name)) return null
  return { name: first.name, values: parts.flatMap((one) => one?.values ?? []) }
}

function byValue(resources: readonly Present[], name: string): ReadonlyMap<string, readonly Present[]> {
  const found = new Map<string, Present[]>()
  for (const one of resources) {
    const own = resourceKnowledge.index(one.resource).filter((value) => value.name === name)
    for (const value of new Set(own.map(({ value }) => indexed(value))))
      found.set(value, [...(found.get(value) ?? []), one])
  }
  return found
}

/** What is known to be found; null where it has to be asked. */
function answered(
  { type, where = [], limit, ...more }: SearchQuery,
  known: ReadonlyMap<string, readonly Present[]>,
): SearchPage | null {
  const [first, ...others] = where
  // Of one person, in another order or on a later page it is another question.
  const lookup = first === undefined || Object.keys(more).length > 0 ? null : lookupIn(first)
  if (lookup === null) return null
  const found = new Set<Present>()
  for (const value of lookup.values) {
    const having = known.get(keyOf(type, lookup.name, value))
    if (having === undefined) return null
    for (const one of having) found.add(one)
  }
  const all = [...found].filter((one) => fits(one, others))
  const page = all.toSorted((a, b) => compareText(a.id, b.id)).slice(0, limit)
  return { resources: page, next: all.length > limit ? (page.at(-1)?.id ?? '') : null }
}
