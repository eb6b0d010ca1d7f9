import { type Entry, type Fact, memoiseWeak, type Passage, type Pathway, type Screen } from '@facialis/language'

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

export const dictionaryOf = memoiseWeak(
  (pathway: Pathway): Dictionary => ({
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
  }),
)

/** Names of an entry's fields without what stands before the first dot: `units` for `session.units`. */
export const shortNamesOf = memoiseWeak((entry: Entry): ReadonlyMap<string, Fact | 'ambiguous'> => {
  const names = new Map<string, Fact | 'ambiguous'>()
  for (const field of Object.values(entry.fields)) {
    const short = field.id.slice(field.id.indexOf('.') + 1)
    if (short !== field.id) names.set(short, names.has(short) ? 'ambiguous' : field)
  }
  return names
})

/** Words that any gate lists as adverse. */
export const adverseWords = memoiseWeak(
  ({ adverse }: Fact): ReadonlySet<string> =>
    new Set('neutral' in adverse ? [] : Object.values(adverse as Record<string, string[]>).flat()),
)
