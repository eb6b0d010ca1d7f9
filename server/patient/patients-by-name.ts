import { namesOf } from '@facialis/fhir/read/person-name.ts'
import type { RecordView, Resource } from '@facialis/record'
import { allPages } from '../core/all-pages.ts'
import { isSameName, lettersKey } from '../search-indexing/name-key.ts'

/**
 * Everybody on record by one of these whole names, also one they had before, however it is written; of these days of birth, where
 * any are asked for. Names are asked for together: somebody may come with a thousand.
 */
export async function patientsByName(
  view: Pick<RecordView, 'search'>,
  names: readonly string[],
  birthDates: readonly string[] | null = null,
): Promise<readonly Resource[]> {
  const asked = Map.groupBy(new Set(names), lettersKey)
  asked.delete('')
  const born = birthDates === null ? [] : [{ name: 'birthdate', anyOf: birthDates }]
  const keys = [...asked.keys()]
  const found = new Map<string, Resource>()
  for (let from = 0; from < keys.length; from += together) {
    const where = [...born, { name: 'name', anyOf: keys.slice(from, from + together) }]
    for (const { resource } of await allPages(view, 'Patient', where)) found.set(String(resource.id), resource)
  }
  return [...found.values()].filter((patient) =>
    namesOf(patient).some((one) => asked.get(lettersKey(one))?.some((name) => isSameName(one, name))),
  )
}

/** So many names are asked for in one search. */
const together = 500
