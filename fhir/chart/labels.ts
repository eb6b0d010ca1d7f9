import { memoiseWeak, type Pathway } from '@facialis/language'

/** The words by which facts, fields, kinds of entry and screens are named inside a sentence, by id. */
export const labelsOf = memoiseWeak((pathway: Pathway): ReadonlyMap<string, string> => {
  const fields = pathway.entries.flatMap((entry) => Object.values(entry.fields))
  return new Map<string, string>([
    ...[...pathway.facts, ...fields].map((fact) => [fact.id, fact.label] as const),
    ...pathway.entries.map((entry) => [entry.id, entry.label] as const),
    ...pathway.screens.map((screen) => [`screen.${screen.id}`, screen.label] as const),
  ])
})
