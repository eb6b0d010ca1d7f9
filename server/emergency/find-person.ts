import type { RecordView, Resource } from '@facialis/record'
import { everyPage } from '../ground/every-page.ts'
import { ok, type Result, refuse } from '../ground/problem.ts'
import { nameKey } from '../indexed/knowing.ts'
import { identityOf } from '../patient/identity.ts'
import { inUseOfEach } from '../patient/same-person.ts'

type Named = Readonly<{ name: string; birthDate: string }>

/**
 * The one person of a whole name and day of birth: whoever stands at a bed knows both, and nobody can leaf through a list.
 * A record that says less of the day of birth is not ruled out by what it does not say. @returns their id
 */
export async function findPerson(
  record: Pick<RecordView, 'search' | 'read'>,
  { name, birthDate }: Named,
): Promise<Result<string>> {
  const named = await everybodyNamed(record, name)
  const exact = named.filter((one) => one.birthDate === birthDate)
  const possible = named.filter((one) => birthDate.startsWith(one.birthDate ?? ''))
  const [only, ...more] = exact.length > 0 ? exact : possible
  if (only === undefined)
    return refuse(422, 'nobody-found', 'Nobody of this name and day of birth is on record here.', { where: 'name' })
  if (more.length > 0)
    return refuse(422, 'several-found', 'Several people have this name and day of birth. Ring the clinic.', {
      where: 'name',
    })
  return ok(only.id)
}

/** All of them, each once, by the record that is in use: also whoever had this name in one that was merged into it. */
async function everybodyNamed(record: Pick<RecordView, 'search' | 'read'>, name: string): Promise<readonly Identity[]> {
  const found = new Map<string, Identity>()
  const key = nameKey(name)
  if (key === '') return []
  const asFound = (await everyPage(record, 'Patient', [{ name: 'name', value: key }])).map((one) => one.resource)
  for (const [at, inUse] of (await inUseOfEach(record, asFound)).entries()) {
    const named = identityOf(asFound[at] as Resource, null)
    const { id, birthDate } = identityOf(inUse, null)
    // The day of birth may stand in either of them.
    found.set(id, { ...named, id, birthDate: birthDate ?? named.birthDate })
  }
  return [...found.values()]
}
type Identity = ReturnType<typeof identityOf>
