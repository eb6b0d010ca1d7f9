import { isObject, type JsonObject, objectsIn } from '../json/json.ts'
import { isBeside, isPartial, pageFault } from '../read/incomplete-search.ts'
import type { Fetch, FetchFailure } from './fetch.ts'

/** What a search brought, all its pages together. */
export type Pages = Readonly<{
  entries: readonly JsonObject[]
  /** Why it is not all; null when it is. */
  short: FetchFailure | 'too many' | 'not a bundle' | null
}>

/** More than this of one kind is read by nobody who waits for a page. */
const mostPages = 40
const mostEntries = 4000

/** Follows a search from page to page, never out of the server that was asked. */
export async function readPages(first: string, { get, base }: Readonly<{ get: Fetch; base: string }>): Promise<Pages> {
  const entries: JsonObject[] = []
  const asked = new Set<string>()
  let address: string | null = first
  let total: number | null = null
  let isLess = false
  let unclear: ReturnType<typeof pageFault> = null
  const ended = (short: Pages['short']): Pages => ({ entries, short })
  while (address !== null) {
    if (asked.has(address)) return ended('cut short')
    if (asked.size === mostPages) return ended('too many')
    asked.add(address)
    const got = await get(address)
    if (!got.ok) return ended(got.why)
    const { json } = got
    if (!isObject(json) || json.resourceType !== 'Bundle' || json.type !== 'searchset') return ended('not a bundle')
    if (json.entry !== undefined && !Array.isArray(json.entry)) return ended('not a bundle')
    const came = objectsIn(json.entry)
    const page = came.filter(({ resource }) => isObject(resource))
    // What alarms is heard, whatever else was kept back.
    isLess ||= isPartial(came) || came.length < (json.entry?.length ?? 0)
    unclear ??= pageFault(json)
    const room = mostEntries - entries.length
    entries.push(...page.slice(0, room))
    if (page.length > room) return ended('too many')
    if (typeof json.total === 'number') total = json.total
    const next = nextOf(json)
    address = next === null ? null : withinBase(next, base)
    if (next !== null && address === null) return ended('cut short')
  }
  const found = entries.filter((entry) => !isBeside(entry)).length
  return ended(isLess || (total !== null && total > found) ? 'cut short' : unclear)
}

const nextOf = ({ link }: JsonObject): string | null => {
  const next = objectsIn(link).find(({ relation }) => relation === 'next')
  return typeof next?.url === 'string' ? next.url : next === undefined ? null : ''
}

/** The address of a page, if it is of the very server that was asked: what opens the record is sent nowhere else. */
export function withinBase(text: string, base: string): string | null {
  const url = URL.parse(text, `${base}/`)
  const home = new URL(base)
  if (url === null || url.origin !== home.origin || url.username !== '' || url.password !== '') return null
  return url.pathname === home.pathname || url.pathname.startsWith(`${home.pathname.replace(/\/$/, '')}/`)
    ? url.href
    : null
}
