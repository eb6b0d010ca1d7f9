import { namesOf } from '@facialis/fhir/read/person-name.ts'
import type { RecordView, Resource } from '@facialis/record'
import { everyPage } from '../ground/every-page.ts'
import { isSameName, lettersKey } from '../indexed/name-key.ts'

/** Everybody on record by this whole name, also one they had before, however it is written; of a day of birth, where one is asked for. */
export async function calledSo(
  view: Pick<RecordView, 'search'>,
  name: string,
  birthDate: string | null = null,
): Promise<readonly Resource[]> {
  const key = lettersKey(name)
  if (key === '') return []
  const born = birthDate === null ? [] : [{ name: 'birthdate', value: birthDate }]
  return (await everyPage(view, 'Patient', [...born, { name: 'name', value: key }]))
    .map(({ resource }) => resource)
    .filter((patient) => namesOf(patient).some((one) => isSameName(one, name)))
}
