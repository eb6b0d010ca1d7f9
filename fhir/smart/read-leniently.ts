import type { Pathway } from '@facialis/language'
import { readPrefetch, type Sent } from '../cards/prefetch.ts'
import type { JsonObject } from '../json/json.ts'
import type { Outcome, Problem } from '../json/outcome.ts'
import type { Kind, RecordSource } from './read-kind.ts'

type Came = Readonly<{ kinds: readonly Kind[]; referred: readonly JsonObject[] }>

/** What was read, and the kinds of which something was left out because it says what no resource can say. */
type Read = Readonly<{ sent: Sent; malformed: ReadonlySet<string> }>

/** So many times single resources are left out; after that, whole kinds. */
const mostPasses = 3

/**
 * The chart of what came. One resource that cannot be read takes its kind's completeness away, not the rest of the record:
 * no record of years is without a slip. That somebody else is spoken of is no slip.
 */
export function readLeniently(pathway: Pathway, { kinds, referred }: Came, whose: RecordSource): Outcome<Read> {
  const left = new Map(kinds.map(({ key, entries }) => [key, entries]))
  // What is referred to may stand beside any kind.
  const beside = kinds.find(({ type }) => type !== 'Patient')
  if (beside !== undefined) left.set(beside.key, [...beside.entries, ...referred])
  const malformed = new Set<string>()
  for (let pass = 1; ; pass++) {
    const read = readPrefetch(pathway, prefetchIn(kinds, left, malformed), whose)
    if (read.ok) return { ok: true, value: { sent: read.value, malformed } }
    const places = read.problems.flatMap((problem) => placeOf(problem) ?? [])
    if (places.length < read.problems.length) return read
    for (const [key, inIt] of Map.groupBy(places, (place) => place.key)) {
      malformed.add(key)
      const slips = new Set(inIt.map(({ at }) => at))
      const isHopeless = slips.has(null) || pass > mostPasses
      left.set(key, isHopeless ? [] : (left.get(key) ?? []).filter((_, at) => !slips.has(at)))
    }
  }
}

/** The kind, and the place among its entries, of something that cannot be read; null where it is not about one. */
function placeOf({ code, where }: Problem): Readonly<{ key: string; at: number | null }> | null {
  if (isOfSomebodyElse(code)) return null
  const [, key, at] = /^prefetch\.(\w+)(?:\.entry\[(\d+)\])?/.exec(where) ?? []
  return key === undefined ? null : { key, at: at === undefined ? null : Number(at) }
}

const isOfSomebodyElse = (code: string): boolean => code === 'two-patients' || code === 'another-patient'

function prefetchIn(
  kinds: readonly Kind[],
  left: ReadonlyMap<string, readonly JsonObject[]>,
  malformed: ReadonlySet<string>,
): JsonObject {
  return Object.fromEntries(
    kinds.flatMap(({ key, type, short }) => {
      const entry = left.get(key) ?? []
      if (type === 'Patient') return entry[0] === undefined ? [] : [[key, entry[0].resource]]
      if (short !== null && entry.length === 0) return []
      // The reading of what was sent knows a bundle that is not whole by its next page.
      const link = short !== null || malformed.has(key) ? [{ relation: 'next' }] : []
      return [[key, { resourceType: 'Bundle', type: 'searchset', entry, link }]]
    }),
  )
}
