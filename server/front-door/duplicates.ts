import { namesOf } from '@facialis/fhir/read/person-name.ts'
import type { Present, RecordView, Resource } from '@facialis/record'
import type { LikePatient } from '@facialis/wire'
import { everyPage } from '../ground/every-page.ts'
import { nameKey, phoneKey } from '../indexed/knowing.ts'
import { identityOf } from '../patient/identity.ts'
import { inUseOfEach } from '../patient/same-person.ts'

type Asked = Readonly<{ name: string; birthDate: string | null; phone: string | null }>

/**
 * People who may be the same: the same name in any order, the same telephone, or the same birth date and one name in common.
 * Whoever is found by a record that was merged is named by the one in use.
 */
export async function duplicatesOf(
  record: Pick<RecordView, 'search' | 'read'>,
  { name, birthDate, phone }: Asked,
): Promise<readonly LikePatient[]> {
  const key = nameKey(name)
  const number = phone === null ? '' : phoneKey(phone)
  const found = new Map<string, Resource>()
  const find = (some: readonly Present[]): void => {
    for (const { id, resource } of some) found.set(id, resource)
  }
  const first = async (name: string, value: string): Promise<readonly Present[]> =>
    (await record.search({ type: 'Patient', where: [{ name, value }], limit: 50 })).resources
  if (key !== '') find(await first('name', key))
  // Where a day stands for "not known", many have it: all of them are looked at.
  if (key !== '' && birthDate !== null)
    find(
      (await everyPage(record, 'Patient', [{ name: 'birthdate', value: birthDate }])).filter(({ resource }) =>
        sharesAName(resource, key),
      ),
    )
  if (number.length >= 6) find(await first('phone', number))
  const alike = (await inUseOfEach(record, [...found.values()])).map((resource): [string, LikePatient] => {
    const { id, name: other, birthDate: born, phone: telephone } = identityOf(resource, null)
    return [id, { id, name: other, birthDate: born, phone: telephone }]
  })
  return [...new Map(alike).values()]
}

const sharesAName = (patient: Resource, key: string): boolean => {
  const words = key.split(' ')
  return namesOf(patient).some((name) =>
    nameKey(name)
      .split(' ')
      .some((word) => words.includes(word)),
  )
}
