import type { Entry, Fact, Passage, Pathway, Screen } from '@facialis/language'

export type Field = Readonly<{ entry: Entry; fact: Fact }>

/** The names of a pathway, looked up by what people write. */
export type Dictionary = Readonly<{
  /** Facts about the person, by id. */
  facts: ReadonlyMap<string, Fact>
  /** Fields of entries, by id. */
  fields: ReadonlyMap<string, Field>
  entries: ReadonlyMap<string, Entry>
  /** Kinds of entry by the name of their list. */
  lists: ReadonlyMap<string, Entry>
  screens: ReadonlyMap<string, Screen>
  passages: ReadonlyMap<string, Passage>
}>

const dictionaries = new WeakMap<Pathway, Dictionary>()

export function dictionaryOf(pathway: Pathway): Dictionary {
  const known = dictionaries.get(pathway)
  if (known) return known
  const dictionary: Dictionary = {
    facts: new Map(pathway.facts.filter((fact) => fact.scope === 'patient').map((fact) => [fact.id, fact])),
    fields: new Map(
      pathway.entries.flatMap((entry) =>
        Object.values(entry.fields).map((fact) => [fact.id, { entry, fact }] as const),
      ),
    ),
    entries: new Map(pathway.entries.map((entry) => [entry.id, entry])),
    lists: new Map(pathway.entries.map((entry) => [entry.plural, entry])),
    screens: new Map(pathway.screens.map((screen) => [screen.id, screen])),
    passages: new Map(pathway.passages.map((passage) => [passage.id, passage])),
  }
  dictionaries.set(pathway, dictionary)
  return dictionary
}

const shortNames = new WeakMap<Entry, ReadonlyMap<string, Fact | 'ambiguous'>>()

/** Names of an entry's fields without what stands before the first dot: `units` for `session.units`. */
export function shortNamesOf(entry: Entry): ReadonlyMap<string, Fact | 'ambiguous'> {
  const known = shortNames.get(entry)
  if (known) return known
  const names = new Map<string, Fact | 'ambiguous'>()
  for (const field of Object.values(entry.fields)) {
    const short = field.id.slice(field.id.indexOf('.') + 1)
    if (short !== field.id) names.set(short, names.has(short) ? 'ambiguous' : field)
  }
  shortNames.set(entry, names)
  return names
}

const adverse = new WeakMap<Fact, ReadonlySet<string>>()

/** Words that any gate lists as adverse. */
export function adverseWords(fact: Fact): ReadonlySet<string> {
  const known = adverse.get(fact)
  if (known) return known
  const words = new Set('neutral' in fact.adverse ? [] : Object.values(fact.adverse as Record<string, string[]>).flat())
  adverse.set(fact, words)
  return words
}
