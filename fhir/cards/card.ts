import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'

/** What CDS Hooks 2.0 sends back, as far as it is used here: members without a value are left out, never null. */
export type Coding = Readonly<{ system: string; code: string; display: string }>

const indicators = ['info', 'warning', 'critical'] as const
export type Indicator = (typeof indicators)[number]

export type Action =
  | Readonly<{ type: 'update'; description: string; resource: Resource }>
  | Readonly<{ type: 'delete'; description: string; resourceId: string }>

export type Suggestion = Readonly<{ label: string; uuid: string; actions: readonly Action[] }>

export type Card = Readonly<{
  uuid: string
  summary: string
  /** GitHub's Markdown. */
  detail: string
  indicator: Indicator
  source: Readonly<{ label: string; topic: Coding }>
  suggestions?: readonly Suggestion[]
  selectionBehavior?: 'at-most-one' | 'any'
  overrideReasons?: readonly Coding[]
  extension: JsonObject
}>

/** A summary has fewer characters than this. */
const longest = 140

/** One sentence that fits: cut at a word where it has to be, for the whole of it stands in the detail. */
export function summaryOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length < longest) return line
  const cut = line.slice(0, longest - 2)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[\s,;:.(–]+$/, '')}…`
}

/** A word of somebody else's record inside Markdown: it is shown as it stands, and is neither link nor heading. */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .replace(/[\\`*_[\]()<>#|~!&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
