import type { Done, Resource, Version } from '@facialis/record'
import type { Searched } from '../search/run-search.ts'
import { conditionOf, type Intent } from './intent.ts'
import { resolveCondition } from './resolve-condition.ts'
import { orderOf, placesOf, type Resolving, type Target } from './targets.ts'

/** The result of one intent. */
export type WriteResult = Readonly<{
  status: 200 | 201 | 204
  type: string
  id: string
  /** Null where nothing is left, or nothing was there. */
  version: number | null
  lastUpdated: string | null
  resource: Resource | null
}>

export function writeResultOf({ does, type, id, before }: Target, done: Done): WriteResult {
  if (does === 'nothing')
    return before === null
      ? { status: 204, type, id, version: null, lastUpdated: null, resource: null }
      : { status: 200, type, id, version: before.version, lastUpdated: before.lastUpdated, resource: before.resource }
  const written = done.resources.find((one) => one.type === type && one.id === id)
  if (!written) throw new Error(`${type}/${id} was not written`)
  const status = does === 'create' ? 201 : does === 'delete' ? 204 : 200
  return { status, type, id, version: written.version, lastUpdated: written.lastUpdated, resource: written.resource }
}

/**
 * The same answer to the same request sent again. Ids follow from its key, so what it made is known by them; what a condition
 * found is found again in the record as it was then.
 */
export async function replayedResults(
  intents: readonly Intent[],
  done: Done,
  { view, who, ours, newId }: Omit<Resolving, 'view'> & Readonly<{ view: Searched }>,
): Promise<readonly WriteResult[]> {
  const written: WriteResult[] = []
  const order = orderOf(intents)
  const places = new Map<string, string>()
  const then = justBefore(done.seq, view)
  for (const place of order.ok ? order.value : intents.keys()) {
    const intent = intents[place] as Intent
    const { type } = intent
    const ids = new Set([
      newId(place),
      'id' in intent ? intent.id : null,
      'resource' in intent ? intent.resource.id : null,
    ])
    const condition = conditionOf(intent)
    const meant = condition && (await resolveCondition(type, condition, { view: then, who, where: null, places, ours }))
    const found = meant?.ok ? (meant.value[0] ?? null) : null
    const changed = done.resources.find((one) => one.type === type && (ids.has(one.id) || one.id === found?.id))
    const one = changed ?? found
    written[place] =
      one === null
        ? { status: 204, type, id: '', version: null, lastUpdated: null, resource: null }
        : {
            ...statusOf(changed),
            type,
            id: one.id,
            version: one.version,
            lastUpdated: one.lastUpdated,
            resource: one.resource,
          }
    for (const [fullUrl, address] of placesOf([{ intent, type, id: one?.id ?? '' }])) places.set(fullUrl, address)
  }
  return written
}

const statusOf = (changed: Version | undefined): Pick<WriteResult, 'status'> => ({
  status: changed?.method === 'create' ? 201 : changed?.method === 'delete' ? 204 : 200,
})

/** The record as it was before an act; as it is where too much was written since. */
function justBefore(seq: number, view: Searched): Searched {
  const asOf = seq - 1
  return {
    position: async () => asOf,
    searchAsOf: (question) => view.searchAsOf({ ...question, asOf }),
    search: async ({ type, where = [], limit }) => {
      const found = await view.searchAsOf({ type, where, limit, asOf })
      return found === 'moved-on' ? view.search({ type, where, limit }) : found
    },
  }
}
