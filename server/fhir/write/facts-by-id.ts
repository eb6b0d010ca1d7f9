import type { Fact, Pathway } from '@facialis/language'

const known = new WeakMap<Pathway, ReadonlyMap<string, Fact>>()

/** The facts about a person and the fields of entries, by what they are called. */
export function factsById(pathway: Pathway): ReadonlyMap<string, Fact> {
  const found =
    known.get(pathway) ??
    new Map(
      [...pathway.facts, ...pathway.entries.flatMap(({ fields }) => Object.values(fields))].map((one) => [one.id, one]),
    )
  known.set(pathway, found)
  return found
}
