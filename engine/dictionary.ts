import type { Fact, Pathway, Screen } from '@facialis/language'
import { onceFor } from './once-for.ts'

/** A pathway's facts by id, and for each the lists it stands on. */
export type Dictionary = Readonly<{
  factById: ReadonlyMap<string, Fact>
  screensOf: (fact: Fact) => readonly Screen[]
}>

const none: readonly Screen[] = []

/** Made once for each pathway. */
export const dictionaryOf = onceFor((pathway: Pathway): Dictionary => {
  const factById = new Map(pathway.facts.map((fact) => [fact.id, fact]))
  const listedOn = new Map<string, Screen[]>()
  for (const screen of pathway.screens)
    for (const { id } of screen.facts) listedOn.set(id, [...(listedOn.get(id) ?? []), screen])
  return { factById, screensOf: (fact) => listedOn.get(fact.id) ?? none }
})
