import type { Cites, Condition } from '@facialis/language'
import type { Wording } from '../../ground/words.ts'
import { simplified } from '../tables/simplified.ts'
import { truthTable } from '../tables/truth-table.ts'
import type { Block, Mention, Page } from './book.ts'
import { citedSources, flagsOf } from './cited-sources.ts'
import { outlineOf } from './outline.ts'
import { truthTableView } from './table-views.ts'

type RuleContent = Readonly<{
  id: string
  name: string
  text: string
  because: Cites
  unverified?: boolean
  when: Condition | null
  asks?: string
  says: readonly string[]
  /** Null where example people are not evaluated for it. */
  people: readonly Mention[] | null
  /** Further blocks below the table. */
  more?: readonly Block[]
}>

/** Enough to look somebody up by; the people of a rule are all listed under its name in the last chapter. */
const maxPeopleListed = 8

/** One rule on two facing pages: what it rests on; its words, its truth table and the people who show it. */
export function rulePage(rule: RuleContent, wording: Wording): Page {
  const { id, name, text, because, unverified, when, asks, says, people, more = [] } = rule
  return {
    id,
    name,
    title: text,
    flags: flagsOf(because, unverified),
    sources: citedSources(because),
    body: [
      ...says.map((line): Block => ({ kind: 'text', text: line })),
      ...(when === null ? [] : conditionBlocks(when, asks ?? 'When', wording)),
      ...more,
      ...(people === null ? [] : peopleBlocks(people)),
    ],
    parts: [],
  }
}

/** A condition as a list and, where there is more to it than one question, as a truth table. */
export function conditionBlocks(written: Condition, title: string, wording: Wording): readonly Block[] {
  const when = simplified(written)
  const outline = (parts: readonly Condition[] = []): Block => ({
    kind: 'outline',
    title,
    outline: outlineOf(when, parts, wording),
  })
  const table = truthTable(when)
  if (table === null)
    return [outline(), { kind: 'text', text: 'Too many parts for a truth table; the list above is the whole rule.' }]
  const isPlain = table.parts.length <= 1 && table.yes.length + table.no.length <= 2
  return isPlain
    ? [outline()]
    : [outline(table.parts), { kind: 'table', title: 'Truth table', table: truthTableView(table) }]
}

function peopleBlocks(people: readonly Mention[]): readonly Block[] {
  // People for whom the rule holds come before those for whom that is unknown.
  const inOrder = [...people.filter(({ isOpen }) => !isOpen), ...people.filter(({ isOpen }) => isOpen)]
  const shown = inOrder.slice(0, maxPeopleListed)
  return shown.length === 0
    ? [{ kind: 'text', text: 'No example person shows it.' }]
    : [{ kind: 'people', title: 'Example people', people: shown, more: inOrder.length - shown.length }]
}
