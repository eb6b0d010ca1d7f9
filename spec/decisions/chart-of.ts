import { entries as entryKinds } from '@facialis/knowledge/entries/index.ts'
import { facts } from '@facialis/knowledge/facts/index.ts'
import {
  type Chart,
  type Entry,
  type EntryRecord,
  type Fact,
  type Observation,
  parseDate,
  type ScreenDone,
  type Span,
  type Value,
} from '@facialis/language'

type Said = string | number | readonly string[]
type Story = Readonly<{
  /** `[fact, value]` or `[fact, value, day it was said]`; a value of `?` is an answer that was asked for in vain. */
  said?: readonly (readonly [fact: string, value: Said, on?: string])[]
  screens?: readonly (readonly [screen: string, on: string])[]
  entries?: readonly (readonly [kind: string, on: string, fields: Readonly<Record<string, Said>>])[]
}>

const spanOf = (text: string): Span => {
  const span = parseDate(text)
  if (!span) throw new Error(`${text} is no date.`)
  return span
}

const typed = (fact: Fact, said: Said): Value => {
  if (fact.type === 'date') return { date: spanOf(String(said)) }
  if (typeof said === 'number') return { number: said }
  if (typeof said !== 'string') return { words: said }
  if (fact.type === 'text') return { text: said }
  if (!('values' in fact) || !fact.values.includes(said)) throw new Error(`${fact.id} cannot be ${said}.`)
  return { word: said }
}

const find = <F extends Readonly<{ id: string }>>(all: readonly F[], id: string): F => {
  const found = all.find((f) => f.id === id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}

/** A chart for tests, written the way it would be told. What is said without a day was said on `today`. */
export const chartOf = (story: Story, today: string): Chart => ({
  observations: (story.said ?? []).map(([id, said, on]): Observation => {
    const fact = find(facts, id)
    return {
      fact: id,
      value: said === '?' ? { unknown: 'asked-unanswered' } : typed(fact, said),
      date: spanOf(on ?? today),
      provenance: { source: 'test' },
    }
  }),
  screens: (story.screens ?? []).map(
    ([screen, on]): ScreenDone => ({ screen, date: spanOf(on), provenance: { source: 'test' } }),
  ),
  entries: (story.entries ?? []).map(([kind, on, fields], i): EntryRecord => {
    const entry: Entry = find(entryKinds, kind)
    const known = Object.values(entry.fields)
    return {
      id: `${kind}-${i + 1}`,
      kind,
      date: spanOf(on),
      withdrawn: false,
      supersedes: [],
      fields: Object.fromEntries(Object.entries(fields).map(([id, said]) => [id, typed(find(known, id), said)])),
      provenance: { source: 'test' },
    }
  }),
})

export const day = (text: string): number => spanOf(text).lo
