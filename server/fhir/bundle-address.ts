import type { Pairs } from './search/search-request.ts'

/** The parts of an address before its `?`. */
export const pathOf = (url: string): readonly string[] => (url.split('?', 1)[0] ?? '').replace(/^\//, '').split('/')

/** What stands behind the first `?`, which may hold others; null where there is none. */
export function pairsIn(url: string): Pairs | null {
  const at = url.indexOf('?')
  return at < 0 ? null : [...new URLSearchParams(url.slice(at + 1))]
}
