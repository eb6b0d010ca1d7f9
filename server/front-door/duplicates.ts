import type { RecordView } from '@facialis/record'
import type { LikePatient } from '@facialis/wire'
import { nameKey, phoneKey } from '../indexed/knowing.ts'
import { identityOf } from '../patient/identity.ts'
import { inUseOf } from '../patient/same-person.ts'

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
  const found = new Map<string, LikePatient>()
  for (const where of searches) {
    const { resources } = await record.search({ type: 'Patient', where: [where], limit: 50 })
    for (const { resource } of resources) {
      const alike =
        where.name !== 'birthdate' ||
        nameKey(identityOf(resource, null).name)
          .split(' ')
          .some((word) => key.split(' ').includes(word))
      if (!alike) continue
      const { id, name: other, birthDate: born, phone: telephone } = identityOf(await inUseOf(record, resource), null)
      found.set(id, { id, name: other, birthDate: born, phone: telephone })
    }
  }
  return [...found.values()]
}
