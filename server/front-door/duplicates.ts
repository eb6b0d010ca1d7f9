import type { RecordView, Resource } from '@facialis/record'
import type { LikePatient } from '@facialis/wire'
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
  const searches = [
    { name: 'name', value: key },
    ...(birthDate === null ? [] : [{ name: 'birthdate', value: birthDate }]),
    ...(number.length < 6 ? [] : [{ name: 'phone', value: number }]),
  ]
  const found = new Map<string, Resource>()
  for (const where of searches) {
    const { resources } = await record.search({ type: 'Patient', where: [where], limit: 50 })
    for (const { id, resource } of resources)
      if (where.name !== 'birthdate' || sharesAName(resource, key)) found.set(id, resource)
  }
  const alike = (await inUseOfEach(record, [...found.values()])).map((resource): [string, LikePatient] => {
    const { id, name: other, birthDate: born, phone: telephone } = identityOf(resource, null)
    return [id, { id, name: other, birthDate: born, phone: telephone }]
  })
  return [...new Map(alike).values()]
}

const sharesAName = (patient: Resource, key: string): boolean =>
  nameKey(identityOf(patient, null).name)
    .split(' ')
    .some((word) => key.split(' ').includes(word))
