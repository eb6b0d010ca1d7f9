import type { Act, PlainValue, Problem } from '@facialis/wire'
import { type Dated, dayLimit, factLabel, factOf } from '../pathway.ts'
import { whyUnread } from '../pieces/fact-value.ts'
import { factPath, fieldPath } from './problem-path.ts'
import { words } from './words.ts'

export const unreadableCode = 'unread'

type Values = Readonly<Record<string, PlainValue>>
type EntryOfAct = Readonly<{ kind: string; date: string | null }>

/**
 * What an act holds that nobody can read, as a problem; null when all of it can be read. Every act of every form is
 * asked this before it is sent: nothing that was typed is left out of what is called saved.
 */
export function unreadableIn(act: Act, on: Dated): Problem | null {
  const found = [
    ...unreadOf(act.facts ?? {}, on, null).map((one) => ({ ...one, where: factPath(one.id) })),
    ...(act.entries ?? []).flatMap((entry, at) =>
      unreadOf(entry.fields, on, entry).map((one) => ({ ...one, where: fieldPath(at, one.id) })),
    ),
  ]
  const [first] = found
  if (first === undefined) return null
  return { code: unreadableCode, sentence: words.unread(found.map(({ sentence }) => sentence)), where: first.where }
}

/** The act without what cannot be read: what is known so far, to think ahead with, never to save. */
export const readablePart = (act: Act, on: Dated): Act => ({
  ...act,
  ...(act.facts === undefined ? {} : { facts: readable(act.facts, on, null) }),
  ...(act.entries === undefined
    ? {}
    : {
        entries: act.entries.map((entry) => ({ ...entry, fields: readable(entry.fields, on, entry) })),
      }),
})

function readable(values: Values, on: Dated, entry: EntryOfAct | null): Values {
  const unread = new Set(unreadOf(values, on, entry).map(({ id }) => id))
  return unread.size === 0 ? values : Object.fromEntries(Object.entries(values).filter(([id]) => !unread.has(id)))
}

const unreadOf = (values: Values, on: Dated, entry: EntryOfAct | null) =>
  Object.entries(values).flatMap(([id, value]) => {
    const fact = factOf(id)
    if (fact === null) return []
    const limit = fact.type === 'date' ? dayLimit(fact, { ...on, entry }) : undefined
    const why = whyUnread(fact, value, { limit })
    return why === null ? [] : [{ id, sentence: named(factLabel(id), why) }]
  })

/** A sentence that does not say of what it speaks gets its name. */
const named = (label: string, sentence: string): string =>
  sentence.toLowerCase().startsWith(label.toLowerCase())
    ? sentence
    : `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${sentence}`
