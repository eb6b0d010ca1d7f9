import type { Source } from '@facialis/language'

/** What was read on this page's day of reading is looked at again two years later. */
export const readOn = '2026-11'
const lookAgain = '2028-11'

/** A paper, label or page as it was read for this pathway: often its abstract or an open copy, not the whole of it. */
export const read = (id: string, title: string, dated: string, locator: string): Source => ({
  id,
  title,
  dated,
  reviewBy: lookAgain,
  locator,
})
