import { compareText, type Present, type RecordView, type Where } from '@facialis/record'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { countIn, sinceIn } from './count-and-since.ts'
import { snapshotExpired } from './run-search.ts'
import type { Pairs } from './search-request.ts'

/** Where a page of several types begins, of which point of the record. */
export type Place = Readonly<{ asOf: number; type: string; after: string }>

export type AskedByType = Readonly<{ types: readonly string[]; count: number; since: string | null }>

type Possible = Readonly<{ types: readonly string[]; usualCount: number; mostCount: number }>

/** They say of which types, and how much. */
export const aboutTypes: readonly string[] = ['_type', '_count', '_since']

/** Reads what is asked of several types; a name that stands there twice says both. */
export function askedByType(pairs: Pairs, { types, usualCount, mostCount }: Possible): Result<AskedByType> {
  const said = (name: string): string | undefined => {
    const values = pairs.flatMap(([one, value]) => (one === name ? [value] : []))
    return values.length === 0 ? undefined : values.join()
  }
  const wanted = said('_type')?.split(',') ?? types
  const unknown = wanted.find((type) => !types.includes(type))
  if (unknown !== undefined)
    return refuse(400, 'bad-value', `${JSON.stringify(unknown)} is not kept here.`, { where: 'http._type' })
  const count = countIn(said('_count'), usualCount)
  if (!count.ok) return count
  const since = sinceIn(said('_since'))
  if (!since.ok) return since
  return ok({
    types: [...new Set(wanted)].sort(compareText),
    count: Math.min(count.value, mostCount),
    since: since.value,
  })
}

type Within = Readonly<{ patientId?: string; where: readonly Where[] }>
type PageByType = Readonly<{ found: readonly Present[]; next: Place | null }>

/** One page of several types, one type after the other; `within` says what of each. */
export async function pageByType(
  { searchAsOf }: Pick<RecordView, 'searchAsOf'>,
  { types, count, since, place }: AskedByType & Readonly<{ place: Place }>,
  within: (type: string) => Within,
): Promise<Result<PageByType>> {
  const { asOf } = place
  const found: Present[] = []
  for (const type of types) {
    if (compareText(type, place.type) < 0) continue
    if (found.length === count) return ok({ found, next: { asOf, type, after: '' } })
    const { where, ...of } = within(type)
    const page = await searchAsOf({
      ...of,
      type,
      where: [...(since === null ? [] : [{ written: { from: since } }]), ...where],
      limit: count - found.length,
      asOf,
      ...(place.type === type && place.after !== '' ? { after: place.after } : {}),
    })
    if (page === 'moved-on') return snapshotExpired()
    found.push(...page.resources)
    if (page.next !== null) return ok({ found, next: { asOf, type, after: page.next } })
  }
  return ok({ found, next: null })
}
