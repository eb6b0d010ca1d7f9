import type { RecordContext } from '../core/record-context.ts'
import { changedSince, newestOf, type SnapshotExpired } from './point-in-time.ts'
import {
  fits,
  matches,
  type SearchFilter,
  type SearchPage,
  type SearchQuery,
  type SearchQueryAsOf,
} from './search-query.ts'
import { goesInSlices, slicesByNumber } from './slices.ts'
import { sortedPage } from './sorted-page.ts'
import { asVersion, currentVersions, isPresent } from './version-rows.ts'
import type { Slice } from './where.ts'

/** One page of current resources. The cursor names a place in the order, so a page never repeats or skips what stayed put. */
export async function search(context: RecordContext, asked: SearchQuery): Promise<SearchPage> {
  const { order } = asked
  if (order === 'newest') return newestFirst(context, asked)
  const found = await sortedPage(context, asked, order === undefined || order === 'id' ? [] : order)
  if (found === 'moved-on') throw new Error('The present does not move on')
  return found
}

/** The same of an earlier point of the record. */
export const searchAsOf = (context: RecordContext, asked: SearchQueryAsOf): Promise<SearchPage | SnapshotExpired> =>
  sortedPage(context, asked, asked.order ?? [])

const mostTries = 20

/** How many there are in all pages together. */
export async function count(
  context: RecordContext,
  asked: SearchFilter & { readonly asOf: number },
): Promise<number | SnapshotExpired> {
  // What is written between two questions would be counted in both answers, or in none: then they are asked again.
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await newestOf(context, asked.type)
    const moved = await changedSince(context, asked)
    if (moved === 'moved-on') return moved
    const many = await countNow(context, asked)
    if ((await newestOf(context, asked.type)) === before)
      return many + moved.filter((one) => fits(context, asked, one)).length
  }
  return 'moved-on'
}

async function countNow(context: RecordContext, asked: SearchFilter): Promise<number> {
  const within = async (slice?: Slice): Promise<number> => {
    const { many } = await currentVersions(context)
      .clearSelect()
      .select((column) => column.fn.countAll<number>().as('many'))
      .where(matches(context, asked, slice))
      .executeTakeFirstOrThrow()
    return Number(many)
  }
  if (!(await goesInSlices(context, asked))) return within()
  let many = 0
  for await (const slice of slicesByNumber(context, asked.type)) many += await within(slice)
  return many
}

async function newestFirst(context: RecordContext, asked: SearchQuery): Promise<SearchPage> {
  let query = currentVersions(context)
    .select('c.number')
    .where(matches(context, asked))
    .orderBy('c.number', 'desc')
    .limit(asked.limit + 1)
  if (asked.after !== undefined) query = query.where('c.number', '<', readCursor(asked.after))
  const rows = await query.execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    resources: page.map(asVersion).filter(isPresent),
    next: rows.length > asked.limit && last ? String(last.number) : null,
  }
}

// A cursor we did not write finds the start of the order or nothing; it can never reach another tenant or type.
function readCursor(after: string): number {
  const number = Number(after)
  return Number.isSafeInteger(number) ? number : 0
}
