import { type Fact, memoiseWeak, type Pathway } from '@facialis/language'

/** The facts about a person and the fields of entries, by what they are called. */
export const factsById = memoiseWeak(
  (pathway: Pathway): ReadonlyMap<string, Fact> =>
    new Map(
      [...pathway.facts, ...pathway.entries.flatMap(({ fields }) => Object.values(fields))].map((one) => [one.id, one]),
    ),
)
