import type { Pathway } from '@facialis/language'

const known = new WeakMap<Pathway, ReadonlyMap<string, string>>()

/** The words by which facts, fields, kinds of entry and screens are named inside a sentence, by id. */
export function labelsOf(pathway: Pathway): ReadonlyMap<string, string> {
  const before = known.get(pathway)
  if (before) return before
  const fields = pathway.entries.flatMap((entry) => Object.values(entry.fields))
  const fresh = new Map<string, string>([
    ...[...pathway.facts, ...fields].map((fact) => [fact.id, fact.label] as const),
    ...pathway.entries.map((entry) => [entry.id, entry.label] as const),
    ...pathway.screens.map((screen) => [`screen.${screen.id}`, screen.label] as const),
  ])
  known.set(pathway, fresh)
  return fresh
}
