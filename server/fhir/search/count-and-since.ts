import { ok, type Result, refuse } from '../../core/refusal.ts'
import { timeSpanOf } from '../../search-indexing/time-spans.ts'

/** How many a page is asked to hold, as it was written; `usual` where that was not said. */
export function countIn(written: unknown, usual: number): Result<number> {
  const count = written === undefined ? usual : Number(written)
  return Number.isInteger(count) && count >= 1
    ? ok(count)
    : refuse(400, 'bad-value', '_count is a whole number from 1.', { where: 'http._count' })
}

/** More than these no page of a search holds. */
export const mostOnAPage = 500

/** How many a search is asked to hold, as it was written; whoever asks says how many are too many. */
export const countOfSearch = (written: string): Result<number> =>
  /^\d{1,6}$/.test(written)
    ? ok(Number(written))
    : refuse(400, 'bad-value', '_count is a whole number of at most six digits.', { where: 'http._count' })

/** The instant from which what was written is asked for; null: from the beginning. A plus in an address comes as a space. */
export function sinceIn(written: unknown): Result<string | null> {
  if (written === undefined) return ok(null)
  const span = timeSpanOf(String(written).replace(' ', '+'))
  return span === null ? refuse(400, 'bad-value', '_since is an instant.', { where: 'http._since' }) : ok(span.from)
}
