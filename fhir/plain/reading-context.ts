import type { Span } from '@facialis/language'
import type { Dictionary } from '../chart/dictionary.ts'
import { isText, type JsonObject, shown } from '../json/json.ts'
import type { Report } from '../json/outcome.ts'
import { spanOf } from '../values/plain-value.ts'

/** The context in which plain facts are read. `stated` is the day of everything without a date. */
export type ReadingContext = Readonly<{ dictionary: Dictionary; stated: Span | null; report: Report }>

/** Who said it, in which role, in which words. */
export const signatureOf = (json: JsonObject): Readonly<{ by?: string; role?: string; note?: string }> => ({
  ...(isText(json.by) ? { by: json.by } : {}),
  ...(isText(json.role) ? { role: json.role } : {}),
  ...(isText(json.note) ? { note: json.note } : {}),
})

/** A date as plain facts write it; null after reporting that it is none. */
export function dateOf(json: unknown, where: string, report: Report): Span | null {
  const span = typeof json === 'string' ? spanOf(json) : null
  if (span === null) report('bad-date', `${shown(json)} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.`, where)
  return span
}

/** The same, where null and "unknown" say that nobody knows when. */
export const dateOrNone = (json: unknown, where: string, report: Report): Span | null =>
  json === null || json === 'unknown' ? null : dateOf(json, where, report)
