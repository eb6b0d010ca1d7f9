import type { Present } from '@facialis/record'
import { type Result, refuse, refusedAt } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import type { BaseUrls } from '../search/base-urls.ts'
import { findAll, type Searched } from '../search/run-search.ts'
import { type Pairs, parseSearch } from '../search/search-request.ts'
import { isOfAnyCode } from '../search/values-where.ts'
import { aboutEntries, type Places } from './condition-references.ts'

type Finding = Readonly<{
  view: Searched
  who: SignedIn
  /** Where the condition stands in what was sent; null: in the request itself. */
  where: string | null
  /** What the other entries of the bundle are, by which a condition may name them. */
  places: Places
  ours: BaseUrls
}>

/**
 * What a condition finds: nothing, the one that is meant, or two, which tell that there are several. One that only says
 * how to answer (`_pretty`, `_count`, `_sort`) would mean whatever happens to be there: it is refused.
 */
export async function resolveCondition(
  type: string,
  pairs: Pairs,
  { view, who, where, places, ours }: Finding,
): Promise<Result<readonly Present[]>> {
  const asked = parseSearch(type, pairs, { lenient: false })
  if (!asked.ok) return where === null ? asked : refusedAt(asked, where)
  const [open] = pairs.find(([, value]) => isOfAnyCode(value)) ?? []
  // It would find whoever is alone in that list, and there they would be somebody else.
  if (open !== undefined)
    return refuse(400, 'bad-value', `A condition says which one is meant: nothing stands behind the bar of ${open}.`, {
      where: where ?? `http.${open}`,
    })
  if (asked.value.criteria.length === 0)
    return refuse(412, 'no-condition', 'A condition says what to look for.', { where: where ?? 'http' })
  const about = aboutEntries(asked.value, { places, where: where ?? 'http', ours })
  return about.ok ? findAll(about.value, { view, who, limit: 2 }) : about
}
