import type { Fact, Pathway, Screen } from '@facialis/language'

/** A pathway's facts by id, and for each the lists it stands on. */
export type Dictionary = Readonly<{
  factById: ReadonlyMap<string, Fact>
  screensOf: (fact: Fact) => readonly Screen[]
}>

/** Made once for each pathway. */
export function dictionaryOf(pathway: Pathway): Dictionary {
  const known = dictionaries.get(pathway)
  if (known) return known
  const factById = new Map(pathway.facts.map((fact) => [fact.id, fact]))
  const listedOn = new Map<string, Screen[]>()
  for (const screen of pathway.screens)
    for (const { id } of screen.facts) listedOn.set(id, [...(listedOn.get(id) ?? []), screen])
  const dictionary: Dictionary = { factById, screensOf: (fact) => listedOn.get(fact.id) ?? [] }
  dictionaries.set(pathway, dictionary)
  return dictionary
}
const dictionaries = new WeakMap<Pathway, Dictionary>()
