import { type Entry, type Fact, memoiseWeak, type Pathway, type Screen } from '@facialis/language'

/** A pathway's facts and kinds of entry by id, and for each fact the lists it stands on. */
export type Dictionary = Readonly<{
  factById: ReadonlyMap<string, Fact>
  entryById: ReadonlyMap<string, Entry>
  screensOf: (fact: Fact) => readonly Screen[]
}>

const none: readonly Screen[] = []

/** Made once for each pathway. */
export const dictionaryOf = memoiseWeak((pathway: Pathway): Dictionary => {
  const factById = new Map(pathway.facts.map((fact) => [fact.id, fact]))
  const listedOn = new Map<string, Screen[]>()
  for (const screen of pathway.screens)
    for (const { id } of screen.facts) listedOn.set(id, [...(listedOn.get(id) ?? []), screen])
  const entryById = new Map(pathway.entries.map((entry) => [entry.id, entry]))
  return { factById, entryById, screensOf: (fact) => listedOn.get(fact.id) ?? none }
})
