import { namesOf } from '@facialis/fhir/read/person-name.ts'
import type { Present, RecordView, Resource } from '@facialis/record'
import type { LikePatient } from '@facialis/wire'
import { allPages } from '../core/all-pages.ts'
import type { CoreContext } from '../core/core-context.ts'
import { identified } from '../patient/identified.ts'
import { patientsByName } from '../patient/patients-by-name.ts'
import { inUseOfEach } from '../patient/same-person.ts'
import { lettersKey, shareAWord } from '../search-indexing/name-key.ts'
import { phoneKey } from '../search-indexing/resource-knowledge.ts'

type Asked = Readonly<{ name: string; birthDate: string | null; phone: string | null }>

/**
 * People who may be the same: the same name in any order, the same telephone, or the same birth date and one name in common.
 * Whoever is found by a record that was merged is named by the one in use.
 */
export async function duplicatesOf(
  clinic: Pick<CoreContext, 'record' | 'pathway' | 'zone' | 'today'>,
  { name, birthDate, phone }: Asked,
): Promise<readonly LikePatient[]> {
  const { record } = clinic
  const key = lettersKey(name)
  const number = phone === null ? '' : phoneKey(phone)
  // Many have a name that is often given, and where a day or a number stands for "not known", many have it: all of them are looked at.
  const by = async (kept: string, value: string): Promise<readonly Resource[]> =>
    (await allPages(record, 'Patient', [{ name: kept, value }])).map(({ resource }) => resource)
  const isAlike = (patient: Resource) => namesOf(patient).some((one) => shareAWord(one, name))
  const found = [
    ...(await patientsByName(record, [name])),
    ...(key === '' || birthDate === null ? [] : (await by('birthdate', birthDate)).filter(isAlike)),
    ...(number.length < 6 ? [] : await by('phone', number)),
  ]
  const asked = key === '' || birthDate === null ? [] : await askedAtAVisit(record, birthDate)
  const people = await inUseAmong(record, found)
  const others = (await inUseAmong(record, asked.filter(isAlike))).filter(
    (one) => !people.some(({ id }) => id === one.id),
  )
  const identify = (patients: readonly Resource[]) => Promise.all(patients.map((one) => identified(clinic, one)))
  // What was answered at a visit may have been struck, or corrected since.
  const stillBornThen = (await identify(others)).filter((one) => one.birthDate === birthDate)
  return [...(await identify(people)), ...stillBornThen].map(({ id, name: called, birthDate: born, phone: dial }) => ({
    id,
    name: called,
    birthDate: born,
    phone: dial,
  }))
}

/** Each once, by the record in use. */
const inUseAmong = async (record: RecordView, patients: readonly Resource[]): Promise<readonly Resource[]> =>
  once(await inUseOfEach(record, once(patients)))

const once = (patients: readonly Resource[]): readonly Resource[] => [
  ...new Map(patients.map((patient) => [patient.id, patient])).values(),
]

/** Who gave this birth date when they were asked. */
async function askedAtAVisit(
  record: Pick<RecordView, 'search' | 'read'>,
  birthDate: string,
): Promise<readonly Resource[]> {
  const told: readonly Present[] = await allPages(record, 'Observation', [{ name: 'birthdate', value: birthDate }])
  const ids = new Set(told.flatMap(({ patientId }) => patientId ?? []))
  const read = await Promise.all([...ids].map((id) => record.read('Patient', id)))
  return read.flatMap((one) => (one.ok ? [one.value.resource] : []))
}
